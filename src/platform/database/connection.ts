/** Connections to PostgreSQL. Each part of the program signs in as its own ordinary role, never as the owner. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './database.generated.ts';

export type Database = Kysely<DB>;
/** What queries take: a connection pool or a transaction in progress. */
export type Queries = Kysely<DB> | Transaction<DB>;
export type InTransaction = Transaction<DB>;

// Dates are civil dates ("2026-11-23"), not instants at somebody's midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Opens a pool. `max` connections; idle ones are closed after 30 s. */
export function connect(url: string, max = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
  });
  // A pooled connection that the server closes must not end the program: the next query opens another.
  pool.on('error', () => undefined);
  // Nor one that is closed while a transaction holds it between two statements: the next statement fails, and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('connect', heedMarks);
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

/**
 * Statements whose text begins so are parsed and planned once a connection instead of once a call. For the few that are
 * asked all day and whose text never changes: each costs memory in every backend.
 */
const PREPARED = '/* prepared */';
const names = new Map<string, string>();

/** Several statements in one text, whose rows are wanted one after the other; Kysely would drop them all. */
export const SEVERAL = '/* several */';

/** Does for this connection's statements what their first words ask for; Kysely has no way to say either. */
function heedMarks(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const [text, values] = given;
    if (typeof text !== 'string') return query(...given);
    if (text.startsWith(SEVERAL)) return (query(...given) as Promise<unknown>).then(inOne);
    if (!text.startsWith(PREPARED)) return query(...given);
    const name = names.get(text) ?? `prepared-${names.size + 1}`;
    names.set(text, name);
    return query({ name, text, values });
  }) as typeof client.query;
}

function inOne(results: unknown): unknown {
  if (!Array.isArray(results)) return results;
  const all = results as pg.QueryResult[];
  // Kysely passes no rows on from what ends in a COMMIT.
  return { ...all.at(-1)!, command: 'SELECT', rows: all.flatMap(({ rows }) => rows as unknown[]) };
}

/** The same database under another name and role: changes user, password and database of a connection address. */
export function addressFor(
  url: string,
  change: { user?: string; password?: string; database?: string },
): string {
  // The WHATWG parser refuses an empty host ("@/db?host=/socket"), which PostgreSQL addresses allow.
  const stand = 'socket.invalid';
  const parsed = new URL(url.replace(/@\//, `@${stand}/`));
  if (change.user !== undefined) parsed.username = encodeURIComponent(change.user);
  if (change.password !== undefined) parsed.password = encodeURIComponent(change.password);
  if (change.database !== undefined) parsed.pathname = `/${change.database}`;
  return parsed.href.replace(stand, '');
}
