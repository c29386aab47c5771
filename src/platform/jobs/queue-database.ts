/** Lets pg-boss use our own connections, and a transaction of ours where both must commit together. */
import { CompiledQuery } from 'kysely';
import type { Db } from 'pg-boss';
import { type Queries, SEVERAL } from '#platform/database/connection.ts';

export const queueDatabase = (db: Queries): Db => ({
  executeSql: async (text, values) => {
    // Its housekeeping sends several statements in one text, which PostgreSQL takes only without values.
    const words = values?.length ? text : `${SEVERAL} ${text}`;
    const { rows } = await db.executeQuery(CompiledQuery.raw(words, values ?? []));
    return { rows };
  },
});
