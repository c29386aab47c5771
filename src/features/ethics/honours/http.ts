/** The announcement of a year's honours as a paper, for anybody: the names of `/ethics/honours`. */
import type { FastifyInstance } from 'fastify';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { renderAnnouncement } from '#platform/documents/index.ts';
import type { Parts } from '../needs.ts';
import { bodyName } from '../standing.ts';
import { publishedHonours } from './read-round.ts';
import { honoursText } from './text.ts';

export function publicHonoursRoutes(parts: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Querystring: { year?: string } }>(
      '/ethics/honours/announcement.pdf',
      async ({ query }, reply) => {
        const asked = Number(query.year);
        const roll = await publishedHonours(parts, 'th', asked);
        if (roll.fiscalYear === undefined || roll.fiscalYear !== asked)
          return reply.code(404).header('cache-control', 'no-store').send({ code: 'not-found' });
        const root = (await parts.network.listCentres(parts.ground.now())).find(
          ({ parentCode }) => parentCode === undefined,
        )!;
        const words = honoursText('th');
        const year = formatFiscalYear(roll.fiscalYear, 'th');
        const bytes = await renderAnnouncement({
          issuer: bodyName(root, 'th'),
          subject: words.paper.subject(year),
          date: asCivilDate(civilDate(roll.publishedAt)),
          blocks: [
            { kind: 'paragraph', text: words.paper.opening(year) },
            ...roll.sections.flatMap((section) => [
              { kind: 'heading', text: section.name } as const,
              ...(section.names.length > 0
                ? [
                    {
                      kind: 'list',
                      ordered: true,
                      items: section.names.map((one) =>
                        one.name === one.centre ? one.name : words.paper.entry(one.name, one.centre),
                      ),
                    } as const,
                  ]
                : [
                    {
                      kind: 'paragraph',
                      text: section.isUndecided ? words.public.undecided : words.public.noNames,
                    } as const,
                  ]),
            ]),
          ],
        });
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="honours-${roll.fiscalYear}.pdf"`)
          .send(Buffer.from(bytes));
      },
    );
  };
}
