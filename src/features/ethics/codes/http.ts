/** What of codes and pledges is no page: the public table and the figures as files. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { codePaper, codeSheet, figuresMemo, figuresSheet } from './papers.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const localeOf = (lang: string | undefined): Locale => (lang === 'en' ? 'en' : 'th');
const yearOf = (text: string | undefined) => {
  const year = Number(text);
  return year > 2500 && year < 2700 ? year : undefined;
};
const send = (reply: FastifyReply, bytes: Uint8Array, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(bytes));

/** For anybody: the table of `/ethics/code`. */
export function publicCodeRoutes(parts: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    type Query = { Querystring: { regime?: string; centre?: string; lang?: string } };
    surface.get<Query>('/ethics/code.pdf', async ({ query }, reply) =>
      send(
        reply,
        await codePaper(parts, localeOf(query.lang), query),
        'application/pdf',
        'code-of-ethics.pdf',
      ),
    );
    surface.get<Query>('/ethics/code.xlsx', async ({ query }, reply) =>
      send(reply, await codeSheet(parts, localeOf(query.lang), query), xlsx, 'code-of-ethics.xlsx'),
    );
  };
}

/** Below /office, where the session has been read and asked for. */
export async function officeCodeRoutes(surface: FastifyInstance, parts: Parts): Promise<void> {
  type Query = { Querystring: { year?: string; show?: string; lang?: string } };
  surface.get<Query>('/office/pledge/figures.xlsx', async (request, reply) => {
    const { year, show, lang } = request.query;
    const bytes = await figuresSheet(parts, request.signedIn!, localeOf(lang), {
      fiscalYear: yearOf(year),
      ...(show === 'open' || show === 'complete' ? { shown: show } : {}),
    });
    return send(reply, bytes, xlsx, 'pledges.xlsx');
  });
  surface.get<Query>('/office/pledge/memo.pdf', async (request, reply) => {
    const bytes = await figuresMemo(parts, request.signedIn!, yearOf(request.query.year));
    return bytes
      ? send(reply, bytes, 'application/pdf', 'pledges.pdf')
      : reply.code(404).send({ code: 'not-found' });
  });
}
