/** Invented matter of the demonstration. No person, company or event here exists. */

export type DemoStory = {
  readonly topic: string;
  readonly about: string;
  readonly place: string;
  readonly happened: string;
  readonly source: string;
  readonly damage: string;
  readonly wish: string;
};

export const places = [
  'ตำบลหนองแก้วใส',
  'ตำบลทุ่งดอกจาน',
  'อำเภอบ้านดอนจำปา',
  'ตำบลบึงบัวหลวง',
  'เทศบาลตำบลท่าข้ามใหม่',
  'ถนนสายหนองหอย–ดอนแก้ว',
  'หมู่ 7 บ้านสันทรายงาม',
  'ชุมชนคลองเตยลึก',
];

export const stories: readonly DemoStory[] = [
  {
    topic: 'PROCUREMENT',
    about: 'โครงการถนนคอนกรีต',
    place: '',
    happened:
      'ถนนกำหนดหนา 15 เซนติเมตร แต่เจาะดูแล้วหนาไม่ถึง 10 กรรมการตรวจรับลงชื่อครบโดยไม่มาดูงาน ผู้รับจ้างรายเดิมได้งานทุกปี',
    source: 'เป็นคนในพื้นที่และถ่ายรูปไว้',
    damage: 'ราว 480,000 บาท',
    wish: 'ขอให้ตรวจความหนาถนนใหม่',
  },
  {
    topic: 'PROCUREMENT',
    about: 'การซื้อเครื่องกรองน้ำโรงเรียน',
    place: '',
    happened: 'สเปกเขียนให้เข้ายี่ห้อเดียว ร้านอื่นขอซื้อซองแล้วเจ้าหน้าที่บอกว่าหมด ราคาที่ซื้อสูงกว่าท้องตลาดเท่าตัว',
    source: 'เคยไปยื่นซอง',
    damage: 'ประมาณ 260,000 บาท',
    wish: 'ขอให้เปิดเผยเอกสารการซื้อ',
  },
  {
    topic: 'BRIBE_DEMAND',
    about: 'เจ้าหน้าที่ฝ่ายทะเบียน',
    place: '',
    happened:
      'ไปขอย้ายมิเตอร์ไฟ เจ้าหน้าที่บอกว่าถ้าอยากได้เร็วต้องมีค่าน้ำชา 3,000 บาท คนที่จ่ายได้ภายในสามวัน คนที่ไม่จ่ายรอสองเดือน',
    source: 'ประสบเอง',
    damage: '3,000 บาทต่อราย',
    wish: 'อยากให้หยุดเรียกเงิน',
  },
  {
    topic: 'BRIBE_DEMAND',
    about: 'ช่างรังวัด',
    place: '',
    happened: 'นัดรังวัดแล้วเลื่อนสามครั้ง มีคนโทรมาบอกว่าถ้าใส่ซองห้าพันจะลงพื้นที่ให้ทันที',
    source: 'ประสบเอง มีบันทึกเสียง',
    damage: '5,000 บาท',
    wish: 'ขอให้รังวัดตามคิว',
  },
  {
    topic: 'ABUSE_OF_POWER',
    about: 'ผู้ช่วยผู้ใหญ่บ้าน',
    place: '',
    happened: 'ใครไม่ช่วยหาเสียงจะไม่ได้ชื่อในบัญชีผู้รับความช่วยเหลือน้ำท่วม บ้านที่น้ำไม่ท่วมกลับได้เงิน',
    source: 'เห็นรายชื่อที่ติดประกาศ',
    damage: 'ผู้เดือดร้อนราว 40 ครัวเรือนไม่ได้รับเงิน',
    wish: 'ขอให้ตรวจรายชื่อใหม่',
  },
  {
    topic: 'FALSE_CLAIMS',
    about: 'ค่าเดินทางไปราชการ',
    place: '',
    happened: 'เบิกค่าที่พักและค่ารถไปอบรมที่ไม่มีใครไปจริง ใบเสร็จโรงแรมเลขเรียงกันทั้งที่คนละเดือน',
    source: 'ทำงานในหน่วยงาน',
    damage: 'อย่างน้อย 85,000 บาท',
    wish: 'ขอให้ตรวจใบเสร็จย้อนหลัง',
  },
  {
    topic: 'EMBEZZLEMENT',
    about: 'เงินค่าน้ำประปาหมู่บ้าน',
    place: '',
    happened: 'เก็บเงินสดแล้วไม่ออกใบเสร็จ ยอดในสมุดบัญชีไม่ตรงกับที่เก็บ ถามแล้วบอกว่าใช้ไปก่อน',
    source: 'เป็นกรรมการกองทุน',
    damage: 'ประมาณ 120,000 บาท',
    wish: 'ขอให้ตรวจบัญชี',
  },
  {
    topic: 'PERSONNEL',
    about: 'การสอบคัดเลือกพนักงานจ้าง',
    place: '',
    happened: 'มีคนบอกว่าต้องจ่ายสามแสนจึงจะได้บรรจุ ผลออกมาตรงกับรายชื่อที่ลือกันก่อนสอบทุกคน',
    source: 'เพื่อนถูกเรียกเงิน',
    damage: '300,000 บาทต่อราย',
    wish: 'ขอให้ตรวจกระดาษคำตอบ',
  },
  {
    topic: 'NEGLECT',
    about: 'คำร้องเรื่องโรงงานปล่อยน้ำเสีย',
    place: '',
    happened: 'ยื่นคำร้องไปสี่ครั้งไม่มีใครลงมาดู เจ้าหน้าที่บอกว่าหัวหน้าสั่งให้รอ โรงงานเป็นของญาติหัวหน้า',
    source: 'เป็นผู้ร้องเอง',
    damage: 'ปลาในกระชังตายทั้งหมด',
    wish: 'อยากให้มีคนรับผิดชอบ',
  },
  {
    topic: 'CONFLICT_OF_INTEREST',
    about: 'ผู้อำนวยการกอง',
    place: '',
    happened: 'จ้างร้านป้ายของภรรยาทำป้ายทุกงาน แบ่งจ้างครั้งละไม่เกินห้าแสนเพื่อไม่ต้องประกวดราคา',
    source: 'เห็นใบสั่งจ้างหลายใบ',
    damage: 'รวมราว 2.1 ล้านบาทในสองปี',
    wish: 'ขอให้ตรวจสอบความเกี่ยวข้อง',
  },
  {
    topic: 'PUBLIC_LAND',
    about: 'ที่สาธารณะริมบึง',
    place: '',
    happened: 'มีการออกโฉนดทับที่สาธารณประโยชน์ที่ชาวบ้านใช้เลี้ยงวัว หลักหมุดถูกย้ายตอนกลางคืน',
    source: 'ชาวบ้านหลายคนเห็น',
    damage: 'ที่ดินราว 12 ไร่',
    wish: 'ขอให้รังวัดแนวเขตใหม่',
  },
  {
    topic: 'GIFTS',
    about: 'กระเช้าปีใหม่ของผู้รับเหมา',
    place: '',
    happened: 'ผู้รับเหมาส่งกระเช้าพร้อมบัตรของขวัญให้หัวหน้าฝ่ายพัสดุทุกปี ปีนี้มูลค่าบัตรสองหมื่น',
    source: 'ทำงานในหน่วยงาน',
    damage: 'ไม่ทราบ',
    wish: 'อยากให้มีการสอบถาม',
  },
  {
    topic: 'UNUSUAL_WEALTH',
    about: 'เจ้าหน้าที่การเงิน',
    place: '',
    happened: 'เงินเดือนไม่ถึงสามหมื่นแต่ซื้อรถสองคันและที่ดินในปีเดียว โอนเข้าบัญชีญาติทุกเดือน',
    source: 'เห็นเอกสารบางส่วน',
    damage: 'ไม่ทราบแน่ชัด',
    wish: 'ขอให้ตรวจบัญชีทรัพย์สิน',
  },
  {
    topic: 'OTHER',
    about: 'เสียงดังจากงานวัด',
    place: '',
    happened: 'เปิดเครื่องเสียงดังถึงเช้า แจ้งแล้วไม่มีใครมา ไม่แน่ใจว่าใช่เรื่องทุจริตหรือไม่',
    source: 'อยู่บ้านข้างวัด',
    damage: 'ไม่ได้นอน',
    wish: 'อยากให้มีคนช่วยดู',
  },
  {
    topic: 'PROCUREMENT',
    about: 'Street lights bought last year',
    place: '',
    happened:
      'Solar lights were bought at three times the shop price and most were dark within two months. The company’s address is an empty house.',
    source: 'I live here and counted them',
    damage: 'About 900,000 baht',
    wish: 'Please look at the contract',
  },
  {
    topic: 'BRIBE_DEMAND',
    about: 'A permit clerk',
    place: '',
    happened:
      'To renew a shop licence I was told that a gift of 2,000 baht would move the file from the bottom of the pile.',
    source: 'It happened to me',
    damage: '2,000 baht',
    wish: 'I want it to stop',
  },
];

