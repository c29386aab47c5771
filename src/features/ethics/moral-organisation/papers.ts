/** The year's assessments as memo and workbook. */
import type { SignedIn } from '#features/network/index.ts';
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import { formatFiscalYear } from '#platform/calendar/formatting.ts';
import { actingAs } from '#platform/database/acting.ts';
import { renderMemo } from '#platform/documents/index.ts';
import { writeXlsx } from '#platform/spreadsheet/index.ts';
import type { Locale } from '#platform/text/messages.ts';
import type { Parts } from '../needs.ts';
import { officeName, unitsWith } from '../standing.ts';
import { levels } from './moral.ts';
import { listMoral } from './read-moral.ts';
import { rollUp } from './roll-up.ts';
import { moralText } from './text.ts';

const nameOf = (names: readonly string[] | undefined, level: number | undefined) =>
  (level !== undefined && names?.[level - 1]) || '';

export async function moralSheet(
  parts: Parts,
  signedIn: SignedIn,
  locale: Locale,
  asked: { readonly fiscalYear?: number | undefined; readonly state?: string | undefined },
): Promise<Uint8Array> {
  const list = await listMoral(parts, signedIn, locale, asked.fiscalYear);
  const text = moralText(locale);
  const names = locale === 'en' ? list.frame?.levelsEn : list.frame?.levelsTh;
  return writeXlsx(
    [
      {
        name: text.heading,
        columns: [
          { header: text.centre, width: 40 },
          { header: text.state, width: 20 },
          { header: text.percent, kind: 'number' },
          { header: text.level, width: 30 },
          { header: text.before, kind: 'number' },
        ],
        rows: list.rows
          .filter(({ assessment }) => !asked.state || (assessment?.state ?? 'none') === asked.state)
          .map(({ name, assessment, before }) => [
            name,
            text.states[assessment?.state ?? 'none'],
            assessment?.percent ?? null,
            nameOf(names, assessment?.level),
            before?.percent ?? null,
          ]),
      },
    ],
    { locale, madeAt: parts.ground.now() },
  );
}

/** บันทึกข้อความ for the head. Thai, as every official paper. */
export async function moralMemo(
  parts: Parts,
  signedIn: SignedIn,
  fiscalYear?: number,
): Promise<Uint8Array | undefined> {
  const { ground, network } = parts;
  const unit = unitsWith(signedIn.appointments)[0];
  const centre = (await network.listCentres(ground.now())).find(({ id }) => id === unit?.id);
  const list = await listMoral(parts, signedIn, 'th', fiscalYear);
  if (!centre || !list.frame) return undefined;
  const text = moralText('th');
  const names = list.frame.levelsTh;
  const year = formatFiscalYear(list.fiscalYear, 'th');
  const verified = list.rows.filter(({ assessment }) => assessment?.level !== undefined);
  const self = await actingAs(ground.databases.officer, signedIn.actor, async (trx) =>
    (await network.listColleagues(trx, centre.id)).find(({ id }) => id === signedIn.person.id),
  );
  return renderMemo({
    office: officeName(centre, 'th'),
    date: asCivilDate(civilDate(ground.now())),
    subject: text.papers.subject(year),
    to: `${text.papers.to} ${officeName(centre, 'th')}`,
    blocks: [
      { kind: 'paragraph', text: text.papers.opening(year) },
      {
        kind: 'table',
        table: {
          columns: [
            { label: text.kind, share: 2 },
            ...levels.map((level) => ({ label: names[level - 1]!, share: 2, align: 'right' as const })),
            { label: text.notYet, share: 1, align: 'right' },
          ],
          rows: rollUp(list.rows).map((row) => [
            text.kinds[row.kind],
            ...levels.map((level) => String(row.levels[level])),
            String(row.notYet),
          ]),
        },
      },
      { kind: 'paragraph', text: verified.length > 0 ? text.papers.detail : text.papers.nobody },
      ...(verified.length > 0
        ? [
            {
              kind: 'table',
              table: {
                columns: [
                  { label: text.centre, share: 3 },
                  { label: text.level, share: 3 },
                  { label: text.percent, share: 1, align: 'right' },
                ],
                rows: verified.map(({ name, assessment }) => [
                  name,
                  nameOf(names, assessment?.level),
                  (assessment?.percent ?? 0).toFixed(2),
                ]),
              },
            } as const,
          ]
        : []),
      { kind: 'paragraph', text: text.papers.closing },
    ],
    signer: {
      name: signedIn.person.nameTh,
      ...(self?.positionTh ? { position: self.positionTh } : {}),
    },
  });
}
