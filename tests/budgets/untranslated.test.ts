/** No word that a person reads stands outside the dictionaries, which the type checker keeps complete in both languages. */
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { isData, readSources } from './sources.ts';

const letters = /[A-Za-z\u0E01-\u0E2E]{2,}/;
const readAttributes = new Set([
  'title',
  'placeholder',
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'summary',
]);

type Node = { type: string; [key: string]: unknown };

/** Every text in the JSX of a page that a reader would see and that is not taken from a dictionary. */
function strayWords(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!value || typeof value !== 'object' || Array.isArray(value)) return;
    const node = value as Node;
    if (node.type === 'JSXText' && letters.test(String(node['value'])))
      found.push(String(node['value']).trim());
    if (node.type === 'JSXAttribute') {
      const name = (node['name'] as { name?: string }).name ?? '';
      const literal = node['value'] as { type?: string; value?: unknown } | null;
      if (readAttributes.has(name) && literal?.type === 'Literal' && letters.test(String(literal.value)))
        found.push(`${name}="${literal.value}"`);
    }
    for (const key of Object.keys(node)) if (key !== 'type') visit(node[key]);
  };
  visit(parseSync(path, text).program);
  return found.map((words) => `${path}: ${words}`);
}

test('the detector sees a stray word', () => {
  expect(strayWords('a.tsx', '<p title="Hello there">สวัสดี</p>')).toHaveLength(2);
  expect(strayWords('a.tsx', '<p title={text.hello}>{text.greeting} · 24</p>')).toEqual([]);
});

test('pages hold no words of their own', () => {
  const pages = readSources(['src/**/*.tsx']);
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.flatMap(({ path, text }) => strayWords(path, text))).toEqual([]);
});

/** Thai in the string literals of a module, but for what a StartFailure says: that one is given both languages by type. */
function thaiLiterals(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!value || typeof value !== 'object' || Array.isArray(value)) return;
    const node = value as Node;
    if (node.type === 'NewExpression' && (node['callee'] as { name?: string }).name === 'StartFailure')
      return;
    const words =
      node.type === 'Literal'
        ? node['value']
        : node.type === 'TemplateElement'
          ? (node['value'] as { raw: string }).raw
          : '';
    if (typeof words === 'string' && /[\u0E01-\u0E2E]{2,}/.test(words))
      found.push(`${path}: ${words.slice(0, 60)}`);
    for (const key of Object.keys(node)) if (key !== 'type') visit(node[key]);
  };
  visit(parseSync(path, text).program);
  return found;
}

test('Thai words stand in dictionaries, data and what reads Thai text only', () => {
  // `knowledge` reads the language of statutes; its pages are held to the rule as all others.
  const allowed = (path: string) =>
    isData(path) ||
    /text\.(th|en)\.ts$|\.test\.ts$|^src\/platform\/(text|calendar)\/|^src\/features\/knowledge\/(?!.*\/pages\/)|^src\/main\/demo\/|\/testing\/|\/start-failure\.ts$/.test(
      path,
    );
  const sources = readSources(['src/**/*.{ts,tsx}']).filter(({ path }) => !allowed(path));
  expect(sources.flatMap(({ path, text }) => thaiLiterals(path, text))).toEqual([]);
});
