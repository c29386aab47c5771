/** What the forms of corruption that ship with the product rest on. */
export const typologyBasis = 'ข้อบังคับการก่อตั้ง: รู้เท่าทันรูปแบบของการทุจริต';
export const typologySource = 'เรียบเรียงโดยคณะทำงานจากความรู้ทั่วไป ไม่ได้มาจากคดีใดคดีหนึ่ง รอเจ้าหน้าที่ตรวจ';
