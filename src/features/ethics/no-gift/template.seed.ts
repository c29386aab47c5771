/** The wording that heads sign to begin with, in our own words: the ministry replaces it by a version of its own. */
export const firstTemplate = {
  titleTh: 'นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy) ประจำปีงบประมาณ พ.ศ. {year}',
  titleEn: 'No Gift Policy for the fiscal year {year}',
  bodyTh: `ข้าพเจ้า {name} ตำแหน่ง {position} ขอประกาศว่า ผู้บริหาร เจ้าหน้าที่ และลูกจ้างทุกคนของ{office} จะไม่รับของขวัญ ของกำนัล หรือประโยชน์อื่นใดจากการปฏิบัติหน้าที่ ตลอดปีงบประมาณ พ.ศ. {year} โดยถือปฏิบัติดังนี้

- ไม่รับ ไม่เรียก และไม่ให้ผู้อื่นรับแทน ไม่ว่าก่อน ขณะ หรือหลังปฏิบัติหน้าที่
- แสดงความยินดีหรือขอบคุณกันด้วยคำพูด บัตรอวยพร หรือข้อความ แทนการให้สิ่งของ
- เมื่อจำเป็นต้องรับไว้เพื่อรักษาไมตรี ให้รายงานผู้บังคับบัญชาในระบบโดยเร็ว พร้อมภาพถ่ายและเหตุผล
- ไม่เรี่ยไรจากประชาชนหรือผู้ประกอบการโดยไม่ได้รับอนุญาตตามระเบียบ

ประชาชนไม่ต้องให้สิ่งใดเพื่อให้ได้รับบริการ หากพบเห็นการรับหรือเรียกของขวัญ แจ้งได้ที่หน้าแจ้งเรื่องของระบบนี้ โดยไม่ต้องเปิดเผยชื่อ`,
  bodyEn: `I, {name}, head of the centre, announce that no executive, officer or employee of {office} accepts gifts or other benefits in connection with official duty during the fiscal year {year}. We keep to the following.

- We neither accept nor ask, nor let others accept for us, before, during or after our duty.
- We congratulate and thank with words, a card or a message, not with things.
- Where refusing would offend, the gift is reported to the superior in the system without delay, with a picture and the reason.
- We collect no money from citizens or businesses without the permission that the rules ask for.

Nobody needs to give anything to be served. Whoever sees a gift taken or asked for may report it on this site without giving a name.`,
  basis: 'มาตรการ No Gift Policy ตามแผนปฏิบัติการด้านการต่อต้านการทุจริต และรายการเปิดเผยข้อมูล OIT',
  source: 'product proposal',
  status: 'unconfirmed',
  validFrom: '2014-01-01',
} as const;
