// What a new text of a law touches: its changed sections, each beside its old wording, and what stands on them.
// Circulars are not among it: whose they are differs from reader to reader, so a notice's reader is shown her own.
import { sql } from 'kysely';
import type { StandingRules } from '#features/cases/index.ts';
import type { Touched } from '#features/knowledge/notices/index.ts';
import type { InTransaction } from '#platform/database/connection.ts';
import { englishLawName } from '#platform/text/english-law-names.ts';
import { selectOffencesOn } from './library.queries.ts';
import { addressOfSection } from './section-address.ts';
import { usersOf } from './section-users.ts';
import { lawsText } from './text.ts';

/** Sections of other laws named in one notice. */
const MOST_CITING = 60;
/** Changed sections named in one notice; a new code changes hundreds, and its page lists them. */
const MOST_CHANGED = 200;

/** In the order in which an officer asks: what changed, then deadlines, offences, topics, sections elsewhere. */
export async function touchedBy(
  trx: InTransaction,
  law: Law,
  numbers: readonly string[],
  rules: StandingRules,
): Promise<Touched[]> {
  const { code } = law;
  const offences = await selectOffencesOn(trx, code, numbers);
  const users = usersOf(law, numbers, {
    rules,
    circulars: [],
    topics: offences.flatMap(({ topics }) => topics),
  });
  const ofOffences = new Set(offences.flatMap(({ clocks }) => clocks));
  const clocks = new Map(
    [...users.clocks, ...rules.clocks.filter((clock) => ofOffences.has(clock.code))].map((clock) => [
      clock.code,
      clock,
    ]),
  );
  return [
    ...(await changedSections(trx, law, numbers)),
    ...[...clocks.values()].map(
      (clock): Touched => ({
        ...{ kind: 'clock', id: clock.code, titleTh: clock.nameTh, titleEn: clock.nameEn },
        href: `/office/settings/clocks#${clock.code}`,
        ownerRoles: ['administrator'],
      }),
    ),
    ...offences.map(
      (offence): Touched => ({
        ...{ kind: 'offence', id: offence.code, titleTh: offence.titleTh, titleEn: offence.titleEn },
        href: `/offences/${offence.code}`,
        ownerRoles: ['planner'],
      }),
    ),
    ...users.topics.map(
      (topic): Touched => ({
        ...{ kind: 'topic', id: topic.code, titleTh: topic.nameTh, titleEn: topic.nameEn },
        ownerRoles: ['administrator'],
      }),
    ),
    ...(await citingElsewhere(trx, code, numbers)),
  ];
}

type Law = { readonly code: string; readonly title: string; readonly unit: string };

/** With the address where the newest wording stands beside the one before; new and removed ones have but one. */
async function changedSections(trx: InTransaction, law: Law, numbers: readonly string[]): Promise<Touched[]> {
  const { rows } = await sql<{ number: string; wording: number; isCurrent: boolean }>`
    select distinct on (section.id) section.number, wording.number as wording, wording.is_current as "isCurrent"
    from knowledge.instrument
    join knowledge.section on section.instrument_id = instrument.id
    join knowledge.section_version wording on wording.section_id = section.id
    where instrument.code = ${law.code} and section.number = any (${[...numbers]})
    order by section.id, wording.number desc
    limit ${MOST_CHANGED}`.execute(trx);
  return rows.map(({ number, wording, isCurrent }) => {
    const compare = isCurrent && wording > 1 ? `?compare=${wording - 1}..${wording}#comparison` : '';
    return {
      ...touchedSection(law, number, law.unit),
      href: `/laws/${law.code}/${addressOfSection(number)}${compare}`,
    };
  });
}

async function citingElsewhere(
  trx: InTransaction,
  code: string,
  numbers: readonly string[],
): Promise<Touched[]> {
  const { rows } = await sql<Law & { number: string }>`
    select distinct instrument.code, section.number, instrument.title, instrument.unit
    from knowledge.citation
    join knowledge.section_version wording on wording.id = citation.section_version_id and wording.is_current
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id
    where citation.to_code = ${code} and citation.to_number = any (${[...numbers]}) and instrument.code <> ${code}
    order by instrument.code, section.number
    limit ${MOST_CITING}`.execute(trx);
  return rows.map((row) => touchedSection(row, row.number, row.unit));
}

/** The English name where there is one; the Thai title otherwise. */
export const englishTitle = ({ code, title }: Pick<Law, 'code' | 'title'>): string =>
  englishLawName(code) ?? title;

const touchedSection = ({ code, title }: Law, number: string, unit: string): Touched => ({
  kind: 'section',
  id: `${code}:${number}`,
  titleTh: lawsText('th').library.citation(title, unit, number),
  titleEn: lawsText('en').library.citation(englishTitle({ code, title }), unit, number),
  href: `/laws/${code}/${addressOfSection(number)}`,
  ownerRoles: ['planner'],
});
