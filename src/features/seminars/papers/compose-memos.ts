/** The memos of a seminar: asking for approval, summing up, claiming the money. Pure: from what is known to blocks. */
import { asCivilDate, civilDate } from '#platform/calendar/civil-date.ts';
import type { Block, Memo } from '#platform/documents/index.ts';
import { bahtText } from '../money/baht-text.ts';
import { amountIn, numberIn } from '../money/pages/amounts.ts';
import { moneyText } from '../money/text.ts';
import type { Matter } from './paper-matter.ts';
import {
  addedOf,
  baht,
  budgetTable,
  heading,
  linesOf,
  officeOf,
  paragraph,
  signerOf,
  thaiDate,
  totalInWords,
  whenOf,
  whereOf,
} from './paper-parts.ts';
import { paperWords as words } from './paper-text.th.ts';
import type { SeminarFigures } from './seminar-figures.ts';

/** What the parts answered; undefined for what is not known. */
export type SummaryFigures = {
  readonly [Name in keyof SeminarFigures]: Awaited<ReturnType<NonNullable<SeminarFigures[Name]>>> | undefined;
};

function memo(matter: Matter, subject: string, blocks: readonly Block[]): Memo {
  const { facts, centre } = matter;
  return {
    office: officeOf(centre),
    ...(facts.phone ? { phone: facts.phone } : {}),
    ...(facts.number ? { number: facts.number } : {}),
    date: asCivilDate(matter.date),
    subject,
    to: facts.addressee || words.addressees[centre.kind],
    blocks,
    signer: signerOf(matter),
    madeAt: matter.now,
  };
}

/** The project file as it goes to whoever approves; what was not written is left out and not numbered. */
export function approvalMemo(matter: Matter): Memo {
  const { seminar, project, budget, centre } = matter;
  const { items } = words;
  const list = (text: string | undefined): readonly Block[] => {
    const lines = linesOf(text ?? '');
    if (lines.length > 1) return [{ kind: 'list', items: lines, ordered: true }];
    return lines.map(paragraph);
  };
  const target = [
    ...linesOf(project?.targetQuantity ?? '').map(items.quantity),
    ...linesOf(project?.targetQuality ?? '').map(items.quality),
  ];
  const period = [`${whenOf(seminar)}`, ...linesOf(project?.period ?? '')];
  const place = [...(seminar.venueTh ? [seminar.venueTh] : []), ...linesOf(project?.place ?? '')];
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    [items.rationale, linesOf(project?.rationale ?? '').map(paragraph)],
    [items.objectives, list(project?.objectives)],
    [items.target, target.map(paragraph)],
    [items.method, list(project?.method)],
    [items.period, period.map(paragraph)],
    [items.place, place.map(paragraph)],
    [
      items.budget,
      budget.total > 0
        ? [budgetTable(budget), paragraph(totalInWords(budget, project?.moneySource ?? ''))]
        : [paragraph(words.budget.none)],
    ],
    [items.responsible, linesOf(project?.responsible ?? '').map(paragraph)],
    [items.evaluation, list(project?.evaluation)],
    [items.expectedResults, list(project?.expectedResults)],
  ];
  const written = sections.filter(([, blocks]) => blocks.length > 0);
  return memo(matter, words.approval.subject(seminar.titleTh), [
    paragraph(
      words.approval.cause(
        officeOf(centre),
        seminar.titleTh,
        whenOf(seminar),
        whereOf(seminar),
        numberIn('th', seminar.seats),
      ),
    ),
    ...written.flatMap(([label, blocks], at) => [heading(words.numbered(at + 1, label)), ...blocks]),
    ...addedOf(matter),
    paragraph(words.approval.end),
  ]);
}

