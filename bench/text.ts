// How fast and how rightly Thai is cut: ours against the runtime's own Intl.Segmenter.
//
//   node bench/text.ts [FOLDER]
//
// FOLDER holds UTF-8 .txt files of Thai (statutes, say); without one an invented text is used. Prints two tables:
// throughput in megabytes of UTF-8 a second (best of the runs) and, for phrases that engines are known to cut wrongly,
// what each gives. Nothing is asserted here: the promises are tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionaryNow } from '#platform/text/dictionary-now.ts';
import { normalise } from '#platform/text/normalise.ts';
import { searchTokens } from '#platform/text/search-tokens.ts';
import { segment } from '#platform/text/segment.ts';

const RUNS = 5;
const INVENTED = `ชาวบ้านร้องเรียนว่าเจ้าหน้าที่เรียกรับเงินค่าออกใบอนุญาตก่อสร้าง ศูนย์ปฏิบัติการต่อต้านการทุจริตรับเรื่องไว้ตรวจสอบข้อเท็จจริง
และแจ้งผลให้ผู้ร้องทราบภายใน ๑๕ วัน ตามมาตรา ๑๕๗ แห่งประมวลกฎหมายอาญา (ป.อ.) ข่าวอื่นๆ ดูที่ ศปท.มท. ปี 2569\n`;

const PHRASES = [
  'เป็นกระทรวงที่มีธรรมาภิบาล',
  'ส่งผลกระทบ',
  'ข่าวอื่นๆ',
  'แนวคิดและเทคนิคใหม่ๆ',
  'มาตรา๑๕๗',
  'ศปท.มท. / พ.ร.บ.',
  'ศูนย์ปฏิบัติการต่อต้านการทุจริต',
  'สัมนา ปฎิบัติการ',
];

const text = readText(process.argv[2]);
const pieces = text.match(/[\s\S]{1,3000}/g) ?? [];
const megabyte = text.slice(0, 360_000);
const trie = dictionaryNow();
const icu = new Intl.Segmenter('th', { granularity: 'word' });

const countIcu = (input: string) => {
  let words = 0;
  for (const _ of icu.segment(input)) words++;
  return words;
};

console.log(
  `Node ${process.version}, ICU ${process.versions.icu}; ${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB of text\n`,
);
console.log('| what | MB/s |\n|---|---|');
row('normalise, whole text', text, normalise);
row('our segment, whole text as one string', text, (input) => segment(input, trie));
row('our segment, 3,000 characters at a time', pieces, (input) => segment(input, trie));
row('our searchTokens, 3,000 characters at a time', pieces, (input) => searchTokens(input, trie));
row('our segment, one string of about 1 MB', megabyte, (input) => segment(input, trie));
row('Intl.Segmenter, one string of about 1 MB', megabyte, countIcu, 1);
row('Intl.Segmenter, 3,000 characters at a time', pieces, countIcu, 2);

console.log('\n| text | ours | Intl.Segmenter |\n|---|---|---|');
for (const phrase of PHRASES) {
  const theirs = [...icu.segment(phrase)].map(({ segment: word }) => word);
  console.log(`| ${phrase} | ${segment(phrase, trie).join('·')} | ${theirs.join('·')} |`);
}

function row(
  name: string,
  input: string | readonly string[],
  work: (input: string) => unknown,
  runs = RUNS,
): void {
  const inputs = typeof input === 'string' ? [input] : input;
  const bytes = inputs.reduce((sum, each) => sum + Buffer.byteLength(each), 0);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    for (const each of inputs) work(each);
    best = Math.min(best, performance.now() - start);
  }
  console.log(`| ${name} | ${(bytes / 1e3 / best).toFixed(1)} |`);
}

function readText(folder: string | undefined): string {
  if (folder === undefined) return INVENTED.repeat(4000);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
