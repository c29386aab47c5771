/**
 * What a centre does to promote ethics, out of what is public already: codes, conduct, answered questions and the moral
 * level; and of the pledge its figures as they are suppressed for whoever leads (decision 0044). Nobody is named.
 */
import { civilDate } from '#platform/calendar/civil-date.ts';
import { day, type Maker, type WantedPaper } from './maker.ts';
import type { PaperTable } from './paper.ts';
import { papers as words } from './papers-text.th.ts';
import { rangeOf } from './period-range.ts';

type Needs = Parameters<Maker>[0];
type Code = Awaited<ReturnType<Needs['figures']['ethics']['code']>>;

const { ethics, columns } = words;

export const ethicsPromotion: Maker = async (needs, wanted, signedIn) => {
  const source = needs.figures.ethics;
  const code = await source.code('th', { centre: wanted.centre.code });
  if (code.codes.length === 0) return undefined;
  const own = await unitsOf(needs, wanted);
  const pledges = await source.pledges(signedIn, 'th', wanted.fiscalYear);
  const moral = await source.moral('th', wanted.fiscalYear);
  const { from, to } = rangeOf(wanted.fiscalYear, wanted.period);
  const questions = (await source.questions('th', { search: '', standard: '' })).questions.filter(
    ({ publishedOn }) => publishedOn >= from && publishedOn < to,
  );
  const levels =
    moral.fiscalYear === wanted.fiscalYear ? moral.rows.filter(({ unitId }) => own.has(unitId)) : [];
  return {
    sentences: [
      ethics.lead(day(civilDate(needs.ground.now()))),
      ethics.pledgeSaid,
      ...(levels.length === 0 ? [ethics.noLevel] : []),
      ...(questions.length === 0 ? [ethics.noQuestions] : []),
    ],
    tables: [
      codesTable(code),
      conductTable(code),
      {
        name: words.tables.pledges,
        columns: [
          { header: columns.centre, width: 44 },
          { header: columns.officers, width: 18 },
          { header: columns.pledged, width: 18 },
          { header: columns.whole, width: 24 },
        ],
        rows: pledges.rows
          .filter(({ unitId }) => own.has(unitId))
          .map(({ name, officers, pledged, isComplete }) => [
            name,
            officers === undefined ? ethics.few : String(officers),
            pledged === undefined ? ethics.notShown : String(pledged),
            isComplete ? ethics.whole : ethics.notWhole,
          ]),
      },
      ...(levels.length === 0
        ? []
        : [
            {
              name: words.tables.moral,
              columns: [
                { header: columns.centre, width: 44 },
                { header: columns.level, width: 30 },
                { header: columns.percent, kind: 'money' as const, width: 14 },
              ],
              rows: levels.map(({ name, level, percent }) => [
                name,
                moral.frame?.levelsTh[level - 1] ?? String(level),
                percent,
              ]),
            },
          ]),
      ...(questions.length === 0
        ? []
        : [
            {
              name: words.tables.questions,
              columns: [
                { header: columns.question, width: 44 },
                { header: columns.answer, width: 60 },
                { header: columns.publishedOn, kind: 'date' as const, width: 16 },
              ],
              rows: questions.map(({ question, answer, publishedOn }) => [question, answer, publishedOn]),
            },
          ]),
    ],
  };
};

function codesTable({ codes }: Code): PaperTable {
  return {
    name: words.tables.codes,
    columns: [
      { header: columns.whom, width: 28 },
      { header: columns.code, width: 44 },
      { header: columns.issuedOn, kind: 'date', width: 16 },
      { header: columns.basis, width: 44 },
    ],
    rows: codes.map(({ nameTh, titleTh, issuedOn, basisTh, status }) => [
      nameTh,
      titleTh,
      issuedOn ?? null,
      status === 'confirmed' ? basisTh : `${basisTh} ${ethics.unconfirmed}`,
    ]),
  };
}

function conductTable({ conduct, standards }: Code): PaperTable {
  const rows = standards.flatMap(({ code, nameTh }) =>
    conduct
      .filter(({ standard }) => standard === code)
      .map(({ kind, behaviourTh, exampleTh }) => [nameTh, ethics.kinds[kind], behaviourTh, exampleTh]),
  );
  return {
    name: words.tables.conduct,
    columns: [
      { header: columns.standard, width: 34 },
      { header: columns.kind, width: 14 },
      { header: columns.behaviour, width: 40 },
      { header: columns.example, width: 40 },
    ],
    rows,
  };
}

/** The centre itself and those below it: the ministry's paper tells of all. */
async function unitsOf({ ground, network }: Needs, { centre }: WantedPaper): Promise<ReadonlySet<number>> {
  const centres = await network.listCentres(ground.now());
  const codes = new Set([centre.code]);
  for (let before = 0; before < codes.size; ) {
    before = codes.size;
    for (const { code, parentCode } of centres) if (parentCode && codes.has(parentCode)) codes.add(code);
  }
  return new Set(centres.filter(({ code }) => codes.has(code)).map(({ id }) => id));
}
