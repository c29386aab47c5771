/** Fields as they come from the server, where no script has touched them yet. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DateField } from './date-field.tsx';
import { FileField } from './file-field.tsx';
import { TimeField } from './time-field.tsx';

describe('a date', () => {
  const field = (props: Partial<Parameters<typeof DateField>[0]>) =>
    renderToStaticMarkup(createElement(DateField, { name: 'from', label: 'ตั้งแต่', locale: 'th', ...props }));

  test('shows the Buddhist year and Thai months in Thai, the Common Era in English', () => {
    const thai = field({ defaultValue: '2026-11-23' });
    expect(thai).toContain('name="from-d" value="23"');
    expect(thai).toContain('<option value="11" selected="">พฤศจิกายน</option>');
    expect(thai).toMatch(/name="from-y" value="2569"/);
    const english = field({ defaultValue: '2026-11-23', locale: 'en' });
    expect(english).toContain('<option value="11" selected="">November</option>');
    expect(english).toContain('value="2026"');
  });

  test('works without script: three named fields in a group with its name, and no hidden one beside', () => {
    const markup = field({});
    expect(markup).toContain('<legend>ตั้งแต่</legend>');
    expect(markup.match(/name="from-[dmy]"/g)).toHaveLength(3);
    expect(markup).not.toContain('type="hidden"');
  });

  test('shows a refused date as it was typed, and says what is wrong to those who do not see', () => {
    const markup = field({
      defaultValue: '31/2/2569',
      problem: 'ไม่มีวันนี้',
      hint: 'วันแรก',
      id: 'f',
      required: true,
    });
    expect(markup).toContain('value="31"');
    expect(markup).toContain('<option value="2" selected="">');
    expect(markup.match(/aria-describedby="f-hint f-problem"/g)).toHaveLength(3);
    expect(markup.match(/aria-invalid="true"/g)).toHaveLength(3);
    expect(markup.match(/required=""/g)).toHaveLength(3);
    expect(markup).toContain('<p class="problem" id="f-problem">ไม่มีวันนี้</p>');
  });
});

test('a time says how it is written', () => {
  const markup = renderToStaticMarkup(
    createElement(TimeField, { name: 'at', label: 'เวลา', locale: 'th', defaultValue: '08:30' }),
  );
  expect(markup).toMatch(/<label for="([^"]+)">เวลา<\/label><p class="hint" id="\1-hint">/);
  expect(markup).toContain('value="08:30"');
});

test('a file’s own field is there without script, with its label', () => {
  const markup = renderToStaticMarkup(
    createElement(FileField, {
      name: 'file',
      label: 'หนังสือ',
      locale: 'th',
      accept: 'application/pdf',
      id: 'f',
    }),
  );
  expect(markup).toContain('<label for="f">หนังสือ</label>');
  expect(markup).toContain('<div class="file-field">');
  expect(markup).toMatch(/<input id="f" type="file" accept="application\/pdf" name="file"/);
});
