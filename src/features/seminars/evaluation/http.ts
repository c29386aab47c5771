/** The workbook of a seminar's results. Below /office, where the session has been read. */
import type { FastifyInstance } from 'fastify';
import type { LearningNeeds } from '../learning/ports.ts';
import { resultsWorkbook } from './papers.ts';
import { viewResults } from './view-results.ts';

export function officeEvaluationRoutes(app: { readonly learning: { readonly needs: LearningNeeds } }) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { id: string }; Querystring: { lang?: string } }>(
      '/office/seminars/:id/evaluation.xlsx',
      async ({ params, query, signedIn }, reply) => {
        if (!signedIn) return reply.code(401).send({ code: 'not-signed-in' });
        const { needs } = app.learning;
        const results = await viewResults(needs, signedIn, params.id);
        if (!results) return reply.code(404).send({ code: 'not-found' });
        const locale = query.lang === 'en' ? 'en' : 'th';
        return reply
          .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .header('content-disposition', `attachment; filename="evaluation-${params.id.slice(0, 8)}.xlsx"`)
          .send(Buffer.from(await resultsWorkbook(results, locale, needs.ground.now())));
      },
    );
  };
}
