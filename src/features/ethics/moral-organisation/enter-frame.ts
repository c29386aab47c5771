/** The ministry enters what is assessed from a fiscal year on; assessments that were begun keep their frame. */
import { z } from 'zod';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { keptFor } from '../codes/enter-code.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { insertFrame, selectFrames } from './moral.queries.ts';

const words = z.string().trim().min(1).max(500);
const lines = (least: number, most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(200)).min(least).max(most));
const newFrame = z
  .object({
    id: z.uuid(),
    activitiesTh: lines(1, 20),
    activitiesEn: lines(1, 20),
    levelsTh: lines(3, 3),
    levelsEn: lines(3, 3),
    virtuesTh: words,
    virtuesEn: words,
    middleFrom: z.coerce.number().gt(0).lt(100),
    highFrom: z.coerce.number().gt(0).max(100),
    basisTh: words,
    basisEn: words,
    source: words,
    status: z.enum(['confirmed', 'unconfirmed']),
  })
  .refine((frame) => frame.middleFrom < frame.highFrom)
  .refine((frame) => frame.activitiesTh.length === frame.activitiesEn.length);

/** Counts from the present fiscal year. Safe to repeat. Refusals: `forbidden`, `malformed`. */
export async function enterFrame(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ version: number }>> {
  const now = ground.now();
  const root = keptFor(signedIn, await network.listCentres(now));
  if (!root) return refused('forbidden');
  const parsed = newFrame.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const { id, ...frame } = parsed.data;
  const fiscalYear = fiscalYearOf(civilDate(now));
  return actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
    const find = () =>
      trx.selectFrom('ethics.moral_frame').select('version').where('id', '=', id).executeTakeFirst();
    const there = await find();
    if (there) return done(there);
    const versions = (await selectFrames(trx)).filter((one) => one.fiscalYear === fiscalYear);
    const version = Math.max(0, ...versions.map((one) => one.version)) + 1;
    const [entered] = await insertFrame(trx, { ...frame, fiscalYear, version }, id);
    // Two at once: the same form twice is one version, two forms are told of each other.
    if (entered?.numInsertedOrUpdatedRows !== 1n) {
      const same = await find();
      return same ? done(same) : refused('changed-meanwhile');
    }
    await recordAct(trx, {
      act: 'ethics.moral-frame-entered',
      object: 'moral-frame',
      id,
      unit: root.code,
      at: now.toISOString(),
      facts: { fiscalYear, version, status: frame.status },
    });
    return done({ version });
  });
}
