/** The officers' side, below /office: sessions, same-site requests only, pages that open sealed matter in the browser. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { caseRoutes } from '#features/cases/case.routes.ts';
import { officeDisclosureRoutes } from '#features/disclosure/index.ts';
import { officeEthicsRoutes } from '#features/ethics/index.ts';
import { officeCircularRoutes } from '#features/knowledge/circulars/index.ts';
import { networkRoutes, type SignedIn } from '#features/network/index.ts';
import { officeNewsRoutes } from '#features/news/index.ts';
import { officePlanRoutes, officeRiskRoutes } from '#features/prevention/index.ts';
import {
  officeAssessmentRoutes,
  officeAttendanceRoutes,
  officeCertificateRoutes,
  officeEvaluationRoutes,
  officeMaterialRoutes,
  officePaperRoutes,
  officeProgrammeRoutes,
  officeSeatRoutes,
  seminarListRoutes,
} from '#features/seminars/index.ts';
import { officeSurveyRoutes } from '#features/survey/index.ts';
import type { App } from '#main/app.ts';
import { isLocale } from '#platform/text/messages.ts';
import { leaveBodiesToPages, type Pages } from './pages.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on the officers' side once the session has been read. */
    signedIn: SignedIn | undefined;
  }
}

export const sessionCookie = 'prongsai_session';

const policy = (nonce: string) =>
  `default-src 'none'; script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function officerSurface(app: App, pages: Pages) {
  return async (surface: FastifyInstance) => {
    surface.decorateRequest('signedIn', undefined);
    surface.addHook('onRequest', async (request, reply) => {
      // Under no-referrer a form would say "Origin: null", which is refused; here the referrer stays on this site.
      reply.headers({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        'referrer-policy': 'same-origin',
      });
      if (isForeign(request)) return reply.code(403).send({ code: 'foreign-origin' });
      request.signedIn = await app.network.findSession(cookie(request, sessionCookie));
    });
    surface.register(caseRoutes(app));
    surface.register(networkRoutes(app));
    surface.register(officeNewsRoutes(app.ground));
    surface.register(officePlanRoutes(app));
    surface.register(officeRiskRoutes(app));
    surface.register(officeDisclosureRoutes(app));
    surface.register(officeCircularRoutes(app.ground, app.circulars));
    surface.register(officeEthicsRoutes(app));
    surface.register(officeAttendanceRoutes(app.ground, app.attendance));
    surface.register(officeCertificateRoutes(app.ground, app.certificates));
    surface.register(officeAssessmentRoutes(app.ground, app.assessments));
    surface.register(officeProgrammeRoutes(app.programmes));
    surface.register(officePaperRoutes(app.papers));
    surface.register(officeEvaluationRoutes(app));
    surface.register(seminarListRoutes(app));
    surface.register(officeMaterialRoutes(app.ground, app.network));
    surface.register(officeSeatRoutes(app.ground, app.network));
    surface.register(officeSurveyRoutes(app));
    surface.register(async (rest) => {
      leaveBodiesToPages(rest);
      for (const path of ['/office', '/office.data', '/office/*']) {
        rest.all(path, async (request, reply) => {
          const chosen = cookie(request, 'lang');
          const locale = isLocale(chosen) ? chosen : (request.signedIn?.person.locale ?? 'th');
          await pages(request, reply, { locale, signedIn: request.signedIn, policy });
          return reply;
        });
      }
    });
  };
}

/** A change asked for by another site: browsers say where a request comes from, and cookies alone prove nothing. */
function isForeign(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  const origin = request.headers.origin;
  // "null" is what a sandboxed frame says of itself.
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
}

function cookie(request: FastifyRequest, name: string): string | undefined {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`));
  // Our own values need no decoding, and somebody else's might not decode.
  return found?.slice(name.length + 1);
}
