// Text typed with the keyboard set to the other language: Thai words on a US layout (lbo[o is สินบน) and
// English words on the Thai Kedmanee layout (TIS 820). Offered as "did you mean", never done silently.
import { abbreviations, synonyms } from './abbreviations.ts';
import { tokens } from './segment.ts';
import { isThaiLetter } from './thai-characters.ts';
import { ORDINARY, type WordTrie, wordCost } from './word-trie.ts';

// Key by key, left to right, top row to bottom row; first without, then with shift.
const US =
  "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./" + '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?';
const KEDMANEE = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ' + '%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';

const toThai = new Map([...US].map((key, index) => [key, [...KEDMANEE][index]!]));
const toLatin = new Map([...KEDMANEE].map((key, index) => [key, [...US][index]!]));

/** What the same keys give on the Thai layout; characters of no key stay. */
export function thaiFromUsKeys(text: string): string {
  return [...text].map((letter) => toThai.get(letter) ?? letter).join('');
}

/** What the same keys give on the US layout; characters of no key stay. */
export function usFromThaiKeys(text: string): string {
  return [...text].map((letter) => toLatin.get(letter) ?? letter).join('');
}

/**
 * The text in the other layout when that makes sense of it and the text itself does not; else undefined.
 * Latin becomes Thai when nearly all of the result is everyday Thai; Thai becomes Latin when it is hardly Thai and
 * the result is an English term of the domain or at least looks like words.
 */
export function rescueKeyboard(text: string, trie: WordTrie): string | undefined {
  const letters = [...text].filter((letter) => letter.trim() !== '');
  if (letters.length < 3) return undefined;
  const thai = letters.filter((letter) => isThaiLetter(letter.charCodeAt(0))).length;
  if (thai === 0) return rescueThai(text, trie);
  return thai >= letters.length / 2 ? rescueLatin(text, trie) : undefined;
}

function rescueThai(text: string, trie: WordTrie): string | undefined {
  if (!/[a-z]/i.test(text) || englishTerms().has(text.trim().toLowerCase())) return undefined;
  // A number by itself (มาตรา 157) was meant as one; inside a word its keys are letters.
  const thai = text.replace(/\S+/g, (chunk) => (/^[\d/.,]+$/.test(chunk) ? chunk : thaiFromUsKeys(chunk)));
  return everydayShare(thai, trie) >= 0.85 ? thai : undefined;
}

function rescueLatin(text: string, trie: WordTrie): string | undefined {
  const latin = usFromThaiKeys(text);
  if (!/^[a-z0-9 .,'-]+$/i.test(latin)) return undefined;
  if (englishTerms().has(latin.trim().toLowerCase())) return latin;
  if (everydayShare(text, trie) > 0.5) return undefined;
  return latin.split(/\s+/).every((word) => /[aeiouy]/i.test(word) && /^[a-z'.,-]{2,}$/i.test(word))
    ? latin
    : undefined;
}

/** How much of a text, by letters, is everyday Thai words of two letters or more. */
function everydayShare(text: string, trie: WordTrie): number {
  let known = 0;
  let all = 0;
  for (const token of tokens(text, trie)) {
    if (token.kind === 'space' || token.kind === 'number') continue;
    all += token.text.length;
    const counts = token.kind === 'word' && token.text.length > 1 && wordCost(trie, token.text) === ORDINARY;
    if (counts || token.kind === 'abbreviation' || /^[ๆฯ]$/.test(token.text)) known += token.text.length;
  }
  return all === 0 ? 0 : known / all;
}

let terms: Set<string> | undefined;

function englishTerms(): Set<string> {
  terms ??= new Set(
    [...abbreviations.flatMap(({ english = [] }) => english), ...synonyms.flat()].filter((term) =>
      /^[a-z]/.test(term),
    ),
  );
  return terms;
}
