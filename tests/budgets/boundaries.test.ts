/** The architecture's rules on who may import whom, and whose tables a feature may name. */
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, readSources } from './sources.ts';

const sources = readSources(['src/**/*.{ts,tsx}']);
const modules = sources.map(({ path, text }) => ({
  path,
  text,
  imports: importsOf(text).map(({ from, typeOnly }) => ({ target: resolve(path, from), typeOnly })),
}));

function resolve(path: string, from: string): string {
  if (from.startsWith('#')) return `src/${from.slice(1)}`;
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : from;
}

const featureOf = (path: string) => /^src\/features\/([^/]+)\//.exec(path)?.[1];
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes('/testing/');

function offences(
  rule: (module: (typeof modules)[number], target: string, typeOnly: boolean) => boolean,
): string[] {
  return modules.flatMap((module) =>
    module.imports
      .filter(({ target, typeOnly }) => rule(module, target, typeOnly))
      .map(({ target }) => `${module.path} → ${target}`),
  );
}

test('the rules look at real imports', () => {
  expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
});

test('platform and interface know no feature, no surface and no composition', () => {
  expect(
    offences(
      ({ path }, target) =>
        /^src\/(platform|interface)\//.test(path) && /^src\/(features|surfaces|main)\//.test(target),
    ),
  ).toEqual([]);
});

test('a feature reaches another only through its index, or its pages through parts made for sharing', () => {
  expect(
    offences(({ path }, target) => {
      const own = featureOf(path);
      const other = featureOf(target);
      if (!own || !other || own === other || isTest(path)) return false;
      return !/^src\/features\/[^/]+\/(index|browser\/index)\.ts$/.test(target);
    }),
  ).toEqual([]);
});

test('only main and the surfaces compose: no feature imports them but for types and the page context', () => {
  expect(
    offences(
      ({ path }, target, typeOnly) =>
        Boolean(featureOf(path)) &&
        !isTest(path) &&
        !typeOnly &&
        /^src\/(main|surfaces)\//.test(target) &&
        target !== 'src/main/page-context.ts',
    ),
  ).toEqual([]);
});

test("a page and a browser script take nothing but types from the server's side", () => {
  const forBrowser = (path: string) => /\/(pages|browser|island)\//.test(path) && !isTest(path);
  const forServer = (target: string) =>
    /\.(queries|policies\.sql|jobs)\.ts$|\/platform\/(database|files)\/|\.node\.ts$|\/features\/[^/]+\/index\.ts$|^node:|^pg$|^fastify|^pino$/.test(
      target,
    );
  expect(
    offences(({ path }, target, typeOnly) => forBrowser(path) && !typeOnly && forServer(target)),
  ).toEqual([]);
});

test('SQL of a feature names only its own schema', () => {
  const schemas = [
    'network',
    'cases',
    'reports',
    'ledger',
    'news',
    'knowledge',
    'seminars',
    'ethics',
    'prevention',
    'disclosure',
    'survey',
  ];
  const wrong = modules.flatMap(({ path, text }) => {
    const own = featureOf(path);
    if (!own || isTest(path)) return [];
    return schemas
      .filter(
        (schema) =>
          schema !== own &&
          new RegExp(
            `(?:From|Table|Join|Into|insertInto|updateTable|deleteFrom|selectFrom)\\(\\s*['"]${schema}\\.`,
          ).test(text),
      )
      .map((schema) => `${path} names ${schema}`);
  });
  expect(wrong).toEqual([]);
});
