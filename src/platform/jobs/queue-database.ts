/** Lets pg-boss use our own connections, and a transaction of ours where both must commit together. */
import { CompiledQuery } from 'kysely';
import type { Db } from 'pg-boss';
import type { Queries } from '#platform/database/connection.ts';

export const queueDatabase = (db: Queries): Db => ({
  executeSql: async (text, values) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values ?? []));
    return { rows };
  },
});
