/** `npm test`: every check there is; the last line is `N passed, N failed`. Each tool counts as one, each test as one. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startDebianPostgres } from './debian-postgres.ts';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const results = join(root, 'test-output');

type Count = { passed: number; failed: number; skipped: number };
const total: Count = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();

mkdirSync(results, { recursive: true });
rmSync(join(root, '.react-router'), { recursive: true, force: true });
await check('types of routes', bin('react-router'), ['typegen']);
await check('types', bin('tsc'), ['--noEmit', '-p', '.']);
await check('format, lint and import cycles', bin('biome'), ['ci', '.']);
await check('dead code', bin('knip'), []);
await check('pages build', process.execPath, ['scripts/build.ts']);
await tests('unit, property, HTTP, database, budgets', ['run', 'src', 'scripts', 'tests/budgets']);
// Alone: it promises seconds to an administrator, whose machine does not run every other test at the same time.
await tests('starting and stopping', ['run', 'tests/start', '--no-file-parallelism']);
await databaseTestsOnDebian();
await tests('journeys in Chromium', ['run', 'tests/journeys', '--no-file-parallelism']);

console.log(`\n${Math.round((Date.now() - started) / 1_000)} s`);
if (total.skipped > 0) console.log(`SKIPPED: ${total.skipped} (named above)`);
console.log(
  `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 ? 1 : 0);

async function check(name: string, command: string, words: string[]): Promise<void> {
  const { code, output } = await run(command, words);
  add({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  if (code !== 0) console.log(output);
}

async function tests(name: string, words: string[], env: Record<string, string> = {}): Promise<void> {
  const report = join(results, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.json`);
  rmSync(report, { force: true });
  const { output } = await run(
    bin('vitest'),
    [...words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  const { count, stories } = existsSync(report)
    ? readReport(report)
    : { count: { passed: 0, failed: 1, skipped: 0 }, stories: [output] };
  add(count);
  console.log(
    `${count.failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  );
  for (const story of stories) console.log(`\n${story}`);
}

/** The database tests once more on the PostgreSQL that a ministry's server is likely to have. */
async function databaseTestsOnDebian(): Promise<void> {
  const files = globSync('src/**/*.test.ts', { cwd: root }).filter((file) =>
    /createTestDatabase|openTestCluster|\/testing\/|test-ledger/.test(readFileSync(join(root, file), 'utf8')),
  );
  const server = await startDebianPostgres();
  if (!server) {
    add({ passed: 0, failed: 0, skipped: files.length });
    console.log(
      `SKIPPED  ${files.length} files of database tests on Debian's PostgreSQL: it is not installed (apt-get install postgresql)`,
    );
    return;
  }
  try {
    await tests(`database on PostgreSQL ${server.version}`, ['run', ...files], {
      TEST_DATABASE_URL: server.url,
    });
  } finally {
    await server.stop();
  }
}

type Report = Record<string, number> & {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};

/** How many there were, and one story for each that failed or was left out: a whole run's output would bury them. */
function readReport(file: string): { count: Count; stories: string[] } {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const stories: string[] = [];
  // A file fails as a whole when it cannot be loaded, or when what stands around its tests fails; both must count.
  let broken = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    const told = assertionResults.filter((one) => one.status !== 'passed');
    for (const one of told)
      stories.push(
        [`${one.status}: ${relative(root, name)} > ${one.fullName}`, ...one.failureMessages].join('\n'),
      );
    if (status !== 'failed' || told.some((one) => one.status === 'failed')) continue;
    broken++;
    stories.push(`failed: ${relative(root, name)}\n${message}`);
  }
  const count = {
    passed: report['numPassedTests'] ?? 0,
    failed: (report['numFailedTests'] ?? 0) + broken,
    skipped: (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0),
  };
  return { count, stories };
}

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

function run(
  command: string,
  words: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, words, {
      cwd: root,
      env: { ...process.env, ...env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', (error) => done({ code: 1, output: error.message }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
