/** Charts say in words what they draw, and their colours can be told from what they lie on, in light and in dark. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { shadeOf } from './chart.ts';
import { HeatTable } from './heat-table.tsx';
import { MatrixChart } from './matrix-chart.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { Sparkline } from './sparkline.tsx';
import { StackedBar } from './stacked-bar.tsx';

/** Custom properties of both style sheets in one scheme. */
function tokens(scheme: 'light' | 'dark'): Record<string, string> {
  const all: Record<string, string> = {};
  for (const file of ['tokens.css', 'charts.css']) {
    const css = readFileSync(join(import.meta.dirname, '../styles', file), 'utf8');
    const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
    for (const part of scheme === 'dark' ? [light, dark.split('\n}\n')[0]!] : [light])
      for (const [, name, colour] of part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) all[name!] = colour!;
  }
  return all;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const colour = tokens(scheme);
  test.each(['one', 'two', 'three', 'four', 'five', 'quiet'])('series %s stands out', (series) => {
    for (const ground of ['surface', 'paper', 'sunken'])
      expect(contrast(colour[`chart-${series}`]!, colour[ground]!), ground).toBeGreaterThanOrEqual(3);
  });
  test.each([0, 1, 2, 3, 4])('figures on shade %i can be read', (shade) => {
    expect(contrast(colour[`heat-${shade}`]!, colour[`on-heat-${shade}`]!)).toBeGreaterThanOrEqual(4.5);
  });
});

const html = (element: Parameters<typeof renderToStaticMarkup>[0]) => renderToStaticMarkup(element);

test('bars are a table whose figures lead to their rows', () => {
  const bars = [
    { label: 'เชียงใหม่', value: 1234, href: '/office/work?unit=TH-50' },
    { label: 'ตาก', value: 0 },
  ];
  const markup = html(createElement(BarChart, { title: 'เรื่องที่รับ', locale: 'th', bars }));
  expect(markup).toContain('<caption>เรื่องที่รับ</caption>');
  expect(markup).toContain('<a href="/office/work?unit=TH-50">1,234</a>');
  expect(markup).toMatch(/width="100" height="10"[^>]*><\/rect><rect class="fill-one" width="100"/);
  expect(markup).toMatch(/class="fill-one" width="0"/);
  expect(html(createElement(BarChart, { title: 'x', locale: 'en', bars: [] }))).toContain('No figures yet');
});

test('parts of a whole carry every figure and their sum', () => {
  const markup = html(
    createElement(StackedBar, {
      title: 'ผล',
      locale: 'th',
      series: [{ label: 'มีมูล' }, { label: 'ไม่มีมูล' }],
      rows: [{ label: '2570', values: [30, 10] }],
    }),
  );
  expect(markup.match(/<td class="number">(\d+)/g)).toHaveLength(3);
  expect(markup).toContain('>40<');
  expect(markup).toMatch(/class="fill-two" x="75" width="24.6"/);
});

test('a line of text tells its course and breaks where nothing is known', () => {
  const markup = html(createElement(Sparkline, { label: 'Cases', locale: 'en', values: [3, null, 9, 1, 4] }));
  expect(markup).toContain('aria-label="Cases: from 3 to 4, lowest 1, highest 9"');
  expect(markup.match(/<polyline/g)).toHaveLength(2);
});

test('progress is said in words', () => {
  expect(html(createElement(ProgressBar, { label: 'ตอบแล้ว', locale: 'th', value: 12, max: 91 }))).toContain(
    '12 จาก 91',
  );
  expect(html(createElement(ProgressBar, { label: 'x', locale: 'en', value: 1, max: 0 }))).toContain(
    'width="0"',
  );
});

test('a heat table keeps its figures, also those that are hidden', () => {
  const markup = html(
    createElement(HeatTable, {
      title: 'x',
      locale: 'en',
      columns: ['Oct', 'Nov', 'Dec'],
      rows: [{ label: 'Tak', cells: [{ value: 40 }, { value: 2, shown: '< 5' }, { value: null }] }],
    }),
  );
  expect(markup).toContain(
    '<td class="heat-4">40</td><td class="heat-1">&lt; 5</td><td class="heat-0">–</td>',
  );
  expect([0, 1, 25, 26, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 4]);
});

test('a matrix names each cell that leads somewhere and repeats itself as a table, highest row first', () => {
  const scale = [
    { mark: '1', name: 'น้อย' },
    { mark: '2', name: 'มาก' },
  ];
  const markup = html(
    createElement(MatrixChart, {
      title: 'แผนภูมิความเสี่ยง',
      locale: 'th',
      rowScale: 'โอกาส',
      columnScale: 'ผลกระทบ',
      rows: scale,
      columns: scale,
      bands: [
        { code: 'low', name: 'ต่ำ', shade: 1 },
        { code: 'high', name: 'สูง', shade: 4 },
      ],
      cells: [0, 1].flatMap((row) =>
        [0, 1].map((column) => ({
          row,
          column,
          count: row + column,
          band: row + column > 1 ? 'high' : 'low',
          href: `?at=${row}.${column}`,
        })),
      ),
    }),
  );
  expect(markup).toContain('aria-label="โอกาส มาก · ผลกระทบ มาก: 2 รายการ ระดับสูง"');
  expect(markup.match(/<svg.*<\/svg>/s)![0].match(/<a /g)).toHaveLength(3);
  const rows = [...markup.matchAll(/<th scope="row">(\d)/g)].map(([, mark]) => mark);
  expect(rows).toEqual(['2', '1']);
  expect(markup).toContain('<strong>2</strong>');
});
