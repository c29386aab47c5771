/** Writes the lines of the budget while the project is in draft, and the claims of fees until all is over. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { lockSeminar } from '../projects/project.queries.ts';
import { isInDraft } from '../projects/project-rules.ts';
import { unitCodeOf } from '../projects/unit-code.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { replaceClaims, replaceLines, selectClaims, selectLines } from './money.queries.ts';
import { budgetForm, feesForm } from './money.schemas.ts';
import { isSameClaim } from './money-rules.ts';
import { linesMark, markOf, readBudget } from './read-budget.ts';

/** Safe to repeat: the same lines sent again change nothing; a colleague's are never overwritten. */
export async function saveLines(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ mark: string }>> {
  const parsed = budgetForm.safeParse(input);
  // A path is lines.<number>.<field>.
  if (!parsed.success)
    return refused('malformed', { fields: parsed.error.issues.map(({ path }) => path.slice(1).join('.')) });
  const { seminarId, mark, lines } = parsed.data;
  return asOrganiser(ground, signedIn, seminarId, 'seminars.budget-written', async (trx, seminar) => {
    const before = linesMark(await selectLines(trx, seminarId));
    const wanted = linesMark(lines);
    if (before === wanted) return { ok: true, value: { mark: wanted }, isNew: false };
    if (!isInDraft(seminar.state)) return refused('not-now');
    if (before !== mark) return refused('changed-meanwhile');
    await replaceLines(trx, seminarId, lines);
    return { ok: true, value: { mark: wanted }, isNew: true };
  });
}

/** What the rules propose is not kept, so that it follows the programme until somebody decides otherwise. */
export async function saveFees(
  ground: Ground,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ mark: string }>> {
  const parsed = feesForm.safeParse(input);
  if (!parsed.success)
    return refused('malformed', { fields: parsed.error.issues.map(({ path }) => path.slice(1).join('.')) });
  const { seminarId, mark, claims } = parsed.data;
  return asOrganiser(ground, signedIn, seminarId, 'seminars.fees-claimed', async (trx, seminar) => {
    if (seminar.state === 'cancelled') return refused('not-now');
    const before = await selectClaims(trx, seminarId);
    const { parts } = await readBudget(trx, seminar);
    const own = claims
      .filter((claim) => {
        const line = parts
          .find(({ slotId }) => slotId === claim.slotId)
          ?.lines.find(({ speakerId }) => speakerId === claim.speakerId);
        return line && !isSameClaim(claim, line.proposal);
      })
      .sort((a, b) => (a.slotId + a.speakerId < b.slotId + b.speakerId ? -1 : 1))
      .map(({ slotId, speakerId, isPaid, hours, rate }) => ({ slotId, speakerId, isPaid, hours, rate }));
    const wanted = markOf(own);
    if (markOf(before) === wanted) return { ok: true, value: { mark: wanted }, isNew: false };
    if (markOf(before) !== mark) return refused('changed-meanwhile');
    await replaceClaims(trx, seminarId, own);
    return { ok: true, value: { mark: wanted }, isNew: true };
  });
}

type Worked<T> = ReturnType<typeof refused> | { ok: true; value: T; isNew: boolean };

async function asOrganiser<T>(
  ground: Ground,
  signedIn: SignedIn,
  seminarId: string,
  act: string,
  work: (trx: InTransaction, seminar: Seminar) => Promise<Worked<T>>,
): Promise<Outcome<T>> {
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    await lockSeminar(trx, seminarId);
    const seminar = await selectSeminar(trx, seminarId);
    if (!seminar) return refused('not-found');
    const role = seminarRole('organise', signedIn.appointments, seminar.unitId);
    if (!role) return refused('forbidden');
    const worked = await work(trx, seminar);
    if (!worked.ok) return worked;
    if (worked.isNew) {
      const { total } = await readBudget(trx, seminar);
      await recordAct(trx, {
        act,
        object: 'seminar',
        id: seminarId,
        unit: unitCodeOf(signedIn, seminar.unitId),
        role,
        at: ground.now().toISOString(),
        facts: { total: String(total) },
      });
    }
    return done(worked.value);
  });
}
