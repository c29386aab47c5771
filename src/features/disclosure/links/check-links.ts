/** Looks at the addresses of a centre's answers: asked for by an officer, or every week for all. Done as the worker. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { SignedIn } from '#features/network/index.ts';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { actingAs } from '#platform/database/acting.ts';
import type { Background } from '#platform/jobs/index.ts';
import { recordAct } from '#platform/ledger/record.ts';
import { selectAnswers, selectLinks } from '../answers/answer.queries.ts';
import type { Link } from '../answers/answer.ts';
import { type DisclosureNeeds, isUuid, roleIn } from '../needs.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findOwnPaper } from '../publishing/own-paper.ts';
import { type Finding, fetchEvidence } from './fetch-evidence.ts';

/**
 * Asked at the same time. More would look like an attack to a small site that holds many of them, and names are looked up
 * on the process's four threads, which signing in and reading files need too.
 */
const atOnce = 2;

export type CheckRun = {
  readonly id: string;
  readonly total: number;
  readonly done: number;
  readonly askedAt: Date;
  readonly finishedAt: Date | undefined;
};

export type AskedCheck = { readonly id: string; readonly unitCode: string; readonly fiscalYear: number };

/** Safe to repeat with the same id; while one runs, no second is begun. */
export async function askForCheck(
  { ground, network }: DisclosureNeeds,
  signedIn: SignedIn,
  { id, unitCode, fiscalYear }: AskedCheck,
): Promise<Outcome<{ id: string }>> {
  if (!isUuid(id)) return refused('malformed');
  const now = ground.now();
  const centres = await network.listCentres(now);
  const centre = centres.find(({ code }) => code === unitCode);
  if (!centre) return refused('not-found');
  const role =
    roleIn('write', signedIn, centres, centre.id) ?? roleIn('review', signedIn, centres, centre.id);
  if (!role) return refused('forbidden');
  return actingAs(ground.databases.officer, signedIn.actor, async (trx): Promise<Outcome<{ id: string }>> => {
    const { rows } = await sql<{ id: string; finished_at: Date | null }>`
      select id, finished_at
      from disclosure.check_run
      where unit_id = ${centre.id}
        and fiscal_year = ${fiscalYear}
        and (id = ${id} or (finished_at is null and asked_at > ${new Date(now.getTime() - 3_600_000)}))`.execute(
      trx,
    );
    if (rows.some((row) => row.id === id)) return done({ id });
    if (rows.length > 0) return refused('check-runs');
    await trx
      .insertInto('disclosure.check_run')
      .values({
        id,
        unit_id: centre.id,
        fiscal_year: fiscalYear,
        asked_by: signedIn.person.id,
        asked_at: now,
      })
      .execute();
    await ground.jobs.enqueue(trx, 'disclosure.check', { run: id }, { id });
    await recordAct(trx, {
      act: 'disclosure.check-asked',
      object: 'check-run',
      id,
      unit: centre.code,
      role,
      at: now.toISOString(),
      facts: { fiscalYear },
    });
    return done({ id });
  });
}

export function linkBackground(needs: DisclosureNeeds): Background {
  return {
    jobs: {
      'disclosure.check': async ({ run }) => {
        if (typeof run === 'string' && isUuid(run)) await doRun(needs, run);
      },
      'disclosure.check-all': () => askForAll(needs),
    },
    // In the night before the week's first working day.
    schedules: [{ name: 'disclosure.check-all', cron: '0 2 * * 1' }],
  };
}

/** A run for each centre that has addresses in this year's or last year's answers; once a day however often called. */
async function askForAll({ ground }: DisclosureNeeds): Promise<void> {
  const now = ground.now();
  const today = civilDate(now);
  const year = fiscalYearOf(today);
  await ground.databases.worker.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('disclosure.answer as answer')
      .innerJoin('disclosure.link as link', 'link.answer_id', 'answer.id')
      .where('link.removed_at', 'is', null)
      .where('answer.fiscal_year', '>=', year - 1)
      .select(['answer.unit_id', 'answer.fiscal_year'])
      .distinct()
      .execute();
    for (const { unit_id, fiscal_year } of rows) {
      const id = uuidOf(`check ${unit_id} ${fiscal_year} ${today}`);
      await trx
        .insertInto('disclosure.check_run')
        .values({ id, unit_id, fiscal_year, asked_at: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await ground.jobs.enqueue(trx, 'disclosure.check', { run: id }, { id });
    }
  });
}

async function doRun(needs: DisclosureNeeds, id: string): Promise<void> {
  const db = needs.ground.databases.worker;
  const run = await db.selectFrom('disclosure.check_run').selectAll().where('id', '=', id).executeTakeFirst();
  if (!run || run.finished_at) return;
  const answers = await selectAnswers(db, { unitIds: [run.unit_id], fiscalYears: [run.fiscal_year] });
  const waiting = [
    ...(await selectLinks(
      db,
      answers.map((answer) => answer.id),
    )),
  ];
  const update = (values: { total?: number; done?: number; finished_at?: Date }) =>
    db.updateTable('disclosure.check_run').set(values).where('id', '=', id).execute();
  await update({ total: waiting.length, done: 0 });
  let count = 0;
  const work = async () => {
    for (let link = waiting.shift(); link; link = waiting.shift()) {
      await look(needs, link);
      count += 1;
      await update({ done: count });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await update({ finished_at: needs.ground.now() });
}

async function look(needs: DisclosureNeeds, link: Link): Promise<void> {
  const { ground, reach } = needs;
  const db = ground.databases.worker;
  const finding: Finding =
    (await findOwnPaper(needs, link.url, link.format)) ?? (await fetchEvidence(link.url, link.format, reach));
  const now = ground.now();
  const isGood = finding.outcome === 'good';
  await db
    .updateTable('disclosure.link')
    .set({
      outcome: finding.outcome,
      http_status: finding.httpStatus ?? null,
      content_type: finding.contentType ?? null,
      checked_at: now,
      ...(isGood ? { good_at: now } : {}),
      bad_since: isGood ? null : (link.badSince ?? now),
    })
    .where('id', '=', link.id)
    .execute();
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
