/**
 * Topics, outcomes and deadlines as the product ships them: rows to start from, each with basis and source. All are
 * `unconfirmed` until an official of the ministry has read them; an administrator confirms or replaces them by version.
 */

/** First day of the network (MOI Order 356/2557; the exact day of the order is not known to us). */
export const seedValidFrom = '2014-01-01';

const ownList = 'รายการตั้งต้นของระบบ จัดตามภารกิจรับเรื่องของ ศปท. รอเจ้าหน้าที่ยืนยัน';

export const topics = [
  {
    code: 'PROCUREMENT',
    nameTh: 'จัดซื้อจัดจ้าง',
    nameEn: 'Procurement',
    hintTh: 'ฮั้วประมูล ล็อกสเปก ราคาแพงเกินจริง ตรวจรับทั้งที่งานไม่ครบ',
    hintEn: 'Rigged bids, tailored specifications, inflated prices, accepting work that was not done',
    basis: 'พ.ร.บ.การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560',
  },
  {
    code: 'BRIBE_DEMAND',
    nameTh: 'เรียกรับเงินหรือผลประโยชน์',
    nameEn: 'Asking for a bribe',
    hintTh: 'ขอเงิน ของ หรือสิ่งตอบแทน เพื่อออกใบอนุญาต เร่งเรื่อง หรือไม่เอาผิด',
    hintEn: 'Asking for money or favours to issue a permit, hurry a matter, or look away',
    basis: 'ประมวลกฎหมายอาญา ความผิดต่อตำแหน่งหน้าที่ราชการ',
  },
  {
    code: 'ABUSE_OF_POWER',
    nameTh: 'ใช้อำนาจหน้าที่โดยมิชอบ',
    nameEn: 'Abuse of power',
    hintTh: 'สั่งการ กลั่นแกล้ง หรือให้คุณให้โทษโดยไม่มีอำนาจหรือเลือกปฏิบัติ',
    hintEn: 'Orders, harassment or favours without authority or with discrimination',
    basis: 'ประมวลกฎหมายอาญา มาตรา 157',
  },
  {
    code: 'FALSE_CLAIMS',
    nameTh: 'เบิกจ่ายเท็จ',
    nameEn: 'False expense claims',
    hintTh: 'เบี้ยเลี้ยง ค่าเดินทาง ค่าน้ำมัน โครงการอบรมที่ไม่ได้จัดจริง',
    hintEn: 'Allowances, travel, fuel, or training that never took place',
    basis: 'ประมวลกฎหมายอาญา ความผิดต่อตำแหน่งหน้าที่ราชการ',
  },
  {
    code: 'EMBEZZLEMENT',
    nameTh: 'ยักยอกเงินหรือทรัพย์สินของราชการ',
    nameEn: 'Embezzlement',
    hintTh: 'เงินขาดบัญชี ใช้รถ วัสดุ หรือทรัพย์สินของราชการเป็นของตน',
    hintEn: 'Missing money; vehicles, supplies or property of the State used as one’s own',
    basis: 'ประมวลกฎหมายอาญา มาตรา 147',
  },
  {
    code: 'PERSONNEL',
    nameTh: 'บรรจุ แต่งตั้ง โยกย้าย เลื่อนขั้น',
    nameEn: 'Appointments and promotion',
    hintTh: 'ซื้อขายตำแหน่ง สอบไม่โปร่งใส ประเมินไม่เป็นธรรม',
    hintEn: 'Buying posts, unfair examinations, unfair appraisal',
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551',
  },
  {
    code: 'NEGLECT',
    nameTh: 'ละเว้นการปฏิบัติหน้าที่',
    nameEn: 'Neglect of duty',
    hintTh: 'รู้แล้วไม่ทำ ปล่อยเรื่องค้าง ไม่ดำเนินการกับผู้กระทำผิด',
    hintEn: 'Knowing and not acting, leaving matters lie, not dealing with offenders',
    basis: 'ประมวลกฎหมายอาญา มาตรา 157',
  },
  {
    code: 'CONFLICT_OF_INTEREST',
    nameTh: 'ผลประโยชน์ทับซ้อน เอื้อพวกพ้อง',
    nameEn: 'Conflict of interest',
    hintTh: 'อนุมัติงานให้ญาติ คู่ค้า หรือกิจการของตนเอง',
    hintEn: 'Approving work for relatives, partners or one’s own business',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 126',
  },
  {
    code: 'PUBLIC_LAND',
    nameTh: 'ที่ดินและที่สาธารณะ',
    nameEn: 'Land and public land',
    hintTh: 'ออกเอกสารสิทธิโดยมิชอบ บุกรุกหรือให้ใช้ที่สาธารณประโยชน์',
    hintEn: 'Wrongful title deeds, encroachment on or giving away of public land',
    basis: 'ประมวลกฎหมายที่ดิน',
  },
  {
    code: 'GIFTS',
    nameTh: 'รับของขวัญ เรี่ยไร',
    nameEn: 'Gifts and solicitation',
    hintTh: 'รับของขวัญเกินกำหนด เรี่ยไรจากประชาชนหรือผู้ใต้บังคับบัญชา',
    hintEn: 'Gifts beyond the limit, collecting money from citizens or subordinates',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 128',
  },
  {
    code: 'UNUSUAL_WEALTH',
    nameTh: 'ร่ำรวยผิดปกติ',
    nameEn: 'Unusual wealth',
    hintTh: 'มีทรัพย์สินมากเกินฐานะโดยไม่มีที่มา (อยู่ในอำนาจ ป.ป.ช.)',
    hintEn: 'Property far beyond one’s means without a source (within the powers of the NACC)',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561',
  },
  {
    code: 'OTHER',
    nameTh: 'เรื่องอื่น',
    nameEn: 'Something else',
    hintTh: 'ไม่แน่ใจว่าเข้าข้อใด เล่ามาได้ เจ้าหน้าที่จะจัดให้เอง',
    hintEn: 'Not sure which? Tell us; an officer will sort it',
    basis: ownList,
  },
  {
    code: 'ETHICS_BREACH',
    matter: 'ethics-breach',
    nameTh: 'ประพฤติผิดจริยธรรม',
    nameEn: 'Conduct against ethical standards',
    hintTh: 'ใช้วาจาหยาบคาย เลือกปฏิบัติ ไม่เป็นแบบอย่างที่ดี แต่ยังไม่ถึงขั้นทุจริต',
    hintEn: 'Abusive words, unequal treatment, a bad example: wrong, without being corruption',
    basis: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 5',
  },
  {
    code: 'ADVICE_GIFT',
    matter: 'ethics-advice',
    nameTh: 'ของขวัญและการเลี้ยงรับรอง',
    nameEn: 'Gifts and hospitality',
    hintTh: 'รับได้หรือไม่ ต้องรายงานใคร คืนอย่างไร',
    hintEn: 'May I take it, whom do I tell, how do I return it',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 128',
  },
  {
    code: 'ADVICE_CONFLICT',
    matter: 'ethics-advice',
    nameTh: 'ผลประโยชน์ขัดกันและงานนอกเวลา',
    nameEn: 'Conflicts of interest and second jobs',
    hintTh: 'ญาติมาเสนอราคา ถือหุ้น สอนพิเศษ เป็นที่ปรึกษา',
    hintEn: 'A relative bids, shares, teaching, advising',
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 126',
  },
  {
    code: 'ADVICE_ORDER',
    matter: 'ethics-advice',
    nameTh: 'คำสั่งที่เห็นว่าไม่ชอบ',
    nameEn: 'An order that seems wrongful',
    hintTh: 'ผู้บังคับบัญชาสั่งให้ทำสิ่งที่ท่านเห็นว่าไม่ถูกต้อง',
    hintEn: 'A superior tells you to do what you hold to be wrong',
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 82 (4)',
  },
  {
    code: 'ADVICE_OTHER',
    matter: 'ethics-advice',
    nameTh: 'การวางตัวและเรื่องอื่น',
    nameEn: 'Conduct and anything else',
    hintTh: 'ไม่แน่ใจว่าควรทำอย่างไร ถามได้',
    hintEn: 'Not sure what is right? Ask',
    basis: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562 มาตรา 5',
  },
] as const;

