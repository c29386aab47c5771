// Words so common that they say nothing about what a text is about. They are left out of an index for ranking only;
// the text itself always keeps them.

const stopWords = new Set(
  `การ ความ ที่ และ หรือ ของ ใน เป็น ให้ ได้ มี ว่า จะ ไม่ โดย ตาม ซึ่ง นี้ นั้น กับ แต่ จาก ไป มา แล้ว ก็ ด้วย อยู่ เพื่อ ต่อ แก่ แห่ง เมื่อ ถ้า หาก
คือ อัน ถึง ไว้ ยัง อีก ต้อง ควร อาจ จึง เพราะ ทั้ง ทั้งนี้ ดังกล่าว เช่น ๆ ฯ ฯลฯ ผู้ ครับ ค่ะ คะ นะ นะคะ นะครับ ผม ฉัน ดิฉัน เขา เรา มัน ท่าน
เอง ด้าน บน ล่าง กว่า มาก น้อย ใด ใดใด ขึ้น ลง ออก เข้า กัน ละ เลย แค่ เพียง ทุก บาง หลาย ระหว่าง โดยที่ ในกรณี รวมทั้ง
the a an of in on at to for and or is are was were be by with from as that this it its i my we our you he she they`.split(
    /\s+/,
  ),
);

/** Thai words as the segmenter gives them, English in lower case. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}