export const questions = [
  'ได้รับเรื่องแล้ว ขอบคุณที่แจ้ง ขอทราบช่วงวันที่เกิดเหตุให้ชัดขึ้น และมีผู้อื่นเห็นหรือไม่',
  'ขอให้ส่งรูปถ่ายหรือเอกสารเพิ่มเติมผ่านหน้านี้ ไม่ต้องบอกชื่อ เราไม่ทราบว่าท่านเป็นใคร',
  'เราตรวจเอกสารสัญญาแล้ว ขอทราบว่าจุดที่ท่านวัดความหนาอยู่ตรงไหนของถนน',
];
export const answers = [
  'เกิดช่วงต้นเดือน ประมาณวันที่ 3 ถึง 7 มีคนงานสองคนเห็นด้วย แต่เขากลัว',
  'ขอบคุณที่ตอบ จะส่งรูปเพิ่มคืนนี้ ขออย่าให้ใครรู้ว่าเป็นใคร',
  'ตรงหน้าศาลาหมู่บ้าน ห่างจากป้ายโครงการประมาณยี่สิบเมตร',
];
export const notes = [
  'ตรวจระบบจัดซื้อแล้ว พบสัญญากับผู้รับจ้างรายเดียวกันสี่สัญญาในสองปี',
  'โทรสอบถามหน่วยงานเจ้าของงบประมาณ รับปากส่งเอกสารภายในสัปดาห์นี้',
  'พยานให้ถ้อยคำสอดคล้องกับที่แจ้ง เห็นควรสืบสวนข้อเท็จจริงต่อ',
  'ลงพื้นที่แล้ว ภาพถ่ายและพิกัดแนบในสำนวนกระดาษ แฟ้ม 2',
];
export const reasons = [
  'ข้อเท็จจริงฟังได้ตามที่แจ้ง ผู้มีอำนาจสั่งลงโทษแล้ว',
  'ตรวจแล้วไม่พบพยานหลักฐานสนับสนุน ผู้เกี่ยวข้องชี้แจงมีเอกสารรองรับ',
  'ปรับปรุงขั้นตอนตรวจรับแล้ว กำหนดให้ถ่ายภาพพร้อมพิกัดทุกงวด',
];

