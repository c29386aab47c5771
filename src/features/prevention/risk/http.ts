/** What of risk maps is no page: papers as PDF, tables for a spreadsheet. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { civilDate } from '#platform/calendar/civil-date.ts';
import type { Ground } from '#platform/ground.ts';
import { riskKinds } from './framework.ts';
import type { Risks } from './index.ts';
import { mapMemo, mapReport, type PaperMap, resultsMemo } from './papers.ts';
import { listWorkbook, mapWorkbook } from './workbook.ts';

type Routes = { readonly ground: Ground; readonly risks: Risks };

/** Published maps, for anybody. */
export function publicRiskRoutes({ risks }: Pick<Routes, 'risks'>) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const kind of riskKinds)
      for (const ending of ['pdf', 'xlsx'] as const)
        surface.get<{ Params: { centre: string; year: string } }>(
          `/risks/:centre/:year/${kind}.${ending}`,
          async (request, reply) => {
            const { centre, year } = request.params;
            const published = await risks.viewPublished(centre, Number(year), 'th');
            const found = published.find(({ map }) => map.kind === kind);
            if (!found) return reply.code(404).send({ code: 'not-found' });
            const paper = { ...found, centreTh: found.centre.name };
            const madeAt = found.map.publishedAt!;
            const name = `risk-${kind}-${centre}-${year}.${ending}`;
            return ending === 'pdf'
              ? sendFile(reply, pdf, name, await mapReport(paper, madeAt))
              : sendFile(reply, xlsx, name, await mapWorkbook(paper, madeAt));
          },
        );
  };
}

/** Below /office, where the session has been read. */
export function officeRiskRoutes({ ground, risks }: Routes) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<{ Querystring: Record<string, string> }>(
      '/office/risks/list.xlsx',
      async (request, reply) => {
        const query = new URLSearchParams(request.query);
        const locale = query.get('lang') === 'en' ? 'en' : 'th';
        const list = await risks.list(request.signedIn!, query, locale);
        return sendFile(reply, xlsx, 'risk-assessments.xlsx', await listWorkbook(list, locale, ground.now()));
      },
    );
    for (const [file, make] of Object.entries(papersOf(ground)))
      surface.get<{ Params: { id: string } }>(`/office/risks/:id/${file}`, async (request, reply) => {
        const view = await risks.view(request.signedIn!, request.params.id, 'th');
        if (!view) return reply.code(404).send({ code: 'not-found' });
        const { map, framework, risks: all, results, centre } = view;
        const bytes = await make({ map, framework, risks: all, results, centreTh: centre.name });
        const name = `risk-${map.kind}-${centre.code}-${map.fiscalYear}-v${map.version}-${file}`;
        return sendFile(reply, file.endsWith('.pdf') ? pdf : xlsx, name, bytes);
      });
  };
}

const papersOf = (ground: Ground): Record<string, (paper: PaperMap) => Promise<Uint8Array>> => ({
  'memo.pdf': (paper) => mapMemo(paper, civilDate(ground.now()), ground.now()),
  'report.pdf': (paper) => mapReport(paper, ground.now()),
  'table.xlsx': (paper) => mapWorkbook(paper, ground.now()),
  'results-6.pdf': (paper) => resultsMemo(paper, 6, civilDate(ground.now()), ground.now()),
  'results-12.pdf': (paper) => resultsMemo(paper, 12, civilDate(ground.now()), ground.now()),
});

const pdf = 'application/pdf';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const sendFile = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array) =>
  reply
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `attachment; filename="${name}"`)
    .type(type)
    .send(Buffer.from(bytes));
