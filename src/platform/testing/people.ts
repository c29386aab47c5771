/** For tests only: somebody who administers the network, and somebody who does not, without the features that make people. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '#platform/database/acting.ts';
import type { TestDatabase } from '#platform/database/test-database.ts';

export type TestPeople = { readonly administrator: Actor; readonly officer: Actor };

export async function makePeople(db: TestDatabase): Promise<TestPeople> {
  const root = await db.owner
    .insertInto('network.unit')
    .values({
      code: 'ROOT',
      kind: 'ministry',
      name_th: 'กระทรวง',
      name_en: 'Ministry',
      valid_from: '2020-01-01',
      source: 'test',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const person = async (adminUnits: readonly number[]): Promise<Actor> => {
    const personId = randomUUID();
    await db.owner
      .insertInto('network.person')
      .values({
        id: personId,
        email: `${personId}@moi.example`,
        name_th: 'สมหญิง ใจซื่อ',
        created_at: new Date(),
      })
      .execute();
    return { personId, caseUnits: [root.id], adminUnits, auditUnits: [] };
  };
  return { administrator: await person([root.id]), officer: await person([]) };
}
