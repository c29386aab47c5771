/** The pages of the platform as src/routes.ts lists them, and which of them an address belongs to. */
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { matchRoutes, type RouteObject } from 'react-router';
import routes from '#routes.ts';

export type Leaf = {
  readonly id: string;
  /** The whole pattern, such as /laws/:code. */
  readonly pattern: string;
  readonly isOffice: boolean;
};

const asObjects = (entries: readonly RouteConfigEntry[]): RouteObject[] =>
  entries.map(({ id, file, path, index, children }) =>
    index
      ? { id: id ?? file, index: true, ...(path === undefined ? {} : { path }) }
      : {
          id: id ?? file,
          ...(path === undefined ? {} : { path }),
          ...(children ? { children: asObjects(children) } : {}),
        },
  );

function leavesOf(entries: readonly RouteConfigEntry[], above = ''): Leaf[] {
  return entries.flatMap(({ id, file, path, children }) => {
    const pattern = path === undefined ? above : `${above}/${path}`;
    if (children) return leavesOf(children, pattern);
    // What is no .tsx answers with data; the last one is every address that is none.
    if (!file.endsWith('.tsx') || path === '*') return [];
    return [{ id: id ?? file, pattern: pattern || '/', isOffice: pattern.startsWith('/office') }];
  });
}

const listed = await routes;
const objects = asObjects(listed);

/** Every page, in the order of the file. */
export const leaves: readonly Leaf[] = leavesOf(listed);

/** The page that answers at a path, by its id. */
export const leafAt = (path: string): string | undefined => matchRoutes(objects, path)?.at(-1)?.route.id;

/** The address of a page without parameters; optional ones are left out. */
export function plainAddress({ pattern }: Leaf): string | undefined {
  const short = pattern.replaceAll(/\/:\w+\?/g, '');
  return short.includes(':') ? undefined : short;
}
