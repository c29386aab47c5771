/** The officers' pages on the ground of a benchmark: the program, somebody with a session, and what a page takes. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { sql } from 'kysely';
import { beginSession } from '#features/network/session.ts';
import { createServer } from '#main/server.ts';
import type { Database } from '#platform/database/connection.ts';
import { type openBenchGround, quantile } from './ground.ts';
import { benchApp } from './seminar.ts';

/** The day on which the matter of these benchmarks stands. */
export const officeNow = new Date('2026-11-25T03:00:00Z');

/** Serves the officers' pages on a free loopback port. */
export async function openOffice(ground: Awaited<ReturnType<typeof openBenchGround>>, owner: Database) {
  const app = benchApp(ground, () => officeNow);
  const server = await createServer(app, { serve: new Set(['officer']) });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as { port: number };
  const agent = new Agent({ keepAlive: true });
  return {
    app,
    /** A planner of a centre; returns her session. */
    planner: async (code: string): Promise<string> => {
      const person = randomUUID();
      await sql`insert into network.person (id, email, name_th, created_at) values (${person}, ${`${code.toLowerCase()}@example.invalid`}, ${code}, now())`.execute(
        owner,
      );
      await sql`insert into network.appointment (id, person_id, unit_id, role, valid_from, made_at) select gen_random_uuid(), ${person}, id, 'planner', '2020-01-01', now() from network.unit where code = ${code}`.execute(
        owner,
      );
      const session = { personId: person, method: 'passkey', device: 'bench' } as const;
      return beginSession(ground.databases.signIn, session, officeNow);
    },
    /** The page as HTML; its size in bytes. Throws unless it answers 200. */
    look: (path: string, session: string): Promise<number> =>
      new Promise((done, failed) => {
        request({ agent, port, path, headers: { cookie: `prongsai_session=${session}` } }, (answer) => {
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
          });
          answer.on('end', () =>
            answer.statusCode === 200
              ? done(size)
              : failed(new Error(`${path} answers ${answer.statusCode}`)),
          );
        })
          .on('error', failed)
          .end();
      }),
    close: async () => {
      agent.destroy();
      await server.close();
    },
  };
}

/** Milliseconds at the median and at 95 % of so many goes, after ten that warm up. */
export async function timed(
  times: number,
  act: () => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  const taken: number[] = [];
  for (let i = -10; i < times; i++) {
    const start = performance.now();
    await act();
    if (i >= 0) taken.push(performance.now() - start);
  }
  return { p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) };
}
