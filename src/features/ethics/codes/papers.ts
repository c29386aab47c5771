/** The code as a table to download, for anybody; and the figures of pledges as memo and workbook. */
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatDate, formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderMemo, renderReport } from '#platform/documents/index.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { officeName, unitsWith } from '../standing.ts';
import { worded } from './code.ts';
import { type PledgeFigures, viewFigures } from './pledge-figures.ts';
import { type PublishedCode, publishedCode } from './read-codes.ts';
import { codesText } from './text.ts';

type AskedCode = Parameters<typeof publishedCode>[2];

const titleOf = ({ regime, centre }: PublishedCode, locale: Locale) =>
  [regime && worded(regime.titleTh, regime.titleEn, locale).text, centre?.name].filter(Boolean).join(' · ');

export async function codePaper(parts: Parts, locale: Locale, asked: AskedCode): Promise<Uint8Array> {
  const published = await publishedCode(parts, locale, asked);
  const text = codesText(locale);
  const subtitle = titleOf(published, locale);
  return renderReport({
    title: text.public.heading,
    ...(subtitle ? { subtitle } : {}),
    locale,
    madeAt: parts.ground.now(),
    orientation: 'landscape',
    blocks: published.standards.flatMap((standard) => {
      const rows = published.conduct.filter((one) => one.standard === standard.code);
      if (rows.length === 0) return [];
      return [
        { kind: 'heading', text: worded(standard.nameTh, standard.nameEn, locale).text } as const,
        {
          kind: 'table',
          table: {
            columns: [
              { label: text.public.kind, share: 1 },
              { label: text.public.behaviour, share: 3 },
              { label: text.public.example, share: 4 },
            ],
            rows: rows.map((row) => [
              text.kinds[row.kind],
              worded(row.behaviourTh, row.behaviourEn, locale).text,
              worded(row.exampleTh, row.exampleEn, locale).text,
            ]),
          },
        } as const,
      ];
    }),
  });
}

export async function codeSheet(parts: Parts, locale: Locale, asked: AskedCode): Promise<Uint8Array> {
  const { standards, conduct, codes, centre } = await publishedCode(parts, locale, asked);
  const text = codesText(locale);
  const words = text.public;
  const named = (code: string) => {
    const found = standards.find((one) => one.code === code);
    return found ? worded(found.nameTh, found.nameEn, locale).text : code;
  };
  return writeXlsx(
    [
      {
        name: words.sheet,
        columns: [
          { header: words.standard, width: 30 },
          { header: words.kind, width: 12 },
          { header: words.behaviour, width: 50 },
          { header: words.example, width: 60 },
          { header: words.regime, width: 26 },
          { header: words.centre, width: 26 },
        ],
        rows: conduct.map((row) => {
          const regime = codes.find((one) => one.regime === row.regime);
          return [
            named(row.standard),
            text.kinds[row.kind],
            worded(row.behaviourTh, row.behaviourEn, locale).text,
            worded(row.exampleTh, row.exampleEn, locale).text,
            regime ? worded(regime.nameTh, regime.nameEn, locale).text : words.everyRegime,
            row.unitId === undefined ? words.everyCentre : (centre?.name ?? ''),
          ];
        }),
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

/** The rows that the page shows: all, or those in which not everybody or everybody has pledged. */
export type FiguresShown = 'open' | 'complete' | undefined;
export const shownRows = (figures: PledgeFigures, shown: FiguresShown) =>
  figures.rows.filter(({ isComplete }) => !shown || isComplete === (shown === 'complete'));

export async function figuresSheet(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked: { readonly fiscalYear?: number | undefined; readonly shown?: FiguresShown },
): Promise<Uint8Array> {
  const figures = await viewFigures(parts, signedIn, locale, asked.fiscalYear);
  const text = codesText(locale);
  const words = text.figures;
  const rows = shownRows(figures, asked.shown);
  return writeXlsx(
    [
      {
        name: words.pledged,
        columns: [
          { header: words.centre, width: 40 },
          { header: words.state, width: 16 },
          { header: words.officers, kind: 'number' },
          { header: words.pledged, kind: 'number' },
          { header: words.share, kind: 'number' },
        ],
        rows: rows.map((row) => [
          row.name,
          row.isComplete ? words.complete : words.open,
          row.officers ?? null,
          row.pledged ?? null,
          row.share ?? null,
        ]),
      },
      {
        name: text.papers.standards,
        columns: [
          { header: words.centre, width: 40 },
          ...figures.standards.map((one) => ({
            header: worded(one.nameTh, one.nameEn, locale).text,
            kind: 'number' as const,
          })),
        ],
        rows: [
          [words.together, ...figures.together.map((value) => value ?? null)],
          ...rows
            .filter(({ misses }) => misses.some((value) => value !== undefined))
            .map((row) => [row.name, ...row.misses.map((value) => value ?? null)]),
        ],
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

/** As many centres as a memo bears; the workbook has all. */
const mostInMemo = 40;

/** บันทึกข้อความ of the figures, for the head. Thai, as every official paper. */
export async function figuresMemo(
  parts: Parts,
  signedIn: SignedIn,
  fiscalYear?: number,
): Promise<Uint8Array | undefined> {
  const { ground, network } = parts;
  const unit = unitsWith(signedIn.appointments)[0];
  const centre = (await network.listCentres(ground.now())).find(({ id }) => id === unit?.id);
  if (!centre) return undefined;
  const figures = await viewFigures(parts, signedIn, 'th', fiscalYear);
  const text = codesText('th');
  const { papers, figures: words } = text;
  const today = asCivilDate(civilDate(ground.now()));
  const year = formatFiscalYear(figures.fiscalYear, 'th');
  const worst = figures.standards
    .map((standard, at) => ({ name: standard.nameTh, share: figures.together[at] ?? 0 }))
    .sort((a, b) => b.share - a.share)[0];
  const self = await actingAs(ground.databases.officer, signedIn.actor, async (trx) =>
    (await network.listColleagues(trx, centre.id)).find(({ id }) => id === signedIn.person.id),
  );
  const listed = figures.rows.slice(0, mostInMemo);
  return renderMemo({
    office: officeName(centre, 'th'),
    date: today,
    subject: papers.subject(year),
    to: `${papers.to} ${officeName(centre, 'th')}`,
    blocks: [
      { kind: 'paragraph', text: papers.opening(year, formatDate(today, 'th')) },
      {
        kind: 'paragraph',
        text: papers.total(figures.rows.length - figures.open, figures.rows.length),
      },
      {
        kind: 'table',
        table: {
          columns: [
            { label: words.centre, share: 4 },
            { label: words.officers, share: 1, align: 'right' },
            { label: words.pledged, share: 1, align: 'right' },
            { label: words.state, share: 1 },
          ],
          rows: listed.map((row) => [
            row.name,
            row.officers === undefined ? words.few : String(row.officers),
            row.pledged === undefined ? '' : String(row.pledged),
            row.isComplete ? words.complete : words.open,
          ]),
        },
      },
      ...(figures.rows.length > listed.length
        ? [{ kind: 'paragraph', text: papers.more(figures.rows.length - listed.length) } as const]
        : []),
      ...(worst && worst.share > 0
        ? [{ kind: 'paragraph', text: papers.missed(worst.name, worst.share) } as const]
        : []),
      { kind: 'paragraph', text: papers.closing },
    ],
    signer: {
      name: signedIn.person.nameTh,
      ...(self?.positionTh ? { position: self.positionTh } : {}),
    },
  });
}
