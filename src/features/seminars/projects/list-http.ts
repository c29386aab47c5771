/** The list of seminars as it is filtered, as a workbook or as CSV. Below /office, where the session has been read. */
import type { FastifyInstance } from 'fastify';
import type { SignedIn } from '#features/network/index.ts';
import { type SheetColumn, writeCsv, writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import { datesOf, titleOf } from '../pages/seminar-words.ts';
import { seminarStates } from '../seminar.ts';
import { seminarsText } from '../text.ts';
import type { SeminarFilter } from './list-seminars.ts';
import type { SeminarLine } from './project.ts';
import { projectsText } from './text.ts';

type App = {
  readonly projects: {
    readonly list: (signedIn: SignedIn, filter?: SeminarFilter) => Promise<readonly SeminarLine[]>;
  };
};
type Asked = { Querystring: { lang?: string; year?: string; state?: string; own?: string } };

export function seminarListRoutes(app: App) {
  return async (surface: FastifyInstance): Promise<void> => {
    for (const form of ['csv', 'xlsx'] as const)
      surface.get<Asked>(`/office/seminars.${form}`, async ({ query, signedIn }, reply) => {
        if (!signedIn) return reply.code(401).send({ code: 'not-signed-in' });
        const locale = query.lang === 'en' ? 'en' : 'th';
        const lines = await app.projects.list(signedIn, filterFrom(query));
        const { columns, rows } = sheetOf(lines, locale);
        reply.header('content-disposition', `attachment; filename="seminars.${form}"`);
        if (form === 'csv')
          return reply.type('text/csv; charset=utf-8').send(
            writeCsv(
              columns.map(({ header }) => header),
              rows.map((row) => row.map(String)),
            ),
          );
        const name = seminarsText(locale).heading;
        return reply
          .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
          .send(Buffer.from(await writeXlsx([{ name, columns, rows }])));
      });
  };
}

/** The filters of the page's address; what is none is left out. */
function filterFrom(query: {
  readonly year?: string;
  readonly state?: string;
  readonly own?: string;
}): SeminarFilter {
  return {
    year: Number(query.year ?? '') || undefined,
    state: seminarStates.find((each) => each === query.state),
    own: query.own === '1',
  };
}

function sheetOf(
  lines: readonly SeminarLine[],
  locale: Locale,
): { readonly columns: readonly SheetColumn[]; readonly rows: readonly (readonly (string | number)[])[] } {
  const words = projectsText(locale).list.columns;
  const { states } = seminarsText(locale);
  return {
    columns: [
      { header: words.title, width: 60 },
      { header: words.when, width: 24 },
      { header: words.centre, width: 40 },
      { header: words.seats, kind: 'number' },
      { header: words.state, width: 16 },
    ],
    rows: lines.map((line) => [
      titleOf(line, locale),
      datesOf(line, locale),
      locale === 'en' ? line.unitNameEn : line.unitNameTh,
      line.seats,
      states[line.state],
    ]),
  };
}