export const topicsSource = ownList;

const work = ['SCREENING', 'NEED_INFORMATION', 'ACCEPTED', 'FACT_FINDING', 'DECISION'];
const decided = ['DECISION'];
const caseModel = 'รหัสผลของระบบ ตามขั้นตอนงานรับเรื่องและวินัยของส่วนราชการ รอเจ้าหน้าที่ยืนยัน';

export const outcomesSource = caseModel;

export const outcomes = [
  {
    code: 'NO_GROUND',
    nameTh: 'ไม่มีมูล',
    nameEn: 'No ground found',
    toldTh: 'ศูนย์ตรวจสอบข้อเท็จจริงแล้ว ยังไม่พบมูลตามที่แจ้ง หากท่านมีข้อมูลเพิ่มหรือไม่เห็นด้วย ขอให้ทบทวนได้หนึ่งครั้ง',
    toldEn:
      'The centre looked into the facts and found no ground for what was reported. If you know more or disagree, you may ask once for another look.',
    fromStages: ['FACT_FINDING', 'DECISION'],
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 91',
  },
  {
    code: 'INSUFFICIENT',
    nameTh: 'ข้อมูลไม่เพียงพอ',
    nameEn: 'Not enough to go on',
    toldTh: 'ข้อมูลที่มียังไม่พอให้ตรวจสอบต่อ ศูนย์ยุติเรื่องไว้ก่อน หากท่านมีข้อมูลเพิ่ม ส่งมาได้และขอให้ทบทวนได้หนึ่งครั้ง',
    toldEn:
      'There is not enough to go on, so the centre has stopped here. If you can add to it, send it and ask once for another look.',
    fromStages: ['SCREENING', 'NEED_INFORMATION', 'ACCEPTED'],
    basis: 'พ.ร.บ.มาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต พ.ศ. 2551 มาตรา 24 (เทียบเคียง)',
  },
  {
    code: 'NOT_CORRUPTION_REDIRECTED',
    nameTh: 'ไม่ใช่เรื่องทุจริต แนะนำหน่วยงานที่รับผิดชอบ',
    nameEn: 'Not corruption: directed elsewhere',
    toldTh:
      'เรื่องนี้ไม่ใช่การทุจริตหรือประพฤติมิชอบ ศูนย์แจ้งหน่วยงานที่ช่วยท่านได้ไว้ในข้อความแล้ว ร้องทุกข์ทั่วไปโทร 1567 ศูนย์ดำรงธรรม',
    toldEn:
      'This is not corruption or misconduct. Our message tells you who can help. For general complaints call 1567, the Damrongdham centre.',
    fromStages: ['SCREENING', 'NEED_INFORMATION', 'ACCEPTED'],
    basis: caseModel,
  },
  {
    code: 'ETHICS_ACTION',
    nameTh: 'ดำเนินการทางจริยธรรม',
    nameEn: 'Ethics measures',
    toldTh: 'ตรวจสอบแล้วเป็นเรื่องการฝ่าฝืนจริยธรรม ผู้บังคับบัญชาใช้มาตรการทางจริยธรรมกับผู้เกี่ยวข้องแล้ว',
    toldEn:
      'The facts show a breach of ethical standards. The superior has taken ethics measures with those concerned.',
    fromStages: decided,
    basis: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562',
  },
  {
    code: 'PLAIN_DISCIPLINE',
    nameTh: 'ดำเนินการทางวินัยไม่ร้ายแรง',
    nameEn: 'Discipline, not serious',
    toldTh: 'ตรวจสอบแล้วมีมูลความผิดวินัยไม่ร้ายแรง และส่งให้ผู้บังคับบัญชาดำเนินการทางวินัยแล้ว',
    toldEn:
      'There is ground for a breach of discipline that is not serious. It was passed to the superior for disciplinary action.',
    fromStages: decided,
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 92',
  },
  {
    code: 'SERIOUS_DISCIPLINE',
    nameTh: 'ดำเนินการทางวินัยร้ายแรง',
    nameEn: 'Discipline, serious',
    toldTh: 'ตรวจสอบแล้วมีมูลความผิดวินัยร้ายแรง และส่งให้ตั้งคณะกรรมการสอบสวนวินัยแล้ว',
    toldEn:
      'There is ground for a serious breach of discipline. It was passed on for a disciplinary committee to be appointed.',
    fromStages: decided,
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 93',
  },
  {
    code: 'REFER_PACC',
    nameTh: 'ส่งสำนักงาน ป.ป.ท.',
    nameEn: 'Referred to the PACC',
    toldTh: 'ศูนย์ส่งเรื่องให้สำนักงาน ป.ป.ท. ซึ่งมีอำนาจไต่สวนแล้ว ติดตามได้ที่สายด่วน 1206',
    toldEn:
      'The matter was referred to the PACC, which has the power to inquire. You can follow it on hotline 1206.',
    fromStages: work,
    basis: 'พ.ร.บ.มาตรการของฝ่ายบริหารในการป้องกันและปราบปรามการทุจริต พ.ศ. 2551 มาตรา 17',
  },
  {
    code: 'REFER_NACC',
    nameTh: 'ส่งสำนักงาน ป.ป.ช.',
    nameEn: 'Referred to the NACC',
    toldTh: 'ศูนย์ส่งเรื่องให้สำนักงาน ป.ป.ช. ซึ่งมีอำนาจไต่สวนแล้ว ติดตามได้ที่สายด่วน 1205',
    toldEn:
      'The matter was referred to the NACC, which has the power to inquire. You can follow it on hotline 1205.',
    fromStages: work,
    basis: 'พ.ร.ป.ว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561',
  },
  {
    code: 'REFER_POLICE',
    nameTh: 'ส่งพนักงานสอบสวน',
    nameEn: 'Referred to the police',
    toldTh: 'ศูนย์ส่งเรื่องให้พนักงานสอบสวนดำเนินคดีอาญาแล้ว',
    toldEn: 'The matter was referred to the police for criminal investigation.',
    fromStages: work,
    basis: 'ประมวลกฎหมายวิธีพิจารณาความอาญา',
  },
  {
    code: 'SYSTEM_FIX',
    nameTh: 'แก้ไขระบบหรือจุดอ่อนการควบคุม',
    nameEn: 'System mended',
    toldTh: 'ไม่พบตัวผู้กระทำผิด แต่พบจุดอ่อนของระบบงาน หน่วยงานแก้ไขแล้วเพื่อไม่ให้เกิดขึ้นอีก',
    toldEn:
      'No offender was found, but a weakness in the way of working was. It has been mended so that it does not happen again.',
    fromStages: ['FACT_FINDING', 'DECISION'],
    basis: caseModel,
  },
  {
    code: 'MERGED',
    nameTh: 'รวมกับเรื่องอื่น',
    nameEn: 'Merged with another case',
    toldTh: 'เรื่องของท่านเป็นเรื่องเดียวกับเรื่องที่ศูนย์กำลังดำเนินการอยู่ จึงนำไปรวมกัน ข้อมูลของท่านถูกใช้ในเรื่องนั้น',
    toldEn:
      'Your report is about a matter the centre is already working on, so the two go on as one. What you told us is used there.',
    fromStages: ['RECEIVED', 'SCREENING', 'NEED_INFORMATION', 'ACCEPTED', 'FACT_FINDING'],
    basis: caseModel,
  },
  {
    code: 'NOT_ETHICS_REDIRECTED',
    matter: 'ethics-breach',
    nameTh: 'ไม่ใช่เรื่องจริยธรรม แนะนำช่องทางที่ถูก',
    nameEn: 'Not a matter of ethics: directed elsewhere',
    toldTh: 'เรื่องนี้ไม่ใช่การฝ่าฝืนจริยธรรม ศูนย์แจ้งช่องทางที่ช่วยท่านได้ไว้ในข้อความแล้ว',
    toldEn: 'This is not a breach of ethical standards. Our message tells you who can help.',
    fromStages: ['SCREENING', 'FACT_CHECK'],
    basis: caseModel,
  },
  {
    code: 'ETHICS_NO_BREACH',
    matter: 'ethics-breach',
    nameTh: 'ไม่พบการฝ่าฝืนจริยธรรม',
    nameEn: 'No breach found',
    toldTh: 'ตรวจข้อเท็จจริงแล้ว ไม่พบการฝ่าฝืนมาตรฐานทางจริยธรรม หากท่านมีข้อมูลเพิ่มหรือไม่เห็นด้วย ขอให้ทบทวนได้หนึ่งครั้ง',
    toldEn:
      'The facts were checked and show no breach of ethical standards. If you know more or disagree, you may ask once for another look.',
    fromStages: ['FINDING'],
    basis: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562',
  },
  {
    code: 'ETHICS_MEASURES',
    matter: 'ethics-breach',
    nameTh: 'ฝ่าฝืนจริยธรรม ใช้มาตรการแล้ว',
    nameEn: 'Breach; measures taken',
    toldTh: 'ตรวจแล้วพบการฝ่าฝืนมาตรฐานทางจริยธรรม และผู้บังคับบัญชาใช้มาตรการทางจริยธรรมแล้ว',
    toldEn: 'A breach of ethical standards was found, and the superior has taken ethics measures.',
    fromStages: ['MEASURE'],
    basis: 'พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562',
  },
  {
    code: 'ETHICS_TO_DISCIPLINE',
    matter: 'ethics-breach',
    nameTh: 'ส่งดำเนินการทางวินัย',
    nameEn: 'Handed over to discipline',
    toldTh: 'ตรวจแล้วมีมูลที่ต้องดำเนินการทางวินัย ศูนย์ส่งเรื่องให้ผู้มีอำนาจทางวินัยแล้ว',
    toldEn: 'The facts call for disciplinary action. The matter was handed over to those who decide on it.',
    fromStages: ['MEASURE'],
    basis: 'พ.ร.บ.ระเบียบข้าราชการพลเรือน พ.ศ. 2551 มาตรา 90',
  },
] as const;

