/** On the last day, and at each look: a mail to the participant with her link, a notice to the head of her centre. */
import { createHash } from 'node:crypto';
import { raiseNotice } from '#features/knowledge/index.ts';
import { addDays, asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { queueMail } from '#platform/mail/index.ts';
import { selectLearningRules } from '../learning/learning-rule.queries.ts';
import { valuesOn } from '../learning/learning-rule.ts';
import type { Parts } from '../learning/needs.ts';
import { learningText } from '../learning/text.ts';
import { seatToken } from '../seat-link.ts';
import { selectSeminars } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { selectFollowUps, selectPlans } from './follow-up.queries.ts';
import { looksOf, waitingFor } from './follow-up-rules.ts';

/** A program that was not running for long does not catch up for ever. */
const lateDays = 14;

/** As the worker, every morning; safe to repeat. Returns how many were told. */
export async function remindFollowUps({ ground }: Parts): Promise<number> {
  const db = ground.databases.worker;
  const now = ground.now();
  const today = civilDate(now);
  const rules = await selectLearningRules(db);
  let told = 0;
  for (const seminar of await selectSeminars(db)) {
    if (!['published', 'closed'].includes(seminar.state) || seminar.endsOn > today) continue;
    const looks = looksOf(seminar.endsOn, valuesOn(rules, seminar.endsOn), [], today);
    const isRecent = (day: string) => day <= today && today <= addDays(asCivilDate(day), lateDays);
    if (isRecent(seminar.endsOn)) told += await tell(seminar, 0);
    const due = looks.findLast(({ isDue }) => isDue);
    if (due && isRecent(due.dueOn)) told += await tell(seminar, due.step);
  }
  return told;

  async function tell(seminar: Seminar, step: number): Promise<number> {
    const seats = await db
      .selectFrom('seminars.registration')
      .select(['id', 'unit_id', 'email', 'person_id'])
      .where('seminar_id', '=', seminar.id)
      .where('state', '=', 'confirmed')
      .execute();
    const plans = await selectPlans(db, { seminarId: seminar.id });
    const answers = await selectFollowUps(
      db,
      plans.map(({ id }) => id),
    );
    const waits = (registrationId: string, side: 'participant' | 'superior') => {
      const plan = plans.find((one) => one.registrationId === registrationId);
      const values = valuesOn(rules, seminar.endsOn);
      return (
        plan !== undefined &&
        waitingFor(
          looksOf(
            seminar.endsOn,
            values,
            answers.filter(({ planId }) => planId === plan.id),
            today,
          ),
          side,
        ) !== undefined
      );
    };
    const written = new Set(plans.map(({ registrationId }) => registrationId));
    const mailed = seats.filter(({ id, email }) =>
      email === null ? false : step === 0 ? !written.has(id) : waits(id, 'participant'),
    );
    const units =
      step === 0
        ? []
        : [...new Set(seats.filter(({ id }) => waits(id, 'superior')).map((seat) => seat.unit_id))];
    await db.transaction().execute(async (trx) => {
      const words = { th: learningText('th').reminders, en: learningText('en').reminders };
      for (const seat of mailed) {
        const link = new URL(
          `/seat/${seatToken(ground.secrets.tokenKey, seat.id)}${step === 0 ? '' : '/plan'}`,
          ground.publicUrl,
        ).href;
        await queueMail(trx, {
          id: reminderId(`mail ${seat.id} ${step}`),
          to: seat.email!,
          kind: 'seminars.follow-up',
          about: seminar.id,
          ...(step === 0
            ? words.th.evaluate(seminar.titleTh, link)
            : words.th.followUp(seminar.titleTh, link)),
        });
      }
      for (const unitId of units)
        await raiseNotice(trx, {
          id: reminderId(`notice ${seminar.id} ${step} ${unitId}`),
          kind: 'seminar',
          objectId: seminar.id,
          titleTh: words.th.superior(seminar.titleTh),
          titleEn: words.en.superior(seminar.titleEn ?? seminar.titleTh),
          href: '/office/learning#answers',
          units: [unitId],
          roles: ['head'],
          at: now,
        });
    });
    return mailed.length + units.length;
  }
}

/** A UUID (version 8, RFC 9562) out of what is told, so that telling twice is telling once. */
function reminderId(about: string): string {
  const hex = createHash('sha256').update(`follow-up ${about}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
