/** The small markup: what it draws, and that nothing of the writer's becomes more than words. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafeAddress, parseMarkup, plainText } from './markup.ts';

describe('an announcement’s text', () => {
  test('has paragraphs, headings, lists, strong words and links', () => {
    expect(
      parseMarkup('ประกาศ **สำคัญ**\nบรรทัดสอง\n\n## กำหนดการ\n- เช้า\n- บ่าย\n\n๑. ลงทะเบียน\n2. [อ่านต่อ](/laws)'),
    ).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'text', text: 'ประกาศ ' },
            { kind: 'strong', text: 'สำคัญ' },
          ],
          [{ kind: 'text', text: 'บรรทัดสอง' }],
        ],
      },
      { kind: 'heading', lines: [[{ kind: 'text', text: 'กำหนดการ' }]] },
      { kind: 'bullets', items: [[{ kind: 'text', text: 'เช้า' }], [{ kind: 'text', text: 'บ่าย' }]] },
      {
        kind: 'numbers',
        items: [[{ kind: 'text', text: 'ลงทะเบียน' }], [{ kind: 'link', text: 'อ่านต่อ', href: '/laws' }]],
      },
    ]);
  });

  test('a link to anything but a page, a mailbox or a telephone stays words', () => {
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      '/\\evil.example',
      'vbscript:x',
      'https://',
      'ftp://a.example',
    ]) {
      expect(isSafeAddress(bad)).toBe(false);
      expect(JSON.stringify(parseMarkup(`[กด](${bad})`))).not.toContain('"link"');
    }
    for (const good of ['https://moi.example/a?b=c', '/news/a', 'mailto:a@moi.example', 'tel:1567'])
      expect(isSafeAddress(good)).toBe(true);
  });

  test('whatever is written, no letter is lost and no link is unsafe', () => {
    const marks = fc.constantFrom(
      '**',
      '[',
      '](',
      ')',
      '## ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      'javascript:',
      'ก',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const letters = (words: string) => words.replaceAll(/[^กx]/g, '');
        expect(letters(plainText(text)).length).toBeLessThanOrEqual(letters(text).length);
        for (const block of parseMarkup(text))
          for (const line of 'lines' in block ? block.lines : block.items)
            for (const part of line) if (part.kind === 'link') expect(isSafeAddress(part.href)).toBe(true);
      }),
    );
  });

  test('a long line of unfinished marks is read in a blink', () => {
    const started = performance.now();
    parseMarkup(`${'**['.repeat(30_000)}`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
