/** An officer reports a gift or a solicitation of her own: judged by the rules of its day, decided by her superior. */
import { z } from 'zod';
import { raiseNotice } from '#features/knowledge/index.ts';
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate, parseCivilDate } from '#platform/calendar/civil-date.ts';
import { actingAs } from '#platform/database/acting.ts';
import { readHolidays } from '#platform/database/holidays.ts';
import { recordAct } from '#platform/ledger/record.ts';
import type { Parts } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { selectChoices, selectGiftRules } from '../rules/rule.queries.ts';
import { inForce } from '../rules/rule.ts';
import { unitsWith } from '../standing.ts';
import { type StoredFile, storeFile } from '../store-picture.ts';
import { superiorOf } from '../superior.ts';
import { selectGift, sumOfSameGiver } from './gift.queries.ts';
import { giftKinds, pictureLimit, type Verdict } from './gift.ts';
import { dueBy, isPast, judge, rulesOn } from './gift-rules.ts';
import { giftsText } from './text.ts';

const text = (most: number) => z.string().trim().min(1).max(most);
const newGift = z.object({
  id: z.uuid(),
  unitId: z.int(),
  kind: z.enum(giftKinds),
  receivedOn: z.string().refine((day) => parseCivilDate(day) !== undefined),
  giver: text(200),
  relation: text(40),
  item: text(500),
  valueBaht: z.int().min(0).max(100_000_000),
  occasion: text(200),
  reason: text(1000),
});
export type NewGift = z.input<typeof newGift>;
export type Reported = { readonly id: string; readonly verdict: Verdict };

/** Safe to repeat with the same `id`: the first report stands. */
export async function reportGift(
  parts: Parts,
  signedIn: SignedIn,
  input: NewGift,
  picture: Uint8Array | undefined,
): Promise<Outcome<Reported>> {
  const { ground } = parts;
  const parsed = newGift.safeParse(input);
  if (!parsed.success) return refused('malformed');
  const gift = parsed.data;
  const now = ground.now();
  const today = civilDate(now);
  if (!isPast(gift.receivedOn, today)) return refused('in-the-future');
  const unit = unitsWith(signedIn.appointments).find(({ id }) => id === gift.unitId);
  if (!unit) return refused('forbidden');
  const stored = picture && (await storeFile(ground.files, picture, { most: pictureLimit }));
  if (stored && !stored.ok) return stored;
  const forget = async () => stored && (await ground.files.remove(stored.value.id));
  try {
    const outcome = await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      const choices = inForce(await selectChoices(trx, 'giver'), gift.receivedOn, ({ code }) => code);
      const relation = choices.find(({ code }) => code === gift.relation);
      const rules = rulesOn(await selectGiftRules(trx), gift.receivedOn);
      if (!relation || !rules) return refused('malformed');
      const earlierBaht = await sumOfSameGiver(trx, { ...gift, personId: signedIn.person.id });
      const verdict = judge({ ...gift, earlierBaht }, relation.isExempt, rules.limit.amount);
      const holidays = await readHolidays(trx);
      const isDecided = verdict === 'over' || verdict === 'solicitation';
      const inserted = await trx
        .insertInto('ethics.gift')
        .values({
          id: gift.id,
          kind: gift.kind,
          unit_id: unit.id,
          reported_by: signedIn.person.id,
          reported_at: now,
          received_on: gift.receivedOn,
          giver: gift.giver,
          relation: relation.code,
          relation_version: relation.version,
          item: gift.item,
          value_baht: gift.valueBaht,
          occasion: gift.occasion,
          reason: gift.reason,
          verdict,
          limit_version: rules.limit.version,
          report_version: rules.report.version,
          decide_version: rules.decide.version,
          report_due_on:
            verdict === 'over' ? dueBy(asCivilDate(gift.receivedOn), rules.report, holidays).due : null,
          decide_due_on: isDecided ? dueBy(today, rules.decide, holidays).due : null,
          ...pictureColumns(stored?.value),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      if (Number(inserted.numInsertedOrUpdatedRows ?? 0) === 0) {
        const before = await selectGift(trx, gift.id);
        return before?.reported_by === signedIn.person.id
          ? done({ isNew: false, verdict: before.verdict as Verdict })
          : refused('not-found');
      }
      await recordAct(trx, {
        act: 'ethics.gift-reported',
        object: 'gift',
        id: gift.id,
        unit: unit.code,
        at: now.toISOString(),
        facts: {
          kind: gift.kind,
          verdict,
          ...(stored ? { picture: stored.value.sha256.toString('hex') } : {}),
        },
      });
      if (isDecided) {
        await raiseNotice(trx, {
          id: gift.id,
          kind: 'reminder',
          objectId: gift.id,
          titleTh: giftsText('th').notice.reported,
          titleEn: giftsText('en').notice.reported,
          href: `/office/gifts/${gift.id}`,
          ...(await superiorOf(parts, trx, unit, signedIn.person.id)),
          raisedBy: signedIn.person.id,
          at: now,
        });
      }
      return done({ isNew: true, verdict });
    });
    if (!outcome.ok || !outcome.value.isNew) await forget();
    return outcome.ok ? done({ id: gift.id, verdict: outcome.value.verdict }) : outcome;
  } catch (error) {
    await forget();
    throw error;
  }
}

const pictureColumns = (stored: StoredFile | undefined) =>
  stored
    ? {
        picture_id: stored.id,
        picture_type: stored.mediaType,
        picture_size: stored.size,
        picture_sha256: stored.sha256,
      }
    : {};
