/** Tells centres of a duty some days before its day, and once more when it is late. One notice a duty, year and centre. */
import { createHash } from 'node:crypto';
import { raiseNotice } from '#features/knowledge/index.ts';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { formatDate } from '#platform/calendar/formatting.ts';
import { concerns, standing } from './duty-rules.ts';
import { type DutyNeeds, yearOf } from './list-duties.ts';
import { dutiesText } from './text.ts';

/** As the worker, every morning; safe to repeat. Returns how many centres were told of something. */
export async function remindDuties({ ground, network, checks }: DutyNeeds): Promise<number> {
  const now = ground.now();
  const today = civilDate(now);
  const centres = (await network.listCentres(now)).filter(({ isOpen }) => isOpen);
  const year = fiscalYearOf(today);
  let told = 0;
  for (const one of await yearOf(ground, year)) {
    if (today < addDays(asCivilDate(one.due), -one.duty.remindDays)) continue;
    // What was late for long is no news; a program that was not running does not catch up for ever.
    if (today > addDays(asCivilDate(one.due), 30)) continue;
    const done = await checks[one.duty.code]?.(year);
    for (const kind of ['soon', 'late'] as const) {
      const units = centres
        .filter((centre) => concerns(one.duty, centre.kind))
        .filter((centre) => standing(one, today, done?.has(centre.id)) === kind)
        .map(({ id }) => id);
      if (units.length === 0) continue;
      await ground.databases.worker.transaction().execute(async (trx) => {
        for (const unitId of units)
          await raiseNotice(trx, {
            id: noticeId(`${one.duty.code} ${year} ${kind} ${unitId}`),
            kind: 'duty',
            objectId: one.duty.code,
            titleTh: dutiesText('th').notices[kind](
              one.duty.nameTh,
              formatDate(asCivilDate(one.due), 'th', 'short'),
            ),
            titleEn: dutiesText('en').notices[kind](
              one.duty.nameEn,
              formatDate(asCivilDate(one.due), 'en', 'short'),
            ),
            href: one.duty.href ?? '/office/calendar',
            units: [unitId],
            roles: one.duty.roles,
            at: now,
          });
      });
      told += units.length;
    }
  }
  return told;
}

/** A UUID (version 8, RFC 9562) out of what the notice is about, so that telling twice is telling once. */
function noticeId(about: string): string {
  const hex = createHash('sha256').update(`duty notice ${about}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
