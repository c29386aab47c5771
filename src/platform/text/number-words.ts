// Thai number words as statutes write them: สองหมื่น is 20,000, หนึ่งแสนสี่หมื่น is 140,000, ยี่สิบเอ็ด is 21.

const digits: Readonly<Record<string, number>> = {
  หนึ่ง: 1,
  เอ็ด: 1,
  สอง: 2,
  ยี่: 2,
  สาม: 3,
  สี่: 4,
  ห้า: 5,
  หก: 6,
  เจ็ด: 7,
  แปด: 8,
  เก้า: 9,
};
const places: Readonly<Record<string, number>> = {
  สิบ: 10,
  ร้อย: 100,
  พัน: 1_000,
  หมื่น: 10_000,
  แสน: 100_000,
};
const WORD = /หนึ่ง|เอ็ด|สอง|ยี่|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน/y;

/** The number that the words say, or undefined when anything else stands among them. */
export function readNumberWords(words: string): number | undefined {
  let total = 0;
  let millions = 0;
  let digit: number | undefined;
  if (words === '') return undefined;
  for (let at = 0; at < words.length; ) {
    WORD.lastIndex = at;
    const word = WORD.exec(words)?.[0];
    if (!word) return undefined;
    if (word === 'ล้าน') {
      millions = (millions + total + (digit ?? 0) || 1) * 1_000_000;
      total = 0;
      digit = undefined;
    } else if (places[word] !== undefined) {
      total += (digit ?? 1) * places[word];
      digit = undefined;
    } else digit = digits[word];
    at += word.length;
  }
  return millions + total + (digit ?? 0);
}
