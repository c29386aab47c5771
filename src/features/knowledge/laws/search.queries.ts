/**
 * The SQL of a search: one statement. Words that the library does not know are matched to the nearest ones by trigrams;
 * sections that hold every word come first, those that hold the rarest ones fill up; sections named by number join them.
 * What comes out are candidates with the facts that `rank-sections.ts` ranks by.
 */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Query } from './read-query.ts';
import { ownTokens } from './section-tokens.ts';

/** A token that was looked for, as far as the library knows it. */
export type MeantToken = {
  /** Which word of the query. */
  readonly grp: number;
  readonly token: string;
  readonly sure: number;
  /** In how many sections it stands. */
  readonly sections: number;
  /** Another spelling of a word the library does not know. */
  readonly isNear: boolean;
};

export type Candidate = {
  readonly code: string;
  readonly kind: string;
  /** What its sections are called. */
  readonly unit: string;
  readonly number: string;
  readonly title: string;
  readonly heading: string | null;
  readonly repealed: boolean;
  readonly text: string;
  readonly words: number;
  /** Tokens looked for that it holds. */
  readonly held: readonly string[];
  /** How the number was asked for: not at all, without its law, with it. */
  readonly named: 0 | 1 | 2;
  /** Current sections that cite it. */
  readonly citing: number;
};

export type Retrieved = {
  readonly total: number;
  readonly meant: readonly MeantToken[];
  readonly candidates: readonly Candidate[];
};

/** Rows looked at for each way to be found, and rows ranked. Enough for a library of 100 thousand sections. */
const LOOKED_AT = 1500;
const RANKED = 90;

export async function retrieve(
  db: Queries,
  { terms, sections }: Query,
  law: string | undefined,
): Promise<Retrieved> {
  const asked = terms.flatMap(({ word, tokens }, grp) =>
    tokens.map(({ token, sure }) => ({ grp, word, token, sure })),
  );
  const shapes = terms.flatMap(({ word, shapes: of }, grp) => of.map((shape) => ({ grp, word, shape })));
  const named = sections.map(({ law: of, number }) => {
    const [plain, full] = ownTokens(of ?? '', number);
    return of === undefined ? { token: plain, named: 1 } : { token: full, named: 2 };
  });
  const only = law ?? null;
  const { rows } = await sql<Retrieved>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one (grp int, word text, token text, sure float8)
    ), known as (
      select asked.grp, asked.token, asked.sure, vocabulary.sections, false as near
      from asked join knowledge.vocabulary on vocabulary.word = asked.token
    ), near as (
      select distinct on (lost.grp) lost.grp, close.word as token, 0.8 as sure, close.sections, true as near
      from (
        select grp, shape
        from jsonb_to_recordset(${JSON.stringify(shapes)}::jsonb) as one (grp int, word text, shape text)
        where word !~ '^[0-9]' and length(shape) > 2
          and not exists (select from known where known.grp = one.grp and known.sure > 0.5)
      ) lost
      cross join lateral (
        select vocabulary.word, vocabulary.sections, knowledge.similarity(vocabulary.word, lost.shape) as likeness
        from knowledge.vocabulary
        where vocabulary.word operator(knowledge.%) lost.shape and vocabulary.word !~ '[:0-9]'
        order by likeness desc, vocabulary.sections desc
        limit 1
      ) close
      order by lost.grp, close.likeness desc
    ), meant as materialized (
      select *, quote_literal(replace(token, '\', '\\')) as lexeme from known
      union all
      select *, quote_literal(replace(token, '\', '\\')) from near
    ), term as (
      select grp, min(sections) filter (where sure > 0.5) as sections, string_agg(lexeme, ' | ') as any_of
      from meant group by grp
    ), strict as materialized (
      select string_agg('(' || any_of || ')', ' & ')::tsquery as query, count(*) as terms from term
    ), loose as materialized (
      select string_agg('(' || any_of || ')', ' | ')::tsquery as query
      from (select any_of from term order by sections nulls last limit 3) rare
    ), law as materialized (
      select id from knowledge.instrument where code = ${only}
    ), by_all as materialized (
      select section_version_id, words, tokens from (
        select section_version_id, words, tokens from knowledge.search_entry
        where tokens @@ (select query from strict)
          and (${only}::text is null or instrument_id = (select id from law))
        limit ${LOOKED_AT}
      ) found
      order by ts_rank('{0.05, 0.3, 0.5, 1}', tokens, (select query from strict), 1) desc
      limit ${RANKED}
    ), by_some as materialized (
      select section_version_id, words, tokens from (
        select section_version_id, words, tokens from knowledge.search_entry
        where tokens @@ (select query from loose)
          and (select terms from strict) > 1
          and (select count(*) from by_all) < 15
          and (${only}::text is null or instrument_id = (select id from law))
        limit ${LOOKED_AT}
      ) found
      order by ts_rank('{0.05, 0.3, 0.5, 1}', tokens, (select query from loose), 1) desc
      limit ${RANKED}
    ), by_number as materialized (
      select entry.section_version_id, entry.words, entry.tokens, one.named
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as one (token text, named int)
      join knowledge.search_entry entry on entry.tokens @@ quote_literal(one.token)::tsquery
      where ${only}::text is null or entry.instrument_id = (select id from law)
      limit ${RANKED}
    ), candidate as (
      select distinct on (section_version_id) * from (
        select *, 0 as named from by_all
        union all select *, 0 from by_some
        union all select * from by_number
      ) every
      order by section_version_id, named desc
    )
    select
      (select count(*)::int from knowledge.search_entry) as total,
      coalesce((select jsonb_agg(jsonb_build_object(
        'grp', grp, 'token', token, 'sure', sure, 'sections', sections, 'isNear', near)) from meant), '[]') as meant,
      coalesce((select jsonb_agg(jsonb_build_object(
        'code', instrument.code, 'kind', instrument.kind, 'unit', instrument.unit, 'number', section.number, 'title', instrument.title,
        'repealed', wording.repealed, 'text', wording.text, 'words', candidate.words, 'named', candidate.named,
        'held', array(select token from meant where candidate.tokens @@ lexeme::tsquery),
        'citing', (
          select count(*) from knowledge.citation
          where citation.to_code = instrument.code and citation.to_number = section.number
        ),
        'heading', (
          select btrim(heading.label || ' ' || heading.title) from knowledge.placement
          join knowledge.heading on heading.id = placement.heading_id
          where placement.section_version_id = wording.id
          order by placement.version_id desc
          limit 1
        )) order by candidate.section_version_id)
      from candidate
      join knowledge.section_version wording on wording.id = candidate.section_version_id
      join knowledge.section on section.id = wording.section_id
      join knowledge.instrument on instrument.id = section.instrument_id), '[]') as candidates`.execute(db);
  return rows[0]!;
}