export const clockRules = [
  {
    code: 'ACK15',
    nameTh: 'ตอบผู้แจ้งครั้งแรก',
    nameEn: 'First answer to the reporter',
    startedBy: 'receipt',
    metBy: 'first-answer',
    days: 15,
    dayUnit: 'calendar',
    basisTh: 'พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี พ.ศ. 2546 มาตรา 38 และ 41: ตอบภายใน 15 วัน',
    basisEn: 'Royal Decree on Good Governance B.E. 2546, sections 38 and 41: answer within 15 days',
    source: 'หลักเกณฑ์ที่หน่วยงานราชการใช้ทั่วไป (แจ้งผลให้ผู้ร้องเรียนทราบภายใน 15 วัน) ยังไม่ได้ตรวจกับตัวบท',
  },
  {
    code: 'SCREEN',
    nameTh: 'เริ่มคัดกรอง',
    nameEn: 'Start screening',
    startedBy: 'receipt',
    metBy: 'screening',
    days: 1,
    dayUnit: 'working',
    basisTh: 'แนวปฏิบัติ: เริ่มคัดกรองภายใน 1 วันทำการนับแต่รับเรื่อง',
    basisEn: 'Policy: screening starts within 1 working day of receipt',
    source: 'แนวปฏิบัติของจังหวัดที่เผยแพร่ ใช้เป็นค่าตั้งต้น รอกระทรวงกำหนด',
  },
  {
    code: 'CAT30',
    nameTh: 'สรุปผลเรื่องทุจริต',
    nameEn: 'Result on a corruption matter',
    startedBy: 'assignment',
    metBy: 'decision',
    days: 30,
    dayUnit: 'calendar',
    basisTh: 'แนวปฏิบัติ: สรุปผลภายใน 30 วันนับแต่มอบหมายเจ้าหน้าที่',
    basisEn: 'Policy: result within 30 days of assignment to an officer',
    source: 'แนวปฏิบัติของจังหวัดที่เผยแพร่ ใช้เป็นค่าตั้งต้น รอกระทรวงกำหนด',
  },
] as const;
