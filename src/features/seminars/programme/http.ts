/** What of the programme is no page: calendars to subscribe to, the programme as PDF, and a part dragged to its place. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Ground } from '#platform/ground.ts';
import { calendarType } from '#platform/icalendar/index.ts';
import { statusOf } from '../outcome.ts';
import { feedOfAll, feedOfOne } from './calendar-feed.ts';
import type { Programmes } from './index.ts';

/** Calendars in both languages, for anybody. */
export function publicProgrammeRoutes(ground: Ground, programmes: Programmes) {
  return async (surface: FastifyInstance): Promise<void> => {
    const { origin } = ground.publicUrl;
    for (const locale of ['th', 'en'] as const) {
      const base = locale === 'en' ? '/en/seminars' : '/seminars';
      surface.get(`${base}.ics`, async (request, reply) =>
        sendCalendar(request, reply, feedOfAll(await programmes.allPublic(), origin, locale)),
      );
      surface.get<{ Params: { slug: string } }>(`${base}/:slug(^[a-z0-9-]+).ics`, async (request, reply) => {
        const view = await programmes.viewPublic(request.params.slug);
        if (!view) return reply.code(404).send({ code: 'not-found' });
        return sendCalendar(request, reply, feedOfOne(view, origin, locale));
      });
    }
  };
}

/** Below /office, where the session has been read. */
export function officeProgrammeRoutes(programmes: Programmes) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.post<{ Params: { id: string; slot: string } }>(
      '/office/seminars/:id/slots/:slot/place',
      async (request, reply) => {
        if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
        const { id, slot } = request.params;
        const body = typeof request.body === 'object' ? request.body : {};
        const outcome = await programmes.placeSlot(request.signedIn, {
          ...body,
          seminarId: id,
          slotId: slot,
        });
        if (outcome.ok) return reply.send({ changedAt: outcome.value.changedAt.toISOString() });
        return reply.code(statusOf(outcome.code)).send({ code: outcome.code, clash: outcome.clash });
      },
    );
  };
}

/** Calendars ask every hour and seldom find a change: an unchanged one is answered without its text (RFC 9110, 13.1.2). */
function sendCalendar(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', 'public, max-age=300');
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  return reply.type(calendarType).send(text);
}
