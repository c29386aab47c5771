/** What of the news is no page: feeds, and pictures that never change. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Queries } from '#platform/database/connection.ts';
import type { Ground } from '#platform/ground.ts';
import type { News } from './index.ts';
import { isUuid, selectPicture } from './published.queries.ts';

/** Feeds in both languages and published pictures, for the citizens' side. */
export function newsRoutes(ground: Ground, news: News) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const locale of ['th', 'en'] as const) {
      const base = locale === 'en' ? '/en/news' : '/news';
      surface.get(`${base}/feed.xml`, async (request, reply) =>
        sendFeed(request, reply, 'application/atom+xml', await news.atomFeed(ground.now(), locale)),
      );
      surface.get(`${base}/rss.xml`, async (request, reply) =>
        sendFeed(request, reply, 'application/rss+xml', await news.rssFeed(ground.now(), locale)),
      );
    }
    surface.get<{ Params: { id: string } }>('/news/pictures/:id', async (request, reply) =>
      sendPicture(ground, reply, ground.databases.public, request.params.id),
    );
  };
}

/** Sends a picture that `db` lets its role see; `kept` says how long browsers may keep it. */
export async function sendPicture(
  ground: Ground,
  reply: FastifyReply,
  db: Queries,
  id: string,
  kept = 'public, max-age=31536000, immutable',
): Promise<FastifyReply> {
  const known = isUuid(id) ? await selectPicture(db, id) : undefined;
  const file = known && (await ground.files.read(known.id));
  if (!known || !file) return reply.code(404).header('cache-control', 'no-store').send();
  return reply
    .header('cache-control', kept)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-length', file.size)
    .type(known.media_type)
    .send(file.content);
}

/** Readers ask often and seldom find news: an unchanged feed is answered without its text (RFC 9110, 13.1.2). */
function sendFeed(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', 'public, max-age=300');
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(tag) || known.includes('*')) return reply.code(304).send();
  return reply.type(`${type}; charset=utf-8`).send(text);
}
