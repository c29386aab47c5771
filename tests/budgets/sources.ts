/** The project's own source files, as the budgets read them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Written by a program or a list of facts rather than code: no reader goes through them line by line. */
export const isData = (path: string) =>
  /\.generated\.ts$|\/data\/|\.seed\.ts$|\/words\.[a-z]+\.ts$|demo-text\.ts$/.test(path);

export type Source = { readonly path: string; readonly text: string };

export function readSources(
  patterns = [
    'src/**/*.{ts,tsx,css}',
    'scripts/**/*.ts',
    'tests/**/*.ts',
    'bench/**/*.ts',
    'bootstrap.mjs',
    'database/**/*.sql',
  ],
): readonly Source[] {
  return globSync(patterns, { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Paths that a module names in its imports, with whether each is for types only. */
export function importsOf(text: string): { readonly from: string; readonly typeOnly: boolean }[] {
  const statement = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/g;
  const dynamic = /import\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [
    ...[...text.matchAll(statement)].map((match) => ({
      from: match[4]!,
      typeOnly: Boolean(match[2]) || onlyInlineTypes(match[3]),
    })),
    ...[...text.matchAll(dynamic)].map((match) => ({ from: match[1]!, typeOnly: false })),
  ];
}

function onlyInlineTypes(names: string | undefined): boolean {
  const inside = names?.match(/^\{([\s\S]*)\}$/)?.[1];
  if (inside === undefined) return false;
  const each = inside
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return each.length > 0 && each.every((name) => name.startsWith('type '));
}
