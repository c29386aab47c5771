/**
 * Consolidation of action plans: time of the ministry's page over the plans of 91 centres × 5 years, of its workbook, and
 * of the use case behind both, for one year, as HTML over HTTP with a session and under row-level security.
 * Run: node_modules/.bin/node bench/plan-consolidation.ts [--measures=20]
 */
import '#main/production.ts'; // before anything that imports React
import { sql } from 'kysely';
import { findSession } from '#features/network/session.ts';
import { connect } from '#platform/database/connection.ts';
import { ms, openBenchGround, printTable } from './ground.ts';
import { officeNow, openOffice, timed } from './office.ts';

const each = Number(process.argv.find((word) => word.startsWith('--measures='))?.split('=')[1] ?? 20);
const samples = 100;

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const office = await openOffice(ground, owner);
const session = await office.planner('MOI');
const signedIn = await findSession(ground.databases.signIn, session, officeNow);
if (!signedIn) throw new Error('the session is not known');
const results = await addPlans();

const rows = [];
for (const year of [2566, 2570]) {
  const lines = await office.app.plans.listNetwork(signedIn, year, 'th');
  const useCase = await timed(samples, () => office.app.plans.listNetwork(signedIn, year, 'th'));
  for (const path of [`/office/plans/network?year=${year}`, `/office/plans/network.xlsx?year=${year}`]) {
    const page = await timed(path.includes('xlsx') ? 20 : samples, () => office.look(path, session));
    rows.push({
      what: path,
      plans: lines.length,
      kB: Math.round((await office.look(path, session)) / 1024),
      'p50 ms': ms(page.p50),
      'p95 ms': ms(page.p95),
      'use case p50 ms': ms(useCase.p50),
      'use case p95 ms': ms(useCase.p95),
    });
  }
}
printTable(
  `Action plans of 91 centres × 5 years × ${each} measures (${results} results), ${samples} views each`,
  rows,
);
await office.close();
await owner.destroy();
await ground.stop();
process.exit(0);

/** Published plans by SQL, each measure with a result for every quarter, one of them corrected. Returns how many results. */
async function addPlans(): Promise<number> {
  const { rows: counted } = await sql<{ results: number }>`
    with plan as (
      insert into prevention.plan (id, unit_id, fiscal_year, state, submitted_by, submitted_at, published_at, made_by, made_at, changed_at)
      select gen_random_uuid(), unit.id, year, 'published', person.id, now(), now(), person.id, now(), now()
      from network.unit unit, generate_series(2566, 2570) year, (select id from network.person limit 1) person
      returning id, unit_id, fiscal_year, made_by
    ), measure as (
      insert into prevention.measure (id, plan_id, unit_id, position, mission, title, objective, indicator, target, target_unit, budget, starts_on, ends_on, owner, changed_by, changed_at)
      select gen_random_uuid(), plan.id, plan.unit_id, n * 10, (array['ethics', 'anti-corruption'])[1 + n % 2],
        repeat('มาตรการ ', 6), repeat('วัตถุประสงค์ ', 10), repeat('ตัวชี้วัด ', 4), 12, 'ครั้ง', n * 10000,
        make_date(plan.fiscal_year - 544, 10, 1), make_date(plan.fiscal_year - 543, 9, 30), 'กลุ่มงานป้องกันการทุจริต', plan.made_by, now()
      from plan, generate_series(1, ${each}::int) n
      returning id, unit_id, changed_by
    ), result as (
      insert into prevention.measure_result (id, measure_id, unit_id, quarter, done, value, spent, progress, entered_by, entered_at)
      select gen_random_uuid(), measure.id, measure.unit_id, least(q, 4), repeat('ดำเนินการแล้ว ', 10), q * 3, q * 2000, least(q * 25, 100),
        measure.changed_by, now() + q * interval '1 second'
      from measure, generate_series(1, 5) q
      returning 1
    )
    select count(*)::int as results from result`.execute(owner);
  await sql`analyze prevention.plan, prevention.measure, prevention.measure_result`.execute(owner);
  return counted[0]!.results;
}
