/** Makes a seminar, or changes what it is called, when and where it is, and how many may come. */
import { sql } from 'kysely';
import type { Network, SignedIn } from '#features/network/index.ts';
import { asCivilDate, daysBetween } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { buddhistYear, commonYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { seminarRole } from '../seminar.policies.ts';
import { selectSeminar } from '../seminar.queries.ts';
import type { Seminar } from '../seminar.ts';
import { lockSeminar } from './project.queries.ts';
import { isOpen } from './project-rules.ts';
import { fieldsOf, type SeminarForm, seminarForm } from './seminar.schemas.ts';

type Parts = { readonly ground: Ground; readonly network: Network };

/** Safe to repeat: a new one with the same id is made once, a change sent again finds itself in place. */
export async function saveSeminar(
  { ground, network }: Parts,
  signedIn: SignedIn,
  input: unknown,
): Promise<Outcome<{ id: string }>> {
  const parsed = seminarForm.safeParse(input);
  if (!parsed.success) return refused('malformed', { fields: fieldsOf(parsed.error) });
  const form = parsed.data;
  const now = ground.now();
  const centre = (await network.listCentres(now)).find(({ id }) => id === form.unitId);
  const role = centre && seminarRole('organise', signedIn.appointments, centre.id);
  if (!role) return refused('forbidden');
  try {
    return await actingAs(ground.databases.officer, signedIn.actor, async (trx) => {
      await lockSeminar(trx, form.id);
      const before = await selectSeminar(trx, form.id);
      if (before && before.unitId !== form.unitId) return refused('not-found');
      if (before && isSame(before, form)) return done({ id: form.id });
      const act = {
        object: 'seminar',
        id: form.id,
        unit: centre.code,
        role,
        at: now.toISOString(),
      };
      if (!before) {
        await insert(trx, {
          form,
          by: signedIn.person.id,
          now,
          slug: form.slug ?? ownSlug(form, centre.code),
        });
        await recordAct(trx, {
          act: 'seminars.made',
          ...act,
          facts: { startsOn: form.startsOn, seats: form.seats },
        });
        return done({ id: form.id });
      }
      if (!isOpen(before.state)) return refused('not-now');
      if (before.changedAt.toISOString() !== form.changedAt) return refused('changed-meanwhile');
      await update(trx, { form, by: signedIn.person.id, now });
      if (form.moveProgramme) await moveProgramme(trx, form.id, before.startsOn, form.startsOn, now);
      await recordAct(trx, {
        act: 'seminars.changed',
        ...act,
        facts: {
          startsOn: form.startsOn,
          endsOn: form.endsOn,
          seats: form.seats,
          venue: form.venueTh !== before.venueTh,
        },
      });
      return done({ id: form.id });
    });
  } catch (error) {
    const { constraint } = error as { constraint?: string };
    if (constraint === 'seminar_slug_key') return refused('slug-taken');
    // Sent twice at once: the other one has made it by now.
    if (constraint === 'seminar_pkey') return done({ id: form.id });
    throw error;
  }
}

/** The centre, the year, and enough of the identifier to be alone: nobody has to think of one. */
const ownSlug = (form: SeminarForm, unitCode: string) =>
  `${unitCode.toLowerCase()}-${buddhistYear(Number(form.startsOn.slice(0, 4)))}-${form.id.slice(0, 6)}`;

const columns = (form: SeminarForm) => ({
  title_th: form.titleTh,
  title_en: form.titleEn ?? null,
  summary_th: form.summaryTh,
  summary_en: form.summaryEn,
  fiscal_year: commonYear(fiscalYearOf(asCivilDate(form.startsOn))),
  starts_on: form.startsOn,
  ends_on: form.endsOn,
  venue_th: form.venueTh,
  venue_en: form.venueEn,
  seats: form.seats,
  nominate_by: form.nominateBy ?? null,
  release_on: form.releaseOn ?? null,
});

type Saving = { readonly form: SeminarForm; readonly by: string; readonly now: Date };

async function insert(
  trx: InTransaction,
  { form, by, now, slug }: Saving & { readonly slug: string },
): Promise<void> {
  const who = { created_by: by, created_at: now, changed_by: by, changed_at: now };
  await trx
    .insertInto('seminars.seminar')
    .values({ id: form.id, unit_id: form.unitId, slug, ...columns(form), ...who })
    .execute();
}

async function update(trx: InTransaction, { form, by, now }: Saving): Promise<void> {
  await trx
    .updateTable('seminars.seminar')
    .set({
      ...columns(form),
      ...(form.slug ? { slug: form.slug } : {}),
      sequence: sql<number>`sequence + 1`,
      changed_by: by,
      changed_at: now,
    })
    .where('id', '=', form.id)
    .execute();
}

/** One after the other, the far end first: rooms are never asked to hold two parts on the way. */
async function moveProgramme(
  trx: InTransaction,
  id: string,
  from: string,
  to: string,
  now: Date,
): Promise<void> {
  const days = daysBetween(asCivilDate(from), asCivilDate(to));
  if (days === 0) return;
  const slots = await trx
    .selectFrom('seminars.slot')
    .select(['id', 'starts_at', 'ends_at'])
    .where('seminar_id', '=', id)
    .orderBy('starts_at', days > 0 ? 'desc' : 'asc')
    .execute();
  const moved = (at: Date) => new Date(at.getTime() + days * 86_400_000);
  for (const slot of slots)
    await trx
      .updateTable('seminars.slot')
      .set({ starts_at: moved(slot.starts_at), ends_at: moved(slot.ends_at), changed_at: now })
      .where('id', '=', slot.id)
      .execute();
}

const isSame = (seminar: Seminar, form: SeminarForm) =>
  seminar.titleTh === form.titleTh &&
  seminar.titleEn === form.titleEn &&
  seminar.summaryTh === form.summaryTh &&
  seminar.summaryEn === form.summaryEn &&
  seminar.startsOn === form.startsOn &&
  seminar.endsOn === form.endsOn &&
  seminar.venueTh === form.venueTh &&
  seminar.venueEn === form.venueEn &&
  seminar.seats === form.seats &&
  seminar.nominateBy === form.nominateBy &&
  seminar.releaseOn === form.releaseOn &&
  (form.slug === undefined || form.slug === seminar.slug);
