/** What of disclosure is no page: published papers for anybody; tables, templates and previews for officers. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Sheet, writeCsv, writeXlsx } from '#platform/spreadsheet/index.ts';
import { isLocale, type Locale } from '#platform/text/messages.ts';
import type { Disclosure } from './index.ts';
import { sheetColumns, sheetRows } from './item-sets/item-sheet.ts';
import { roleIn } from './needs.ts';
import { makePaper } from './publishing/make-paper.ts';
import { paperPdf, paperXlsx } from './publishing/paper.ts';
import { periodsOf, readPaperPath } from './publishing/paper-address.ts';
import { papers } from './publishing/papers-text.th.ts';
import { selectPublications } from './publishing/publication.queries.ts';
import { readLeagueFilter, sortLeague } from './readiness/league-rules.ts';
import { leagueSheet } from './readiness/league-sheet.ts';
import { disclosureText } from './text.ts';

/** Asked for only when a request comes: what is built of the application may be a part. */
type Parts = { readonly disclosure: Disclosure };

const types = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const nowhere = { code: 'not-found' };
const missing = (reply: FastifyReply) => reply.code(404).header('cache-control', 'no-store').send(nowhere);

/** Papers that centres have published: the newest at one address, each version at its own, which may be kept for ever. */
export function publicDisclosureRoutes(app: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.get<{ Params: { code: string; year: string; file: string } }>(
      '/disclosure/:code/:year/:file',
      async (request, reply) => {
        const { code, year, file } = request.params;
        const address = readPaperPath(`/disclosure/${code}/${year}/${file}`);
        if (!address) return missing(reply);
        const { ground, network } = app.disclosure.needs;
        const centres = await network.listCentres(ground.now());
        const unitId = centres.find((centre) => centre.code === code)?.id;
        if (unitId === undefined) return missing(reply);
        const [paper] = await selectPublications(ground.databases.public, { unitId, paper: address });
        const kept = paper && (await ground.files.read(paper.files[address.ending].id));
        if (!paper || !kept) return missing(reply);
        const { sha256 } = paper.files[address.ending];
        return reply
          .type(types[address.ending])
          .header('content-length', kept.size)
          .header('content-disposition', `inline; filename="${code}-${year}-${file}"`)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('etag', `"${sha256}"`)
          .header('last-modified', paper.publishedAt.toUTCString())
          .header(
            'cache-control',
            address.version === undefined ? 'no-cache' : 'public, max-age=31536000, immutable',
          )
          .send(kept.content);
      },
    );
  };
}

type Asked = { readonly lang?: string; readonly year?: string } & Record<string, string>;
const localeOf = ({ lang }: Asked): Locale => (isLocale(lang) ? lang : 'th');
const yearOf = (year: string | undefined) => (/^\d{4}$/.test(year ?? '') ? Number(year) : undefined);

/** Below /office, where the session has been read. */
export function officeDisclosureRoutes(app: Parts) {
  return async (surface: FastifyInstance): Promise<void> => {
    surface.addHook('preHandler', async (request, reply) => {
      if (!request.signedIn) return reply.code(401).send({ code: 'not-signed-in' });
    });
    surface.get<{ Querystring: Asked }>('/office/disclosure/sets/template.xlsx', async (request, reply) => {
      const text = disclosureText(localeOf(request.query));
      const sheet = { name: text.sets.sheet, columns: sheetColumns, rows: [] };
      return sendSheet(reply, 'items-template', 'xlsx', [sheet, guideSheet(localeOf(request.query))], app);
    });
    surface.get<{ Params: { id: string }; Querystring: Asked }>(
      '/office/disclosure/sets/:id/items.xlsx',
      async (request, reply) => {
        const view = await app.disclosure.viewSet(request.signedIn!, request.params.id);
        if (!view) return missing(reply);
        const text = disclosureText(localeOf(request.query));
        const sheet = { name: text.sets.sheet, columns: sheetColumns, rows: sheetRows(view.items) };
        return sendSheet(reply, `items-${view.set.fiscalYear}`, 'xlsx', [sheet], app);
      },
    );
    for (const format of ['xlsx', 'csv'] as const)
      surface.get<{ Querystring: Asked }>(`/office/disclosure/network.${format}`, async (request, reply) => {
        const locale = localeOf(request.query);
        const league = await app.disclosure.network(request.signedIn!, yearOf(request.query.year), locale);
        if (!league) return missing(reply);
        const filter = readLeagueFilter(new URLSearchParams(request.query));
        const sheet = leagueSheet(sortLeague(league.lines, filter), locale);
        return sendSheet(reply, `readiness-${league.fiscalYear}`, format, [sheet], app);
      });
    surface.get<{ Params: { code: string; year: string; file: string } }>(
      '/office/disclosure/preview/:code/:year/:file',
      async (request, reply) => {
        const { code, year, file } = request.params;
        const address = readPaperPath(`/disclosure/${code}/${year}/${file}`);
        const { needs } = app.disclosure;
        const now = needs.ground.now();
        const centres = await needs.network.listCentres(now);
        const centre = centres.find((one) => one.code === code);
        if (!address || !centre || !periodsOf[address.kind].includes(address.period)) return missing(reply);
        if (!roleIn('write', request.signedIn!, centres, centre.id))
          return reply.code(403).send({ code: 'forbidden' });
        const paper = await makePaper(needs, request.signedIn!, { centre, ...address });
        if (!paper) return missing(reply);
        const bytes =
          address.ending === 'pdf'
            ? await paperPdf(paper, papers.centre(centre.nameTh), now)
            : await paperXlsx(paper, now);
        return sendBytes(reply, `draft-${code}-${year}-${file}`, address.ending, bytes);
      },
    );
  };
}

/** What may stand in each column, on a second sheet of the template. */
function guideSheet(locale: Locale): Sheet {
  const { guide, guideName, guideColumns } = disclosureText(locale).sets;
  return {
    name: guideName,
    columns: [
      { header: guideColumns.column, width: 20 },
      { header: guideColumns.meaning, width: 90 },
    ],
    rows: Object.entries(guide),
  };
}

async function sendSheet(
  reply: FastifyReply,
  name: string,
  format: 'xlsx' | 'csv',
  sheets: readonly Sheet[],
  { disclosure }: Parts,
): Promise<FastifyReply> {
  if (format === 'xlsx')
    return sendBytes(
      reply,
      `${name}.xlsx`,
      'xlsx',
      await writeXlsx(sheets, { madeAt: disclosure.needs.ground.now() }),
    );
  const { columns, rows } = sheets[0]!;
  const table = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(
      writeCsv(
        columns.map(({ header }) => header),
        table,
      ),
    );
}

const sendBytes = (reply: FastifyReply, name: string, type: keyof typeof types, bytes: Uint8Array) =>
  reply
    .type(types[type])
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Buffer.from(bytes));
