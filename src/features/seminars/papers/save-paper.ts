/** Keeps what the registry and the signer add to a paper: number, date, to whom, who signs. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockSeminar } from '../projects/project.queries.ts';
import { civilDay, fieldsOf } from '../projects/seminar.schemas.ts';
import { unitCodeOf } from '../projects/unit-code.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import { factsOf, selectPapers, upsertPaper } from './paper.queries.ts';
import { paperKinds, plainKinds } from './paper.ts';

const text = (most: number) => z.string().trim().max(most).default('');
const paperForm = z.object({
  seminarId: z.uuid(),
  kind: z.enum(paperKinds).refine((kind) => !plainKinds.includes(kind)),
  number: text(100),
  dated: z.preprocess((value) => (value === '' ? undefined : value), civilDay.optional()),
  addressee: text(300),
  signerName: text(200),
  signerPosition: text(300),
  phone: text(100),
  added: text(4_000),
});

/** Safe to repeat; the last one who saves decides, for a paper is looked at before it is signed. */
export async function savePaper(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ kind: string }>> {
  const parsed = paperForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const { seminarId, kind, dated, ...rest } = parsed.data;
  const facts = { ...rest, dated };
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await lockSeminar(trx, seminarId);
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
    if (!role) return refused('forbidden');
    const before = factsOf(await selectPapers(trx, seminarId), kind);
    const isSame = Object.entries(facts).every(
      ([name, value]) => before[name as keyof typeof before] === value,
    );
    if (isSame) return done({ kind });
    const now = ground.now();
    await upsertPaper(trx, { seminarId, kind, facts, by: signedIn.person.id, at: now });
    await recordAct(trx, {
      act: 'seminars.paper-written',
      object: 'seminar',
      id: seminarId,
      unit: unitCodeOf(signedIn, seminar.unitId),
      role,
      at: now.toISOString(),
      facts: { paper: kind, ...(facts.number ? { number: facts.number } : {}) },
    });
    return done({ kind });
  });
}
