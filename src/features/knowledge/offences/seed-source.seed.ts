/** Where the facts that ship with the product were read. */
export const seedSource = 'ตัวบทรวมกลางปี 2562 อ่านและเรียบเรียงโดยคณะทำงาน การแก้ไขหลังจากนั้นยังไม่ได้ตรวจ';
