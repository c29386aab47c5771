/** What of tests is no page: the bank as CSV and GIFT, results as a workbook. Below /office, where the session has been read. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Ground } from '#platform/ground.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { readBankQuery } from './bank-query.ts';
import type { Assessments } from './index.ts';
import { sheetColumns, toRow } from './question-sheet.ts';
import { resultsWorkbook } from './results-workbook.ts';
import { writeGift } from './write-gift.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type Asked = { Params: { id: string }; Querystring: Record<string, string> };

export function officeAssessmentRoutes(ground: Ground, assessments: Assessments) {
  const questions = async (request: FastifyRequest<Asked>) =>
    (await assessments.bank.list(request.signedIn!, readBankQuery(new URLSearchParams(request.query))))
      .questions;
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<Asked>('/office/question-bank/questions.csv', async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="questions.csv"')
        .send(
          writeCsv(
            sheetColumns,
            (await questions(request)).map(({ draft }) => toRow(draft)),
          ),
        ),
    );
    surface.get<Asked>('/office/question-bank/questions.gift', async (request, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', 'attachment; filename="questions.gift"')
        .send(writeGift((await questions(request)).map(({ draft }) => draft))),
    );
    surface.get<Asked>('/office/seminars/:id/tests/results.xlsx', async (request, reply) => {
      const locale = request.query['lang'] === 'en' ? 'en' : 'th';
      const results = await assessments.results(request.signedIn!, request.params.id, locale);
      if (!results) return reply.code(404).send({ code: 'not-found' });
      return reply
        .type(xlsx)
        .header('content-disposition', 'attachment; filename="test-results.xlsx"')
        .send(Buffer.from(await resultsWorkbook(results, locale, ground.now())));
    });
  };
}