/** What came of it, beside what was aimed at. A figure that is not known is said to be missing. */
export function summaryMemo(matter: Matter, figures: SummaryFigures): Memo {
  const { seminar, project, budget, centre, confirmed } = matter;
  const { summary } = words;
  const { attendance, tests, evaluation } = figures;
  const percent = (value: number) => numberIn('th', Math.round(value * 10) / 10);
  const people = [
    confirmed.length > 0
      ? summary.confirmed(confirmed.length, new Set(confirmed.map(({ unitId }) => unitId)).size)
      : summary.missing.confirmed,
    ...(attendance
      ? [summary.attended(attendance.attended), summary.completed(attendance.completed)]
      : [summary.missing.attendance]),
  ];
  const aims = [...linesOf(project?.targetQuantity ?? ''), ...linesOf(project?.targetQuality ?? '')];
  const expected = linesOf(project?.expectedResults ?? '');
  const sections: readonly (readonly [string, readonly Block[]])[] = [
    [summary.target, aims.map(paragraph)],
    [summary.people, people.map(paragraph)],
    [
      summary.learning,
      [
        paragraph(
          tests
            ? summary.tests(
                tests.pairs,
                percent(tests.before),
                percent(tests.after),
                percent(tests.gain * 100),
              )
            : summary.missing.tests,
        ),
      ],
    ],
    [
      summary.opinion,
      evaluation
        ? [
            paragraph(summary.answered(evaluation.answered)),
            {
              kind: 'table',
              table: {
                columns: [
                  { label: summary.opinionColumns[0], share: 4 },
                  { label: summary.opinionColumns[1], share: 1, align: 'right' },
                ],
                rows: evaluation.means.map(({ nameTh, mean }) => [nameTh, amountIn('th', mean)]),
              },
            },
          ]
        : [paragraph(summary.missing.evaluation)],
    ],
    [
      summary.money,
      budget.total > 0
        ? [paragraph(summary.spent(baht(budget.total), bahtText(budget.total)))]
        : [paragraph(words.budget.none)],
    ],
    [
      summary.expected,
      expected.length > 1 ? [{ kind: 'list', items: expected, ordered: true }] : expected.map(paragraph),
    ],
  ];
  const written = sections.filter(([, blocks]) => blocks.length > 0);
  return memo(matter, summary.subject(seminar.titleTh), [
    paragraph(summary.cause(officeOf(centre), seminar.titleTh, whenOf(seminar), whereOf(seminar))),
    ...written.flatMap(([label, blocks], at) => [heading(words.numbered(at + 1, label)), ...blocks]),
    ...addedOf(matter),
    paragraph(summary.end),
  ]);
}

/** The claim as it was made, with what exceeds a rule said beside it. */
export function claimMemo(matter: Matter): Memo {
  const { seminar, budget, project } = matter;
  const { claim } = words;
  const paid = budget.parts.flatMap((part) =>
    part.lines.filter((line) => line.claim.isPaid).map((line) => ({ part, line })),
  );
  const [who, what, hours, rate, amount] = claim.feeColumns;
  const found = findingsOf(matter);
  return memo(matter, claim.subject(seminar.titleTh), [
    paragraph(claim.cause(seminar.titleTh, whenOf(seminar), whereOf(seminar))),
    ...(paid.length > 0
      ? ([
          heading(claim.fees),
          {
            kind: 'table',
            table: {
              columns: [
                { label: who, share: 3 },
                { label: what, share: 4 },
                { label: hours, share: 1, align: 'right' },
                { label: rate, share: 2, align: 'right' },
                { label: amount, share: 2, align: 'right' },
              ],
              rows: paid.map(({ part, line }) => [
                line.nameTh,
                `${part.titleTh} ${thaiDate(civilDate(part.startsAt))}`,
                numberIn('th', line.claim.hours),
                baht(line.claim.rate),
                baht(line.amount),
              ]),
              foot: [claim.feeTotal, '', '', '', baht(budget.feeTotal)],
            },
          },
        ] satisfies Block[])
      : []),
    heading(claim.lines),
    budgetTable(budget),
    paragraph(totalInWords(budget, project?.moneySource ?? '')),
    ...(found.length > 0
      ? ([heading(claim.findings), { kind: 'list', items: found, ordered: true }] satisfies Block[])
      : []),
    ...addedOf(matter),
    paragraph(claim.end),
  ]);
}

function findingsOf({ budget }: Matter): readonly string[] {
  const text = moneyText('th');
  return budget.parts
    .flatMap((part) => [
      ...part.findings.map((finding) => ({ who: part.titleTh, finding })),
      ...part.lines.flatMap((line) => line.findings.map((finding) => ({ who: line.nameTh, finding }))),
    ])
    .map(({ who, finding }) =>
      words.claim.finding(
        who,
        text.findings[finding.code](
          numberIn('th', finding.claimed),
          numberIn('th', finding.allowed),
          String(finding.groupNo ?? ''),
        ),
        finding.rule.basisTh,
        finding.rule.status === 'confirmed',
      ),
    );
}
