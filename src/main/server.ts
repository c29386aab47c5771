/** One HTTP server out of the surfaces asked for, the static files and the ledger's public tiles. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { StartFailure } from '#platform/http/start-failure.ts';
import { ledgerRoutes } from '#platform/ledger/http.ts';
import { officerSurface } from '#surfaces/officer.ts';
import { commonHeaders, createPages, type PageBuild } from '#surfaces/pages.ts';
import { publicSurface } from '#surfaces/public.ts';
import type { App } from './app.ts';
import { projectRoot, type Settings } from './settings.ts';

const buildDir = join(projectRoot, 'build');

/** The server, not yet listening. Its log names method, route pattern, status and duration: no address, no agent, no query. */
export async function createServer(app: App, settings: Pick<Settings, 'serve'>): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: app.ground.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: false,
    bodyLimit: 12 * 1024 * 1024,
    // Fastify has no limit by itself. The largest file comes through in time at 80 kbit/s; a silent sender is let go.
    requestTimeout: 20 * 60_000,
    connectionTimeout: 2 * 60_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  server.addHook('onRequest', async (_request, reply) => commonHeaders(reply));
  server.addHook('onResponse', async (request, reply) => {
    app.ground.log.info({
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    // The message may quote a body; the name and our own place in the code are enough to find the fault.
    if (status >= 500)
      app.ground.log.error({
        name: error.name,
        at: error.stack
          ?.split('\n')
          .filter((line) => line.startsWith('    at '))
          .slice(0, 3),
      });
    return reply.code(status).send({ code: status >= 500 ? 'fault' : 'bad-request' });
  });
  const pages = createPages(app, await readBuild(), readIslands());
  await server.register(fastifyStatic, {
    root: join(buildDir, 'client/assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
  });
  await server.register(fastifyStatic, {
    root: join(buildDir, 'islands'),
    prefix: '/islands/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    decorateReply: false,
    // The worker of the page at the door stands with the other scripts and serves another path.
    setHeaders: (response, path) => {
      if (/scan-worker[^/]*\.js/.test(path)) response.header('service-worker-allowed', '/scan');
    },
  });
  await server.register(ledgerRoutes, { db: app.ground.databases.public });
  if (settings.serve.has('officer')) await server.register(officerSurface(app, pages));
  if (settings.serve.has('public')) await server.register(publicSurface(app, pages));
  return server;
}

async function readBuild(): Promise<PageBuild> {
  const file = join(buildDir, 'server/index.js');
  if (!existsSync(file))
    throw new StartFailure(
      'no-build',
      'the pages are not built; run "npm run build"',
      'ยังไม่ได้สร้างหน้าเว็บ โปรดสั่ง npm run build',
    );
  return (await import(pathToFileURL(file).href)) as PageBuild;
}

function readIslands(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(buildDir, 'islands/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; name?: string; isEntry?: boolean }
  >;
  return Object.fromEntries(
    Object.values(manifest)
      .filter((chunk) => chunk.isEntry)
      .map((chunk) => [chunk.name ?? '', `/islands/${chunk.file}`]),
  );
}
