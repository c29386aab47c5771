/** What of the survey is no page: signing a blinded token, the sheet of codes, tables and memos. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Sheet, writeCsv, writeXlsx } from '#platform/spreadsheet/index.ts';
import { isLocale, type Locale } from '#platform/text/messages.ts';
import { codeSheet } from './code-sheet.ts';
import { issueToken } from './issue-token.ts';
import { isUuid, nameOf, type Parts } from './needs.ts';
import { networkMemo, networkSheets } from './network-papers.ts';
import { networkResults } from './network-results.ts';
import { statusOf } from './outcome.ts';
import { resultMemo, resultSheets } from './papers.ts';
import { printCodes } from './print-codes.ts';
import { rootOf } from './survey.policies.ts';
import { viewRound } from './view-rounds.ts';

type Asked = { readonly lang?: string; readonly year?: string };
const localeOf = ({ lang }: Asked): Locale => (isLocale(lang) ? lang : 'th');

/** Below /office, where the session has been read. */
export function officeSurveyRoutes(app: { readonly survey: { readonly parts: Parts } }) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 4096 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.post<{ Params: { id: string }; Body: { blinded?: unknown } | null }>(
      '/office/survey/:id/token',
      { bodyLimit: 1024 },
      async (request, reply) => {
        const outcome = await issueToken(app.survey.parts, request.signedIn!, {
          roundId: request.params.id,
          blinded: String(request.body?.blinded ?? ''),
        });
        return outcome.ok ? outcome.value : reply.code(statusOf(outcome.code)).send({ code: outcome.code });
      },
    );
    surface.post<{ Params: { id: string }; Body: Record<string, string> | null }>(
      '/office/survey/:id/codes.pdf',
      async (request, reply) => {
        const { parts } = app.survey;
        const { sheet = '', codes = '', lang = 'th' } = request.body ?? {};
        const asked = { id: sheet, roundId: request.params.id, codes: Number(codes) };
        const outcome = await printCodes(parts, request.signedIn!, asked);
        // Back to the page, which says what was wrong.
        if (!outcome.ok)
          return isUuid(request.params.id)
            ? reply.redirect(`/office/survey/${request.params.id}?problem=${outcome.code}#codes`, 303)
            : missing(reply);
        const { round } = outcome.value;
        const centre = (await parts.network.listCentres(parts.ground.now())).find(
          ({ id }) => id === round.unitId,
        )!;
        const locale = localeOf({ lang });
        const path = `${locale === 'en' ? '/en' : ''}/survey/${centre.code}/${round.fiscalYear}`;
        const bytes = await codeSheet(
          {
            codes: outcome.value.codes,
            centre: nameOf(centre, locale),
            fiscalYear: round.fiscalYear,
            closesOn: round.closesOn,
            address: new URL(path, parts.ground.publicUrl).href,
          },
          locale,
          parts.ground.now(),
        );
        return sendFile(
          reply,
          bytes,
          'application/pdf',
          `survey-codes-${centre.code}-${round.fiscalYear}.pdf`,
        );
      },
    );
    surface.get<{ Params: { id: string; format: string }; Querystring: Asked }>(
      '/office/survey/:id/results.:format',
      async (request, reply) => {
        const { parts } = app.survey;
        const { id, format } = request.params;
        const view = await viewRound(
          parts,
          request.signedIn!,
          id,
          format === 'pdf' ? 'th' : localeOf(request.query),
        );
        if (!view?.results) return missing(reply);
        const shown = { ...view, results: view.results };
        const name = `survey-${view.round.code}-${view.round.fiscalYear}`;
        if (format === 'pdf')
          return sendFile(
            reply,
            await resultMemo(shown, parts.ground.now()),
            'application/pdf',
            `${name}.pdf`,
          );
        return sendSheets(
          reply,
          name,
          format,
          resultSheets(shown, localeOf(request.query)),
          localeOf(request.query),
          parts,
        );
      },
    );
    surface.get<{ Params: { format: string }; Querystring: Asked }>(
      '/office/survey/network.:format',
      async (request, reply) => {
        const { parts } = app.survey;
        const { format } = request.params;
        const locale = format === 'pdf' ? 'th' : localeOf(request.query);
        const year = Number(request.query.year);
        const results = await networkResults(
          parts,
          request.signedIn!,
          Number.isInteger(year) ? year : 0,
          locale,
        );
        if (results.lines.length === 0) return missing(reply);
        const name = `survey-${year}`;
        if (format !== 'pdf')
          return sendSheets(reply, name, format, networkSheets(results, locale), locale, parts);
        // Of the whole network reports only who sees the whole, and not before something was asked.
        if (!results.seesAll || results.smallestGroup === undefined) return missing(reply);
        const now = parts.ground.now();
        const centre = rootOf(await parts.network.listCentres(now))!.nameTh;
        const bytes = await networkMemo(results, { fiscalYear: year, centre, now });
        return sendFile(reply, bytes, 'application/pdf', `${name}.pdf`);
      },
    );
  };
}

async function sendSheets(
  reply: FastifyReply,
  name: string,
  format: string,
  sheets: readonly Sheet[],
  locale: Locale,
  { ground }: Parts,
): Promise<FastifyReply> {
  if (format === 'xlsx') {
    const bytes = await writeXlsx(sheets, { locale, madeAt: ground.now() });
    return sendFile(
      reply,
      bytes,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      `${name}.xlsx`,
    );
  }
  const [sheet] = sheets;
  if (format !== 'csv' || !sheet) return missing(reply);
  const csv = writeCsv(
    sheet.columns.map(({ header }) => header),
    sheet.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  );
  return sendFile(reply, Buffer.from(csv), 'text/csv; charset=utf-8', `${name}.csv`);
}

const sendFile = (reply: FastifyReply, bytes: Uint8Array, type: string, name: string) =>
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(Buffer.from(bytes));

const missing = (reply: FastifyReply) =>
  reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
