/** Opens a round: of one's own centre, or by the ministry for every open centre that has none yet. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from './needs.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { selectQuestionnaires, selectRounds } from './questionnaire.queries.ts';
import { runs, runsAll } from './survey.policies.ts';
import { publicKeyOf } from './token.ts';

const day = z.string().refine((text) => parseCivilDate(text) !== undefined);
const newRound = z.object({
  id: z.uuid(),
  /** Undefined: every centre. */
  unitId: z.int().optional(),
  fiscalYear: z.int().min(2550).max(2700),
  opensOn: day,
  closesOn: day,
  entitledNote: z.string().trim().max(1000),
  /** People by sub-group; centres enter theirs later when the ministry opens for all. */
  entitled: z.record(z.string(), z.int().min(0).max(100_000)),
});
export type NewRound = z.input<typeof newRound>;

/** Safe to repeat with the same `id`. */
export async function openRound(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: NewRound,
): Promise<Outcome<{ readonly id: string; readonly rounds: number }>> {
  const parsed = newRound.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const asked = parsed.data;
  const now = ground.now();
  if (asked.closesOn < asked.opensOn || asked.closesOn < civilDate(now)) return refused('malformed');
  const centres = await network.listCentres(now);
  const { unitId } = asked;
  const role =
    unitId === undefined
      ? runsAll(signedIn.appointments, centres)
      : runs(signedIn.appointments, centres, unitId);
  if (!role) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const questionnaire = (await selectQuestionnaires(trx, { fiscalYear: asked.fiscalYear })).find(
      ({ state }) => state === 'in-force',
    );
    if (!questionnaire) return refused('no-questionnaire');
    const there = await selectRounds(trx, { fiscalYear: asked.fiscalYear });
    if (there.some(({ id }) => id === asked.id)) return done({ id: asked.id, rounds: 1 });
    const units = centres.filter(
      (centre) =>
        centre.isOpen &&
        (unitId === undefined || centre.id === unitId) &&
        !there.some((round) => round.unitId === centre.id),
    );
    if (units.length === 0) return refused('already-opened');
    for (const [at, centre] of units.entries()) {
      // The first has the form's id, so that the form sent twice finds it.
      const id = at === 0 ? asked.id : randomUUID();
      const tokenKey = publicKeyOf(ground.secrets.tokenKey, id);
      await trx
        .insertInto('survey.round')
        .values({
          id,
          unit_id: centre.id,
          fiscal_year: asked.fiscalYear,
          questionnaire_id: questionnaire.id,
          opens_on: asked.opensOn,
          closes_on: asked.closesOn,
          entitled_note: asked.entitledNote,
          token_key: Buffer.from(tokenKey),
          opened_by: signedIn.person.id,
          opened_at: now,
        })
        .execute();
      if (unitId !== undefined)
        await writeEntitled(
          trx,
          id,
          questionnaire.bands.map(({ code }) => code),
          asked.entitled,
        );
      await recordAct(trx, {
        act: 'survey.round-opened',
        object: 'survey-round',
        id,
        unit: centre.code,
        role,
        at: now.toISOString(),
        // By the key anybody sees that all tokens of a round are signed by one key.
        facts: {
          fiscalYear: asked.fiscalYear,
          questionnaire: questionnaire.version,
          opensOn: asked.opensOn,
          closesOn: asked.closesOn,
          tokenKey: Buffer.from(tokenKey).toString('base64url'),
        },
      });
    }
    return done({ id: asked.id, rounds: units.length });
  });
}

export async function writeEntitled(
  trx: InTransaction,
  roundId: string,
  bands: readonly string[],
  entitled: Readonly<Record<string, number>>,
): Promise<void> {
  const rows = bands
    .filter((band) => entitled[band] !== undefined)
    .map((band) => ({ round_id: roundId, band, people: entitled[band]! }));
  if (rows.length === 0) return;
  await trx
    .insertInto('survey.entitled')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['round_id', 'band']).doUpdateSet((eb) => ({ people: eb.ref('excluded.people') })),
    )
    .execute();
}
