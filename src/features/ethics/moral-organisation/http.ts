/** What of moral organisations is no page: the year as memo and workbook. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { actingAs } from '#platform/database/acting.ts';
import type { Parts } from '../needs.ts';
import { selectFile } from './moral.queries.ts';
import { moralMemo, moralSheet } from './papers.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const isUuid = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const yearOf = (text: string | undefined) => {
  const year = Number(text);
  return year > 2500 && year < 2700 ? year : undefined;
};
const send = (reply: FastifyReply, bytes: Uint8Array, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(bytes));

/** Below /office, where the session has been read and asked for. */
export async function officeMoralRoutes(surface: FastifyInstance, parts: Parts): Promise<void> {
  type Query = { Querystring: { year?: string; state?: string; lang?: string } };
  surface.get<Query>('/office/moral/list.xlsx', async ({ query, signedIn }, reply) => {
    const bytes = await moralSheet(parts, signedIn!, query.lang === 'en' ? 'en' : 'th', {
      fiscalYear: yearOf(query.year),
      state: query.state,
    });
    return send(reply, bytes, xlsx, 'moral-organisations.xlsx');
  });
  surface.get<{ Params: { id: string } }>('/office/moral/files/:id', async ({ params, signedIn }, reply) => {
    const { id } = params;
    const known = isUuid(id)
      ? await actingAs(parts.ground.databases.officer, signedIn!.actor, (trx) => selectFile(trx, id))
      : undefined;
    const file = known && (await parts.ground.files.read(known.id));
    if (!known || !file)
      return reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
    // A PDF from elsewhere is opened by the reader's own program, not inside our pages.
    const how = known.media_type === 'application/pdf' ? 'attachment' : 'inline';
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header(
        'content-disposition',
        `${how}; filename*=UTF-8''${encodeURIComponent(known.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`,
      )
      .header('content-length', file.size)
      .type(known.media_type)
      .send(file.content);
  });
  surface.get<Query>('/office/moral/memo.pdf', async ({ query, signedIn }, reply) => {
    const bytes = await moralMemo(parts, signedIn!, yearOf(query.year));
    return bytes
      ? send(reply, bytes, 'application/pdf', 'moral-organisations.pdf')
      : reply.code(404).send({ code: 'not-found' });
  });
}