export const news = [
  {
    baseVersion: 0,
    category: 'training',
    titleTh: 'เปิดรับสมัครสัมมนาเจ้าหน้าที่ศูนย์ปฏิบัติการต่อต้านการทุจริต ประจำปี 2570',
    summaryTh: 'ศูนย์ละสองที่นั่ง บรรยาย อภิปราย และแลกเปลี่ยนจากงานจริง',
    bodyTh:
      'ศูนย์ทุกแห่งเสนอชื่อผู้เข้าร่วมได้ศูนย์ละสองคน ภายในสิ้นเดือนหน้า\n\nเนื้อหาเน้นการรับเรื่อง การคุ้มครองผู้แจ้ง และการประเมินความเสี่ยง',
    titleEn: 'Seminar for officers of all centres, 2027',
    summaryEn: 'Two seats a centre; lecture, panel and exchange from real work',
    bodyEn:
      'Each centre may nominate two people by the end of next month.\n\nThe programme is about intake, care for reporters and risk assessment.',
  },
  {
    baseVersion: 0,
    category: 'warning',
    titleTh: 'ระวังผู้แอบอ้างเป็นเจ้าหน้าที่ขอค่าธรรมเนียมเร่งรัดเอกสาร',
    summaryTh: 'หน่วยงานไม่มีค่าธรรมเนียมเร่งรัด หากถูกเรียกเงินแจ้งได้โดยไม่ต้องบอกชื่อ',
    bodyTh: 'หลายพื้นที่มีผู้โทรศัพท์แอบอ้างเป็นเจ้าหน้าที่และขอให้โอนเงิน โปรดอย่าโอน และแจ้งเรื่องผ่านหน้านี้',
    titleEn: 'Beware of callers who ask for a fee to speed up papers',
    summaryEn: 'There is no such fee. If you are asked for money, report it; you need not give your name.',
    bodyEn:
      'Callers in several places claim to be officials and ask for a transfer. Please do not pay, and report it here.',
  },
] as const;

export const circulars = [
  {
    kind: 'circular',
    number: 'ที่ มท 0200.5/ว 4123',
    dated: '2026-11-02',
    subject: 'การรายงานการรับของขวัญและการเรี่ยไร รอบหกเดือนแรก',
    gist: 'ขอให้ทุกศูนย์รายงาน แม้ไม่มีการรับ ภายในกำหนด',
    secrecy: 'none',
    audience: { to: 'all' },
    isPublic: true,
    answerDueOn: '2027-03-15',
    answerAsked: 'จำนวนครั้งที่รับ มูลค่ารวม และการดำเนินการ',
  },
  {
    kind: 'circular',
    number: 'ที่ มท 0200.5/ว 4207',
    dated: '2026-11-16',
    subject: 'แนวทางคุ้มครองผู้แจ้งเบาะแสของศูนย์ปฏิบัติการต่อต้านการทุจริต',
    gist: 'ให้หัวหน้าศูนย์กำชับเจ้าหน้าที่ไม่เปิดเผยข้อมูลที่ทำให้รู้ตัวผู้แจ้ง',
    secrecy: 'none',
    audience: { to: 'all' },
    isPublic: false,
  },
] as const;

export const question = {
  asked: {
    topic: 'PROCUREMENT',
    title: 'บัตรสนเท่ห์ที่แนบสัญญาจ้าง ถือว่ามีพยานหลักฐานเพียงพอหรือไม่',
    body: 'ได้รับหนังสือไม่ลงชื่อ แนบสำเนาสัญญาและภาพถ่ายหน้างาน ศูนย์อื่นเคยรับไว้ดำเนินการหรือไม่',
  },
  answered: 'เคยรับไว้ เพราะระบุการกระทำ สถานที่ เวลา และมีเอกสารให้ตรวจสอบได้ บันทึกเหตุผลของการรับไว้ทุกครั้ง',
} as const;
