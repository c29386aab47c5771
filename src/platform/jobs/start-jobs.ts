/** Runs background work with pg-boss: what was asked for, what comes by the clock, and what was given up. */
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '#platform/database/connection.ts';
import { describeError } from './describe-error.ts';
import { forwardLimit, forwardRequests } from './forward.ts';
import { jobsSchema } from './install.ts';
import type { Background, JobHandler, JobPayload } from './job.ts';
import { queueDatabase } from './queue-database.ts';

export type RunningJobs = {
  /** Looks at once for what was asked for. */
  readonly wake: () => void;
  /** Lets what runs end (at most ten seconds) and takes nothing more. */
  readonly stop: () => Promise<void>;
};

type JobsParts = {
  /** The worker's connections. */
  readonly db: Database;
  readonly background: Background;
  readonly now: () => Date;
  readonly log: Logger;
  /** For tests: seconds before the first repetition, tries, and milliseconds between looks at the requests. */
  readonly pace?: { readonly retryDelay: number; readonly retryLimit: number; readonly pauseMs: number };
};

const givenUp = 'given-up';
const defaultPace = { retryDelay: 30, retryLimit: 5, pauseMs: 500 };

/** With batches below two, pg-boss fetches one job a poll, however many wait. */
const work = { batchSize: 10, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true } as const;

/** Starts working. The schema must be installed (`installJobs`). */
export async function startJobs(parts: JobsParts): Promise<RunningJobs> {
  const { db, background, log } = parts;
  const pace = parts.pace ?? defaultPace;
  const boss = new PgBoss({
    db: queueDatabase(db),
    schema: jobsSchema,
    // The worker may use the tables, not make or rebuild them.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.error({ error: describeError(error) }, 'background work has trouble'));
  await boss.start();
  const workers = await openQueues(boss, parts, pace);
  await keepSchedules(boss, background);
  const forwarding = startForwarding(boss, parts, workers, pace.pauseMs);
  return {
    wake: forwarding.wake,
    stop: async () => {
      await forwarding.stop();
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/** A queue for each kind of work, and one for what all of them gave up. Returns the worker of each. */
async function openQueues(
  boss: PgBoss,
  { background, db, log }: JobsParts,
  { retryDelay, retryLimit, pauseMs }: typeof defaultPace,
): Promise<ReadonlyMap<string, string>> {
  // Forwarding wakes a worker when there is work; the poll is for repetitions and for what other processes forward.
  const pollingIntervalSeconds = Math.max(0.5, (pauseMs / 500) * 10);
  const known = new Set((await boss.getQueues()).map(({ name }) => name));
  if (!known.has(givenUp)) await boss.createQueue(givenUp, { retryLimit: 1_000, retryDelay: 60 });
  const workers = new Map<string, string>();
  for (const [name, handler] of Object.entries(background.jobs)) {
    const rules = { retryLimit, retryDelay, retryBackoff: true, retryDelayMax: 3_600, deadLetter: givenUp };
    if (known.has(name)) await boss.updateQueue(name, rules);
    // "short": one waiting job a key.
    else await boss.createQueue(name, { policy: 'short', ...rules });
    const run = (jobs: JobWithMetadata<JobPayload>[]) => runAll(name, handler, jobs, log);
    workers.set(name, await boss.work(name, { ...work, pollingIntervalSeconds }, run));
  }
  await boss.work(givenUp, { ...work, pollingIntervalSeconds }, (jobs: JobWithMetadata<JobPayload>[]) =>
    keepFailed(db, jobs),
  );
  return workers;
}

/** One after the other; each ends by itself. */
async function runAll(
  name: string,
  handler: JobHandler,
  jobs: readonly JobWithMetadata<JobPayload>[],
  log: Logger,
) {
  const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = [];
  for (const { id, data } of jobs) {
    try {
      await handler(data ?? {}, { id });
      results.push({ id, status: 'completed' });
    } catch (error) {
      const words = describeError(error);
      log.warn({ job: name, error: words }, 'background work failed');
      results.push({ id, status: 'failed', output: { error: words } });
    }
  }
  return results;
}

async function keepFailed(db: Database, jobs: readonly JobWithMetadata<JobPayload>[]) {
  for (const job of jobs) {
    const output = job.sourceOutput as { error?: unknown } | null;
    await db
      .insertInto('platform.failed_job')
      .values({
        id: job.sourceId ?? job.id,
        name: job.sourceName ?? job.name,
        payload: JSON.stringify(job.data ?? {}),
        // Without our own words it ran out of time, or its process ended.
        error: typeof output?.error === 'string' ? output.error : 'ran-out-of-time',
        tries: (job.sourceRetryCount ?? 0) + 1,
        failed_at: job.createdOn,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return jobs.map(({ id }) => ({ id, status: 'completed' as const }));
}

/** The clock's work as the features now say it; what they no longer say ends. */
async function keepSchedules(boss: PgBoss, { schedules }: Background): Promise<void> {
  for (const { name, cron } of schedules)
    await boss.schedule(name, cron, {}, { tz: 'Asia/Bangkok', missed: 'once', singletonKey: 'scheduled' });
  const said = new Set(schedules.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) if (!said.has(name)) await boss.unschedule(name);
}

/** Looks for requests at short intervals: a NOTIFY would make PostgreSQL commit those who ask one by one. */
function startForwarding(
  boss: PgBoss,
  { db, background, now, log }: JobsParts,
  workers: ReadonlyMap<string, string>,
  pauseMs: number,
) {
  let isStopping = false;
  let endPause: () => void = () => undefined;
  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      endPause = () => {
        clearTimeout(timer);
        done();
      };
    });
  const running = (async () => {
    let troubles = 0;
    while (!isStopping) {
      try {
        const { taken, names } = await forwardRequests({
          db,
          jobs: background.jobs,
          now,
          insert: async (trx, name, requests) => {
            const rows = requests.map(({ id, payload, singletonKey }) => ({
              id,
              data: payload,
              singletonKey: singletonKey ?? id,
            }));
            await boss.insert(name, rows, { db: queueDatabase(trx) });
          },
        });
        troubles = 0;
        for (const name of names) boss.notifyWorker(workers.get(name)!);
        if (taken < forwardLimit && !isStopping) await pause(pauseMs);
      } catch (error) {
        log.error({ error: describeError(error) }, 'work that was asked for could not be handed over');
        if (!isStopping) await pause(Math.min(pauseMs * 2 ** ++troubles, 30_000));
      }
    }
  })();
  return {
    wake: () => endPause(),
    stop: () => {
      isStopping = true;
      endPause();
      return running;
    },
  };
}
