/** Publishes, schedules, archives or withdraws an announcement. A step taken already is not taken again. */
import type { SignedIn } from '#features/network/index.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { type ItemRow, selectItemToChange } from './editing.queries.ts';
import { editedUnits, editorRole } from './news.policies.ts';
import { type StepTaken, stepTaken } from './news.schemas.ts';
import { done, type ItemState, type Outcome, refused } from './news.ts';
import { isComplete, mayStep, type Step, stateOf } from './news-rules.ts';
import { wordingHash } from './wording-hash.ts';

const acts: Record<Step, string> = {
  publish: 'news.published',
  unschedule: 'news.unscheduled',
  archive: 'news.archived',
  unarchive: 'news.unarchived',
  withdraw: 'news.withdrawn',
};

/** Publishing at a time to come schedules. Withdrawing something public needs a reason. */
export async function stepItem(
  ground: Ground,
  signedIn: SignedIn,
  input: StepTaken,
): Promise<Outcome<{ state: ItemState }>> {
  const parsed = stepTaken.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, step, publishAt, reason } = parsed.data;
  const units = editedUnits(signedIn.appointments);
  if (units.length === 0) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const now = ground.now();
    const item = await selectItemToChange(
      trx,
      id,
      units.map((unit) => unit.id),
    );
    if (!item) return refused('not-found');
    const before = standing(item, now);
    const change = changeOf(step, now, publishAt, reason);
    const after = standing({ ...item, ...change }, now);
    if (!mayStep(before, step)) return before === after ? done({ state: before }) : refused('wrong-state');
    if (step === 'publish' && !isComplete(textsOf(item))) return refused('not-complete');
    if (step === 'withdraw' && before !== 'draft' && reason === '') return refused('reason-missing');
    await trx
      .updateTable('news.item')
      .set({ ...change, changed_by: signedIn.person.id })
      .where('id', '=', id)
      .execute();
    await recordAct(trx, {
      act: acts[step],
      object: 'news-item',
      id,
      unit: units.find((unit) => unit.id === item.unit_id)!.code,
      role: editorRole(signedIn.appointments, item.unit_id)!,
      at: now.toISOString(),
      facts: factsOf(item, after === 'scheduled' || step === 'publish' ? change.publish_at : undefined),
    });
    return done({ state: after });
  });
}

const standing = (item: Pick<ItemRow, 'state' | 'publish_at' | 'archived_at'>, now: Date) =>
  stateOf({ state: item.state, publishAt: item.publish_at, archivedAt: item.archived_at }, now);

type Change = Partial<
  Pick<ItemRow, 'state' | 'publish_at' | 'archived_at' | 'withdrawn_at' | 'withdrawn_because'>
>;

function changeOf(step: Step, now: Date, publishAt: Date | undefined, reason: string): Change {
  const changes: Record<Step, Change> = {
    publish: { state: 'approved', publish_at: publishAt && publishAt > now ? publishAt : now },
    unschedule: { state: 'draft', publish_at: null },
    archive: { archived_at: now },
    unarchive: { archived_at: null },
    withdraw: { state: 'withdrawn', withdrawn_at: now, withdrawn_because: reason || null },
  };
  return changes[step];
}

const textsOf = (item: ItemRow) => ({
  titleTh: item.title_th,
  summaryTh: item.summary_th,
  bodyTh: item.body_th,
});

function factsOf(item: ItemRow, publishAt: Date | null | undefined) {
  return {
    version: item.version,
    wording: wordingHash({
      ...textsOf(item),
      titleEn: item.title_en ?? '',
      summaryEn: item.summary_en ?? '',
      bodyEn: item.body_en ?? '',
    }),
    ...(publishAt ? { publishAt: publishAt.toISOString() } : {}),
  };
}
