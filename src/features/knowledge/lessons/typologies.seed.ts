/** Forms of corruption that centres meet, written by the project in plain words; an official has yet to check them. */

type Both = { readonly th: readonly string[]; readonly en: readonly string[] };
export type TypologySeed = {
  readonly code: string;
  readonly title: readonly [th: string, en: string];
  readonly how: readonly [th: string, en: string];
  readonly signs: Both;
  readonly weak: Both;
  readonly helped: Both;
  readonly offences: readonly string[];
  readonly topics: readonly string[];
};

export const typologies: readonly TypologySeed[] = [
  {
    code: 'permit-money',
    title: ['ค่าน้ำร้อนน้ำชาเพื่อใบอนุญาต', 'Tea money for a permit'],
    how: [
      'คำขอถูกดองหรือถูกตีกลับด้วยเหตุเล็กน้อย จนมีคนบอกว่าถ้ามีค่าดำเนินการเรื่องจะเร็วขึ้น เงินมักผ่านคนกลางหน้าสำนักงาน',
      'An application lies still or comes back for trifles, until someone says that a fee would help. The money often goes through a fixer near the office.',
    ],
    signs: {
      th: ['เวลาพิจารณาต่างกันมากในเรื่องชนิดเดียวกัน', 'คำขอของนายหน้ารายเดิมผ่านเร็วเสมอ', 'ขอเอกสารเพิ่มซ้ำโดยไม่มีในคู่มือ'],
      en: [
        'Times differ greatly for the same kind of matter',
        'One fixer’s applications always pass quickly',
        'Papers are asked for that are not in the manual',
      ],
    },
    weak: {
      th: ['คนเดียวรับเรื่อง ตรวจ และเสนอ', 'ไม่มีวันครบกำหนดที่ประชาชนเห็น'],
      en: ['One person receives, examines and proposes', 'No due date that the citizen sees'],
    },
    helped: {
      th: [
        'แจ้งรายการเอกสารครั้งเดียวเป็นหนังสือ',
        'สุ่มเจ้าหน้าที่ผู้ตรวจและเปิดเผยสถานะออนไลน์',
        'รายงานเรื่องที่เร็วหรือช้าผิดปกติทุกเดือน',
      ],
      en: [
        'List missing papers once, in writing',
        'Assign examiners at random and show the status online',
        'Report unusually fast and slow matters each month',
      ],
    },
    offences: ['CC-149', 'CC-157', 'CC-143', 'NACC-173'],
    topics: ['BRIBE_DEMAND'],
  },
  {
    code: 'tailored-specification',
    title: ['ล็อกสเปก', 'Tailored specifications'],
    how: [
      'ร่างขอบเขตงานถูกเขียนให้ตรงกับสินค้าหรือผลงานของรายเดียว ผู้ยื่นรายอื่นตกคุณสมบัติตั้งแต่ต้น',
      'The terms of reference are written to fit one product or one firm’s record, so that others fail from the start.',
    ],
    signs: {
      th: [
        'ขนาดหรือค่าที่แปลกและตรงกับแผ่นพับของผู้ขาย',
        'ผู้ยื่นซองรายเดียวซ้ำหลายปี',
        'คำวิจารณ์ร่างถูกตอบว่าคงเดิมโดยไม่ให้เหตุผล',
      ],
      en: [
        'Odd sizes or values that match a seller’s leaflet',
        'A single bidder year after year',
        'Comments on the draft are rejected without reasons',
      ],
    },
    weak: {
      th: ['ผู้ใช้ของ ผู้ร่าง และผู้ตรวจรับเป็นคนกลุ่มเดียวกัน', 'ไม่ตรวจว่าไฟล์ร่างมาจากใคร'],
      en: ['User, drafter and inspector are the same people', 'Nobody checks where the draft file came from'],
    },
    helped: {
      th: [
        'ให้ผู้ไม่มีส่วนได้เสียทานร่างว่าสินค้าอย่างน้อยสามยี่ห้อเข้าได้',
        'เผยแพร่คำวิจารณ์และคำตอบ',
        'ให้กรรมการแจ้งความสัมพันธ์กับผู้ขายก่อนเริ่ม',
      ],
      en: [
        'Have an outsider confirm that at least three makes fit',
        'Publish comments with answers',
        'Have members declare ties with sellers first',
      ],
    },
    offences: ['CC-151', 'CC-157', 'PROC-120', 'NACC-168'],
    topics: ['PROCUREMENT'],
  },
  {
    code: 'bid-ring',
    title: ['สมยอมราคา', 'Bid ring'],
    how: [
      'ผู้รับเหมาตกลงกันล่วงหน้าว่าใครชนะ รายอื่นยื่นสูงกว่าเล็กน้อยหรือไม่มายื่น แล้วแบ่งงานหรือเงินกัน บางครั้งเจ้าหน้าที่บอกชื่อผู้ซื้อซอง',
      'Contractors agree who wins; the others bid slightly higher or stay away and share the work or money. Sometimes an official tells who bought the papers.',
    ],
    signs: {
      th: ['ราคาต่ำกว่าราคากลางเพียงเล็กน้อยทุกครั้ง', 'ผู้แพ้กลายเป็นผู้รับเหมาช่วง', 'เอกสารหลายรายพิมพ์ผิดที่เดียวกัน'],
      en: [
        'Prices always a hair below the reference',
        'Losers become subcontractors',
        'The same misprint in several bids',
      ],
    },
    weak: {
      th: ['ดูทีละโครงการ ไม่ดูภาพรวมหลายปี', 'รายชื่อผู้สนใจรั่ว'],
      en: ['Each project is looked at alone, never over years', 'The list of interested firms leaks'],
    },
    helped: {
      th: ['เทียบผู้ชนะและส่วนต่างราคาย้อนหลังทั้งจังหวัด', 'ตรวจกรรมการบริษัทและที่อยู่ซ้ำ', 'เปิดช่องให้ผู้ถูกกีดกันแจ้งโดยไม่เปิดชื่อ'],
      en: [
        'Compare winners and margins over years and the whole province',
        'Check shared directors and addresses',
        'Let firms kept out report anonymously',
      ],
    },
    offences: ['PROC-120', 'CC-157', 'CC-164', 'NACC-176'],
    topics: ['PROCUREMENT'],
  },
  {
    code: 'ghost-acceptance',
    title: ['ตรวจรับงานที่ยังไม่เสร็จ', 'Accepting work that is not done'],
    how: [
      'กรรมการลงชื่อตรวจรับเพื่อให้เบิกเงินทันสิ้นปี ทั้งที่งานขาด ใช้วัสดุต่ำกว่าแบบ หรือยังไม่เริ่ม',
      'Inspectors sign so that money can be drawn before year end, though work is missing, poor or not begun.',
    ],
    signs: {
      th: ['ตรวจรับหลายงานในวันเดียวก่อนสิ้นปีงบประมาณ', 'รูปถ่ายซ้ำหรือไม่มีพิกัดและเวลา', 'ซ่อมซ้ำไม่นานหลังตรวจรับ'],
      en: [
        'Many acceptances on one day before the year ends',
        'Photographs repeated or without place and time',
        'Repairs soon after acceptance',
      ],
    },
    weak: {
      th: ['กรรมการลงชื่อตามกันโดยไม่ไปดู', 'ผู้ควบคุมงานอยู่ใต้บังคับบัญชาของผู้เร่งเบิก'],
      en: [
        'Members sign one after another without a visit',
        'The supervisor works under whoever presses for payment',
      ],
    },
    helped: {
      th: ['ถ่ายรูปพร้อมพิกัดและเวลาโดยผู้ไม่เกี่ยวกับงาน', 'สุ่มเจาะหรือวัดซ้ำ', 'ให้คนในพื้นที่ร่วมดูและลงความเห็น'],
      en: [
        'Photographs with place and time by an outsider',
        'Random cores and measurements',
        'Local people look and give their view',
      ],
    },
    offences: ['CC-162', 'CC-157', 'CC-151', 'PROC-120'],
    topics: ['PROCUREMENT', 'FALSE_CLAIMS'],
  },
  {
    code: 'ghost-training',
    title: ['อบรมทิพย์และเบิกเท็จ', 'Training that never took place'],
    how: [
      'เบิกค่าวิทยากร ที่พัก อาหาร หรือเบี้ยเลี้ยงของงานที่ไม่ได้จัด จัดไม่ครบวัน หรือใช้ชื่อคนที่ไม่ได้มา',
      'Speakers’ fees, rooms, meals or allowances are claimed for events that were not held, were cut short, or list people who did not come.',
    ],
    signs: {
      th: ['ลายมือชื่อในใบลงทะเบียนคล้ายกัน', 'ใบเสร็จเลขเรียงกันจากร้านเดียว', 'ผู้มีชื่อเข้าร่วมลาหรือไปราชการที่อื่นในวันเดียวกัน'],
      en: [
        'Signatures on the list look alike',
        'Receipts in sequence from one shop',
        'Listed people were on leave or elsewhere that day',
      ],
    },
    weak: {
      th: ['ผู้จัดเป็นผู้เก็บใบลงทะเบียนและผู้เบิก', 'ไม่มีใครติดต่อผู้เข้าร่วมภายหลัง'],
      en: ['The organiser keeps the list and claims the money', 'Nobody contacts participants afterwards'],
    },
    helped: {
      th: ['ลงเวลาด้วยรหัสส่วนตัวของผู้เข้าร่วม', 'สุ่มถามผู้เข้าร่วมหลังงาน', 'จ่ายตรงถึงผู้ขายและวิทยากร'],
      en: [
        'Participants sign in with a code of their own',
        'A sample is asked afterwards',
        'Shops and speakers are paid directly',
      ],
    },
    offences: ['CC-147', 'CC-161', 'CC-162', 'CC-341'],
    topics: ['FALSE_CLAIMS'],
  },
  {
    code: 'official-vehicle',
    title: ['ใช้รถและน้ำมันหลวงเป็นของส่วนตัว', 'Official cars and fuel for private use'],
    how: [
      'ใช้รถราชการนอกเวลาหรือเติมน้ำมันรถส่วนตัวด้วยบัตรของหน่วยงาน แล้วลงสมุดใช้รถย้อนหลัง',
      'An official car is used off duty, or a private one is filled with the office’s card, and the logbook is written later.',
    ],
    signs: {
      th: ['อัตราสิ้นเปลืองสูงผิดจากรถรุ่นเดียวกัน', 'เติมน้ำมันวันหยุดหรือต่างจังหวัดโดยไม่มีใบขอใช้รถ', 'เลขไมล์ไม่ต่อเนื่อง'],
      en: [
        'Consumption far above like cars',
        'Fuel on holidays or in other provinces without a request',
        'Odometer readings with gaps',
      ],
    },
    weak: {
      th: ['บัตรน้ำมันไม่ผูกกับทะเบียนรถ', 'ไม่มีใครเทียบใบเสร็จกับสมุดใช้รถ'],
      en: ['Cards are not tied to a car', 'Nobody compares receipts with the logbook'],
    },
    helped: {
      th: ['ผูกบัตรกับทะเบียนและเลขไมล์', 'รายงานอัตราสิ้นเปลืองรายคันทุกเดือน', 'ประกาศช่องแจ้งเมื่อพบรถหลวงใช้ผิด'],
      en: [
        'Tie cards to car and odometer',
        'Report consumption of each car monthly',
        'Post how to report misuse',
      ],
    },
    offences: ['CC-147', 'CC-151', 'CC-157'],
    topics: ['EMBEZZLEMENT', 'FALSE_CLAIMS'],
  },
  {
    code: 'cash-till',
    title: ['เงินสดรับแล้วไม่นำส่ง', 'Cash taken and not handed in'],
    how: [
      'ผู้รับเงินค่าธรรมเนียมหรือภาษีเก็บเงินไว้ก่อน ออกใบเสร็จเล่มนอกระบบ หรือยกเลิกใบเสร็จหลังประชาชนกลับ',
      'Whoever takes fees or taxes keeps the cash, writes receipts outside the system, or cancels them once the citizen has gone.',
    ],
    signs: {
      th: ['ใบเสร็จยกเลิกมากในช่องเดียว', 'นำส่งช้าหรือยอดกลมผิดปกติ', 'เล่มใบเสร็จหายหรือเลขข้าม'],
      en: [
        'Many cancelled receipts at one counter',
        'Late or oddly round deposits',
        'Missing books or skipped numbers',
      ],
    },
    weak: {
      th: ['คนเดียวรับเงิน ออกใบเสร็จ และนำส่ง', 'ไม่มีการนับเงินโดยไม่บอกล่วงหน้า'],
      en: ['One person takes, receipts and deposits', 'No surprise counts'],
    },
    helped: {
      th: ['รับชำระทางอิเล็กทรอนิกส์', 'ให้คนที่สองอนุมัติทุกการยกเลิก', 'หมุนเวียนหน้าที่และนับเงินโดยไม่บอกล่วงหน้า'],
      en: [
        'Electronic payment',
        'A second person approves each cancellation',
        'Rotation and surprise counts',
      ],
    },
    offences: ['CC-147', 'CC-154', 'CC-161'],
    topics: ['EMBEZZLEMENT'],
  },
  {
    code: 'bought-post',
    title: ['ซื้อขายตำแหน่ง', 'Buying posts'],
    how: [
      'มีผู้อ้างว่าช่วยให้สอบได้ ย้าย หรือเลื่อนตำแหน่งได้ถ้าจ่าย เงินบางส่วนถึงผู้มีอำนาจ บางส่วนเป็นการหลอกลวง',
      'Someone claims to arrange an exam, transfer or promotion for money. Some reaches those with power; some is plain fraud.',
    ],
    signs: {
      th: ['เปลี่ยนเกณฑ์ใกล้วันคัดเลือก', 'คะแนนสัมภาษณ์พลิกผลสอบข้อเขียน', 'คนนอกรู้ผลก่อนประกาศ'],
      en: [
        'Criteria change close to the day',
        'Interviews overturn the written result',
        'Outsiders know the result beforehand',
      ],
    },
    weak: {
      th: ['คะแนนสัมภาษณ์ไม่มีเหตุผลประกอบ', 'กรรมการไม่แจ้งความสัมพันธ์กับผู้สมัคร'],
      en: ['Interview marks without reasons', 'Members do not declare ties with candidates'],
    },
    helped: {
      th: ['ประกาศเกณฑ์ก่อนและห้ามเปลี่ยน', 'ให้คะแนนพร้อมเหตุผลรายข้อ', 'เตือนผู้สมัครว่าไม่มีใครช่วยได้ พร้อมช่องแจ้ง'],
      en: [
        'Publish criteria first and keep them',
        'Mark each point with reasons',
        'Warn candidates that nobody can arrange it, with a way to report',
      ],
    },
    offences: ['CC-149', 'CC-143', 'CC-157', 'CC-341', 'CC-164'],
    topics: ['PERSONNEL', 'BRIBE_DEMAND'],
  },
  {
    code: 'own-shop',
    title: ['ซื้อจากร้านของญาติหรือของตนเอง', 'Buying from one’s own or a relative’s shop'],
    how: [
      'งานวงเงินน้อยถูกให้ร้านที่คู่สมรส ญาติ หรือนอมินีเป็นเจ้าของ บางครั้งแบ่งงานใหญ่เป็นงานเล็กเพื่อไม่ต้องแข่งขัน',
      'Small orders go to a shop owned by a spouse, relative or front, at times by splitting a larger job to avoid competition.',
    ],
    signs: {
      th: ['ร้านเดียวได้งานเฉพาะเจาะจงซ้ำ', 'หลายใบสั่งวันใกล้กันวงเงินใต้เพดาน', 'ที่อยู่หรือเบอร์ของร้านตรงกับเจ้าหน้าที่'],
      en: [
        'One shop keeps getting direct orders',
        'Several orders close together just under the limit',
        'The shop’s address or number matches an official’s',
      ],
    },
    weak: {
      th: ['ไม่ถามความสัมพันธ์ก่อนสั่งซื้อ', 'ไม่มีใครรวมยอดต่อร้านต่อปี'],
      en: ['Ties are not asked before ordering', 'Nobody adds up orders by shop and year'],
    },
    helped: {
      th: ['แบบแจ้งส่วนได้เสียในทุกใบขอซื้อ', 'รวมยอดต่อร้านและเตือนเมื่อใกล้เพดาน', 'เปิดเผยรายการซื้อเป็นข้อมูลเปิด'],
      en: [
        'A declaration of interest in every request',
        'Totals by shop, with a warning near the limit',
        'Publish purchases as open data',
      ],
    },
    offences: ['CC-152', 'NACC-168', 'SOE-9', 'CC-157'],
    topics: ['CONFLICT_OF_INTEREST', 'PROCUREMENT'],
  },
  {
    code: 'public-land',
    title: ['ออกเอกสารสิทธิในที่สาธารณะ', 'Title deeds on public land'],
    how: [
      'ใช้หลักฐานเท็จหรือรังวัดคลาดเคลื่อนเพื่อออกเอกสารสิทธิทับที่สาธารณะ โดยมีเจ้าหน้าที่หรือผู้นำท้องที่รับรองว่าไม่ทับ',
      'False evidence or a wrong survey makes a title deed over public land, while an official or local leader certifies that it does not overlap.',
    ],
    signs: {
      th: ['เดินสำรวจหลายแปลงในวันเดียว', 'ผู้รับรองแนวเขตคนเดียวกันทุกแปลง', 'แปลงเปลี่ยนมือให้บริษัทเร็วหลังออกโฉนด'],
      en: [
        'Many plots surveyed in a day',
        'The same person certifies every boundary',
        'The plot passes quickly to a company',
      ],
    },
    weak: {
      th: ['ไม่เทียบภาพถ่ายทางอากาศเก่า', 'ประกาศคัดค้านในที่ที่คนไม่เห็น'],
      en: ['Old aerial photographs are not compared', 'Notices hang where nobody sees them'],
    },
    helped: {
      th: ['เทียบภาพถ่ายหลายปีก่อนรับรอง', 'ประกาศในหมู่บ้านและทางข้อความ', 'สลับผู้ตรวจจากนอกพื้นที่'],
      en: [
        'Compare photographs of several years',
        'Announce in the village and by message',
        'Bring examiners from elsewhere',
      ],
    },
    offences: ['CC-157', 'CC-162', 'CC-267', 'CC-149'],
    topics: ['PUBLIC_LAND'],
  },
  {
    code: 'protection-fee',
    title: ['ส่วยและการละเว้นไม่จับกุม', 'Protection payments'],
    how: [
      'ผู้ประกอบการจ่ายเป็นรายเดือนเพื่อไม่ให้ถูกตรวจ หรือถูกขู่ว่าจะตรวจถ้าไม่จ่าย คนเก็บมักไม่ใช่เจ้าหน้าที่เอง',
      'A business pays monthly so as not to be inspected, or is threatened with inspection. The collector is seldom an official.',
    ],
    signs: {
      th: ['ร้านบางแห่งไม่เคยถูกตรวจ บางแห่งถูกตรวจถี่', 'บันทึกตรวจข้อความเหมือนกัน', 'มีสัญลักษณ์หรือสติกเกอร์ที่รู้กัน'],
      en: [
        'Some shops are never inspected, some often',
        'Inspection notes with the same words',
        'A sign or sticker that insiders know',
      ],
    },
    weak: {
      th: ['ผู้ตรวจเลือกเองว่าจะไปที่ใด', 'ไม่มีบันทึกเวลาเข้าออก'],
      en: ['Inspectors choose where to go', 'No record of coming and going'],
    },
    helped: {
      th: ['สุ่มสถานที่และจับคู่ผู้ตรวจ', 'ให้ร้านประเมินหลังการตรวจโดยไม่เปิดชื่อ', 'เทียบผลตรวจกับเรื่องร้องเรียน'],
      en: [
        'Draw places and pairs at random',
        'Let shops rate inspections anonymously',
        'Compare results with complaints',
      ],
    },
    offences: ['CC-148', 'CC-149', 'CC-157', 'CC-143'],
    topics: ['BRIBE_DEMAND', 'NEGLECT', 'ABUSE_OF_POWER'],
  },
  {
    code: 'revenge-on-reporter',
    title: ['กลั่นแกล้งผู้แจ้งเบาะแส', 'Revenge on a reporter'],
    how: [
      'หลังมีเรื่องร้องเรียน ผู้ที่ถูกสงสัยว่าแจ้งถูกย้าย ประเมินต่ำ ตั้งกรรมการสอบ หรือถูกข่มขู่ หลักฐานบางส่วนหายไป',
      'After a report the person suspected of it is moved, marked down, investigated or threatened, and some evidence is lost.',
    ],
    signs: {
      th: ['คำสั่งย้ายหรือผลประเมินเปลี่ยนทันทีหลังมีเรื่อง', 'มีการถามหาว่าใครแจ้ง', 'เอกสารในแฟ้มหายหลังเรื่องรั่ว'],
      en: [
        'A move or appraisal changes right after a report',
        'People ask who reported',
        'Papers vanish after a leak',
      ],
    },
    weak: {
      th: ['เรื่องผ่านสายบังคับบัญชาของผู้ถูกกล่าวหา', 'คนอ่านเรื่องได้มากเกินจำเป็น'],
      en: ['The report passes through the accused’s own line', 'Too many can read it'],
    },
    helped: {
      th: ['ส่งเรื่องให้ศูนย์ชั้นเหนือขึ้นไป', 'จำกัดผู้เข้าถึงและบันทึกทุกการเปิด', 'ติดตามคำสั่งบุคคลของผู้แจ้งอย่างน้อยหนึ่งปี'],
      en: [
        'Send the matter to the tier above',
        'Limit who can open it and record each opening',
        'Follow personnel orders about the reporter for a year',
      ],
    },
    offences: ['NACC-177', 'NACC-180', 'CC-157', 'CC-158'],
    topics: ['ABUSE_OF_POWER', 'PERSONNEL'],
  },
  {
    code: 'gift-season',
    title: ['ของขวัญตามเทศกาลและการเรี่ยไร', 'Seasonal gifts and collections'],
    how: [
      'ผู้รับเหมาหรือผู้ใต้บังคับบัญชาให้ของขวัญมูลค่าสูงในเทศกาล หรือถูกขอให้ร่วมซื้อโต๊ะและบริจาคผ่านหน่วยงาน',
      'Contractors or subordinates give costly presents at festivals, or are asked to buy tables and donate through the office.',
    ],
    signs: {
      th: ['ของขวัญมาจากผู้มีเรื่องค้างพิจารณา', 'มีรายการจัดเก็บเงินกลุ่มไลน์ของหน่วยงาน', 'ไม่มีรายการในทะเบียนของขวัญเลยทั้งปี'],
      en: [
        'The giver has a matter pending',
        'Collections in the office’s chat group',
        'The gift register is empty all year',
      ],
    },
    weak: {
      th: ['มีประกาศแต่ไม่มีช่องรายงานที่ง่าย', 'หัวหน้าไม่ทำเป็นตัวอย่าง'],
      en: ['An announcement without an easy way to report', 'The head sets no example'],
    },
    helped: {
      th: ['หัวหน้ารายงานของขวัญของตนเป็นคนแรก', 'แจ้งผู้รับเหมาเป็นหนังสือก่อนเทศกาล', 'ทะเบียนของขวัญที่กรอกได้ในหนึ่งนาที'],
      en: [
        'The head reports gifts first',
        'Write to contractors before the season',
        'A register that takes a minute',
      ],
    },
    offences: ['NACC-169', 'CC-149'],
    topics: ['GIFTS'],
  },
];
