/** Plans as files: PDF, XLSX and CSV, for officers below /office and for anybody once published. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { civilDate } from '#platform/calendar/civil-date.ts';
import { fiscalYearOf } from '#platform/calendar/fiscal-year.ts';
import { type Sheet, writeCsv, writeXlsx } from '#platform/spreadsheet/index.ts';
import { isLocale, type Locale } from '#platform/text/messages.ts';
import { isUuid, type PlanNeeds } from './needs.ts';
import { filterLines, kindSheet, networkColumns, networkRows } from './network-rows.ts';
import { networkMemo, resultsMemo } from './papers.ts';
import { type PlanToPrint, planColumns, planRows } from './plan-rows.ts';
import { plansText } from './text.ts';
import {
  listNetworkPlans,
  listPublishedPlans,
  readPublishedPlans,
  viewPlan,
  viewPublishedPlan,
} from './view-plans.ts';

type Asked = {
  readonly lang?: string;
  readonly year?: string;
  readonly state?: string;
  readonly kind?: string;
};

/** Below /office, where the session has been read. */
export function officePlanRoutes(needs: PlanNeeds) {
  const { ground, network } = needs;
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<{ Params: { id: string; format: string }; Querystring: Asked }>(
      '/office/plans/:id/plan.:format',
      async (request, reply) => {
        const { id, format } = request.params;
        const locale = localeOf(request.query);
        const view = isUuid(id) ? await viewPlan(needs, request.signedIn!, id, locale) : undefined;
        if (!view) return missing(reply);
        const name = `plan-${view.centre.code}-${view.plan.fiscalYear}`;
        if (format === 'pdf') return sendPdf(reply, name, await resultsMemo(view, ground.now()));
        return sendPlan(reply, name, format, view, locale, ground.now());
      },
    );
    surface.get<{ Params: { format: string }; Querystring: Asked }>(
      '/office/plans/network.:format',
      async (request, reply) => {
        const locale = localeOf(request.query);
        const year = yearOf(request.query, ground.now());
        const all = await listNetworkPlans(needs, request.signedIn!, year, locale);
        if (all.length === 0) return missing(reply);
        const name = `plans-${year}`;
        if (request.params.format === 'pdf') {
          const top = (await network.listCentres(ground.now())).find(({ parentCode }) => !parentCode)!;
          const about = { fiscalYear: year, centre: top.nameTh, now: ground.now() };
          const lines = await listNetworkPlans(needs, request.signedIn!, year, 'th');
          return sendPdf(reply, name, await networkMemo(lines, about));
        }
        const { state = '', kind = '' } = request.query;
        const lines = filterLines(all, { state, kind });
        const sheet = {
          name: plansText(locale).network.heading,
          columns: networkColumns(locale),
          rows: networkRows(lines, locale),
        };
        const sheets = [sheet, kindSheet(all, locale)] as const;
        return sendSheets(reply, name, request.params.format, sheets, locale, ground.now());
      },
    );
  };
}

/** Published plans, for the citizens' side. */
export function publicPlanRoutes(needs: PlanNeeds) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const locale of ['th', 'en'] as const)
      surface.get<{ Params: { code: string; year: string; format: string } }>(
        `${locale === 'en' ? '/en' : ''}/plans/:code/:year/plan.:format`,
        async (request, reply) => {
          const { code, year, format } = request.params;
          const view = await viewPublishedPlan(needs, { code, fiscalYear: Number(year) || 0 }, locale);
          if (!view) return missing(reply);
          return sendPlan(reply, `plan-${code}-${year}`, format, view, locale, needs.ground.now());
        },
      );
    // The network's year in one file: the ministry's form with every centre's measures below each other.
    for (const locale of ['th', 'en'] as const)
      surface.get<{ Params: { format: string }; Querystring: Asked }>(
        `${locale === 'en' ? '/en' : ''}/plans/all.:format`,
        async (request, reply) => {
          const now = needs.ground.now();
          const year = yearOf(request.query, now);
          const plans = await readPublishedPlans(needs, year, locale);
          if (plans.length === 0) return missing(reply);
          const lines = await listPublishedPlans(needs, year, locale);
          const sheets = [formSheet(plans, locale), kindSheet(lines, locale)] as const;
          return sendSheets(reply, `plans-${year}`, request.params.format, sheets, locale, now);
        },
      );
  };
}

const localeOf = ({ lang }: Asked): Locale => (isLocale(lang) ? lang : 'th');

export function yearOf({ year }: Pick<Asked, 'year'>, now: Date): number {
  const asked = Number(year);
  return Number.isInteger(asked) && asked >= 2550 && asked <= 2700 ? asked : fiscalYearOf(civilDate(now));
}

/** The ministry's report form, seven items a measure. */
const formSheet = (plans: readonly PlanToPrint[], locale: Locale): Sheet => ({
  name: plansText(locale).papers.sheet,
  columns: planColumns(locale),
  rows: planRows(plans, locale),
});

const sendPlan = (
  reply: FastifyReply,
  name: string,
  format: string,
  plan: PlanToPrint,
  locale: Locale,
  now: Date,
) => sendSheets(reply, name, format, [formSheet([plan], locale)], locale, now);

/** A workbook holds all sheets, CSV the first. */
async function sendSheets(
  reply: FastifyReply,
  name: string,
  format: string,
  sheets: readonly [Sheet, ...Sheet[]],
  locale: Locale,
  madeAt: Date,
): Promise<FastifyReply> {
  if (format === 'xlsx') {
    const bytes = await writeXlsx(sheets, { locale, madeAt });
    return reply
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="${name}.xlsx"`)
      .send(Buffer.from(bytes));
  }
  if (format !== 'csv') return missing(reply);
  const [{ columns, rows }] = sheets;
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(
      writeCsv(
        columns.map(({ header }) => header),
        rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      ),
    );
}

const sendPdf = (reply: FastifyReply, name: string, bytes: Uint8Array) =>
  reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .send(Buffer.from(bytes));

const missing = (reply: FastifyReply) =>
  reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
