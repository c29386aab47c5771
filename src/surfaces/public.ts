/** The citizens' side: no account, no cookie, no address kept, no third party; script only on the sealing pages and at the door. */
import type { FastifyInstance } from 'fastify';
import { publicDisclosureRoutes } from '#features/disclosure/index.ts';
import { publicCodeRoutes, publicHonoursRoutes, publicNoGiftRoutes } from '#features/ethics/index.ts';
import { publicCircularRoutes } from '#features/knowledge/circulars/index.ts';
import { newsRoutes } from '#features/news/index.ts';
import { publicDutyRoutes, publicPlanRoutes, publicRiskRoutes } from '#features/prevention/index.ts';
import {
  publicCertificateRoutes,
  publicMaterialRoutes,
  publicPaperRoutes,
  publicProgrammeRoutes,
  scanRoutes,
} from '#features/seminars/index.ts';
import type { App } from '#main/app.ts';
import { leaveBodiesToPages, type Pages } from './pages.ts';

const sealed =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
// hash-wasm's Argon2 is WebAssembly; nothing else but our own files may run or be asked.
const sealing = `${sealed}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'`;
// Reached by a link that only its owner has: a receipt's, or that of a seat in a seminar.
const ownPage = /^\/(?:en\/)?(?:report|follow|advice\/ask|seat|scan|certificates\/[^/?]+)(?:$|[/?])/;
// The page at the door: camera, a worker that keeps it for offline, a reader of codes in WebAssembly; all from here alone.
const scanning = `${sealing}; manifest-src 'self'; media-src 'self' blob: mediastream:`;
const scanPage = /^\/scan(?:$|[/?])/;
const sealingPage = /^\/(?:en\/)?(?:report|follow|advice\/ask)(?:$|[/?])/;

// A few lines that fill in the token which the officer's own browser keeps; they ask the server for nothing.
const filling = `${sealed}; script-src 'self'`;
const surveyPage = /^\/(?:en\/)?survey\/[^/?]+\/\d+(?:$|[?])/;

function policyFor(url: string): string {
  if (scanPage.test(url)) return scanning;
  if (surveyPage.test(url)) return filling;
  return sealingPage.test(url) ? sealing : sealed;
}

export function publicSurface(app: App, pages: Pages) {
  return async (surface: FastifyInstance) => {
    surface.register(app.reports.routes);
    surface.register(newsRoutes(app.ground, app.news));
    surface.register(publicCircularRoutes(app.ground));
    surface.register(publicNoGiftRoutes(app));
    surface.register(publicCodeRoutes(app));
    surface.register(publicHonoursRoutes(app));
    surface.register(publicPlanRoutes(app));
    surface.register(publicRiskRoutes(app));
    surface.register(publicDisclosureRoutes(app));
    surface.register(publicMaterialRoutes(app.ground));
    surface.register(scanRoutes(app));
    surface.register(publicCertificateRoutes(app.ground, app.certificates));
    surface.register(publicDutyRoutes(app.duties.needs));
    surface.register(publicProgrammeRoutes(app.ground, app.programmes));
    surface.register(publicPaperRoutes(app.programmes, app.ground.now));
    surface.register(async (rest) => {
      leaveBodiesToPages(rest);
      rest.all('/*', async (request, reply) => {
        const locale = /^\/en(?:$|[/?])/.test(request.url) ? 'en' : 'th';
        const policy = policyFor(request.url);
        reply.header('cache-control', 'no-store');
        // What the centres publish should be found; a page that a link of one's own opens should not.
        if (ownPage.test(request.url)) reply.header('x-robots-tag', 'noindex');
        // Under no-referrer browsers post forms with "Origin: null", as Tor Browser does anyway, and React Router would
        // refuse them. Nothing on this side rests on who sends: no cookie, no session.
        delete request.headers.origin;
        await pages(request, reply, { locale, policy: () => policy });
        return reply;
      });
    });
  };
}
