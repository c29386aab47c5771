/** Ceremonies of two requests: the challenge waits in the database for its one answer. */
import { randomUUID } from 'node:crypto';
import type { Queries } from '#platform/database/connection.ts';
import { refuse } from './refusal.ts';

type Kind = 'register' | 'authenticate' | 'password';
export type Ceremony = {
  readonly challenge: string;
  readonly personId: string | undefined;
  readonly facts: unknown;
};

const minutes = 10;

/** Returns the ceremony's name, which the browser hands back with its answer. */
export async function beginCeremony(
  db: Queries,
  kind: Kind,
  { challenge, personId, facts }: { challenge: string; personId?: string; facts?: unknown },
  now: Date,
): Promise<string> {
  await db.deleteFrom('network.ceremony').where('expires_at', '<', now).execute();
  const id = randomUUID();
  await db
    .insertInto('network.ceremony')
    .values({
      id,
      kind,
      challenge,
      person_id: personId ?? null,
      facts: JSON.stringify(facts ?? {}),
      expires_at: new Date(now.getTime() + minutes * 60_000),
    })
    .execute();
  return id;
}

/** Takes the ceremony out, so that it is answered once. Error `ceremony-over` when it was, or waited too long. */
export async function takeCeremony(db: Queries, kind: Kind, id: string, now: Date): Promise<Ceremony> {
  const row = await db
    .deleteFrom('network.ceremony')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning(['challenge', 'person_id', 'facts'])
    .executeTakeFirst();
  if (!row) refuse('ceremony-over');
  return { challenge: row.challenge, personId: row.person_id ?? undefined, facts: row.facts };
}
