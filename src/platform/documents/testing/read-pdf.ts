/** Reads papers as somebody else's program does: poppler's, a package of Debian (poppler-utils). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine has poppler; `.ci/run` installs it. */
export const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.error('\n*** poppler-utils is not installed: the tests that read papers back are SKIPPED ***\n');
    return false;
  }
})();

/** The text, a string a page: in the order it is drawn, or `by-place` as one selects it in a window. */
export function textOf(paper: Uint8Array, order: 'drawn' | 'by-place' = 'drawn'): string[] {
  const words = order === 'drawn' ? ['-raw'] : [];
  return poppler('pdftotext', paper, [...words, '-enc', 'UTF-8'], ['-'])
    .split('\f')
    .slice(0, -1);
}

export type Word = {
  readonly text: string;
  /** Points from the left and from the top of the page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where each word stands, a list a page. */
export function wordsOf(paper: Uint8Array): Word[][] {
  const html = poppler('pdftotext', paper, ['-bbox'], ['-']);
  return html.split('<page ').slice(1).map(wordsOfPage);
}

function wordsOfPage(html: string): Word[] {
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  return [...html.matchAll(pattern)].map(([, left, top, right, bottom, text]) => ({
    text: text!,
    left: Number(left),
    top: Number(top),
    right: Number(right),
    bottom: Number(bottom),
  }));
}

/** What `pdfinfo` says, with further arguments such as -struct. */
export function infoOf(paper: Uint8Array, ...words: string[]): string {
  return poppler('pdfinfo', paper, words, []);
}

/** The fonts, as `pdffonts` lists them. */
export function fontsOf(paper: Uint8Array): string {
  return poppler('pdffonts', paper, [], []);
}

function poppler(command: string, paper: Uint8Array, before: string[], after: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, paper);
    return execFileSync(command, [...before, file, ...after], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
