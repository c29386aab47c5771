/** What of moral organisations is no page: the year as memo and workbook. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Parts } from '../needs.ts';
import { moralMemo, moralSheet } from './papers.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
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
  surface.get<Query>('/office/moral/memo.pdf', async ({ query, signedIn }, reply) => {
    const bytes = await moralMemo(parts, signedIn!, yearOf(query.year));
    return bytes
      ? send(reply, bytes, 'application/pdf', 'moral-organisations.pdf')
      : reply.code(404).send({ code: 'not-found' });
  });
}
