/**
 * The staff survey: answers accepted a second over all centres (use case with its SQL, 16 at a time), the minute's mixing while
 * they come, and the counting of every centre's results at the end.
 * Run: node_modules/.bin/node bench/survey.ts [--answers=20000]
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { readKey } from '#features/survey/code-rules.ts';
import { questionnaireSeed, seedIds } from '#features/survey/questionnaires.seed.ts';
import { hashOf, publicKeyOf } from '#features/survey/token.ts';
import { connect } from '#platform/database/connection.ts';
import { ms, openBenchGround, printTable } from './ground.ts';
import { benchApp } from './seminar.ts';

const answers = Number(process.argv.find((word) => word.startsWith('--answers='))?.split('=')[1] ?? 20_000);
const ground = await openBenchGround();
const owner = connect(ground.ownerUrl, 2);
const now = new Date('2026-11-25T03:00:00Z');
const app = benchApp(ground, () => now);
const { tokenKey } = app.ground.secrets;

const person = randomUUID();
await owner
  .insertInto('network.person')
  .values({ id: person, email: 'bench@moi.example', name_th: 'วัดผล', created_at: now })
  .execute();
const centres = (await app.network.listCentres(now)).filter(({ isOpen }) => isOpen);
const waiting: { code: string; key: string }[] = [];
for (const centre of centres) {
  const id = randomUUID();
  await owner
    .insertInto('survey.round')
    .values({
      id,
      unit_id: centre.id,
      fiscal_year: 2570,
      questionnaire_id: seedIds[2570],
      opens_on: '2026-11-20',
      closes_on: '2026-12-20',
      token_key: Buffer.from(publicKeyOf(tokenKey, id)),
      opened_by: person,
      opened_at: now,
    })
    .execute();
  const codes = Array.from({ length: Math.ceil(answers / centres.length) }, randomCode);
  await owner
    .insertInto('survey.code')
    .values(codes.map((code) => ({ round_id: id, token_hash: hashOf(tokenKey, id, readKey(code)!) })))
    .execute();
  waiting.push(...codes.map((code) => ({ code: centre.code, key: code })));
}
// As they come: from everywhere at once.
waiting.sort(() => Math.random() - 0.5);

const mixes: number[] = [];
const began = performance.now();
let next = 0;
let isDone = false;
const mixing = (async () => {
  while (!isDone) {
    const from = performance.now();
    await app.survey.jobs['survey.count']!();
    mixes.push(performance.now() - from);
    await new Promise((go) => setTimeout(go, 5000));
  }
})();
await Promise.all(
  Array.from({ length: 16 }, async () => {
    for (let at = next++; at < waiting.length; at = next++) {
      const { code, key } = waiting[at]!;
      const outcome = await app.survey.send({ code, fiscalYear: 2570 }, { key, answer: answerOf(at) });
      if (!outcome.ok || !outcome.value.counted) throw new Error('an answer was not counted');
    }
  }),
);
const sent = performance.now() - began;
isDone = true;
await mixing;
await sql`update survey.round set closed_at = ${now}`.execute(owner);
const from = performance.now();
await app.survey.jobs['survey.count']!();
const counted = performance.now() - from;
printTable('Staff survey', [
  {
    answers: waiting.length,
    centres: centres.length,
    'accepted/s': Math.round(waiting.length / (sent / 1000)),
    'longest mixing ms': ms(Math.max(...mixes)),
    'results of all centres ms': ms(counted),
  },
]);
await owner.destroy();
await ground.stop();

function randomCode(): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from(randomBytes(16), (byte) => letters[byte % 32]).join('');
}

function answerOf(at: number) {
  const bands = ['Y1', 'Y5', 'Y10', 'Y11'];
  const steps = ['4', '3', '2', '1', 'NA'];
  return {
    band: bands[at % bands.length]!,
    words: at % 20 === 0 ? 'ข้อความของการวัด' : '',
    choices: Object.fromEntries(
      questionnaireSeed.items.map(({ code }, item) => [code, steps[(at + item) % steps.length]!]),
    ),
  };
}
