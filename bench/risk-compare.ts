/**
 * Comparison of risk maps: time of the ministry's page over 91 centres × 5 years × 40 risks, as HTML over HTTP with a session
 * and under row-level security, in both views and from a province; of it the use case with its SQL; and of the list of a year.
 * Run: node_modules/.bin/node bench/risk-compare.ts [--risks=40]
 */
import '#main/production.ts'; // before anything that imports React
import { sql } from 'kysely';
import { findSession } from '#features/network/session.ts';
import { connect } from '#platform/database/connection.ts';
import { ms, openBenchGround, printTable } from './ground.ts';
import { officeNow, openOffice, timed } from './office.ts';

const each = Number(process.argv.find((word) => word.startsWith('--risks='))?.split('=')[1] ?? 40);
const samples = 100;

const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const office = await openOffice(ground, owner);
const sessions = new Map<string, string>();
for (const code of ['MOI', 'TH-50']) sessions.set(code, await office.planner(code));
await addMaps();

const rows = [];
for (const [code, session] of sessions) {
  const signedIn = await findSession(ground.databases.signIn, session, officeNow);
  if (!signedIn) throw new Error('the session is not known');
  for (const path of ['compare?view=domains', 'compare?view=years&sort=rise', '?year=2570']) {
    const query = new URLSearchParams(path.split('?')[1]);
    const isList = path.startsWith('?');
    const address = `/office/risks${isList ? '' : '/'}${path}`;
    const { risks } = office.app;
    const page = await timed(samples, () => office.look(address, session));
    const useCase = await timed(samples, () =>
      isList ? risks.list(signedIn, query, 'th') : risks.compare(signedIn, query, 'th'),
    );
    rows.push({
      centre: code,
      page: path,
      'HTML kB': Math.round((await office.look(address, session)) / 1024),
      'page p50 ms': ms(page.p50),
      'page p95 ms': ms(page.p95),
      'use case p50 ms': ms(useCase.p50),
      'use case p95 ms': ms(useCase.p95),
    });
  }
}
printTable(`Risk maps of 91 centres × 5 years × ${each} risks, ${samples} views each`, rows);
await office.close();
await owner.destroy();
await ground.stop();
process.exit(0);

/** Approved maps by SQL, their risks spread over domains, levels and bands. */
async function addMaps(): Promise<void> {
  await sql`
    with map as (
      insert into prevention.risk_map (id, unit_id, kind, fiscal_year, version, framework, framework_version, state, started_by, started_at, approved_at)
      select gen_random_uuid(), unit.id, 'corruption', year, 1, 'five-by-five', 1, 'approved', person.id, now(), now()
      from network.unit unit, generate_series(2566, 2570) year, (select id from network.person limit 1) person
      returning id, unit_id, started_by
    )
    insert into prevention.risk (id, map_id, unit_id, lineage, sort, domain, event, cause, control, control_quality, likelihood, impact, band, entered_by, entered_at)
    select gen_random_uuid(), map.id, map.unit_id, gen_random_uuid(), n * 10,
      (array['permits', 'powers', 'procurement', 'personnel'])[1 + n % 4], repeat('เหตุการณ์ ', 8), repeat('สาเหตุ ', 20), repeat('ควบคุม ', 20), 'fair',
      1 + n % 5, 1 + (n / 5) % 5, (array['low', 'medium', 'high', 'very-high'])[1 + (random() * 3)::int], map.started_by, now()
    from map, generate_series(1, ${each}::int) n`.execute(owner);
  await sql`analyze prevention.risk_map, prevention.risk`.execute(owner);
}
