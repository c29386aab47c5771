/**
 * The SQL of a search: one statement. Words that the library does not know are matched to the nearest ones by trigrams;
 * sections that hold every word come first, those that hold the rarest ones fill up; sections named by number stand above.
 */
import { sql } from 'kysely';
import type { Queries } from '#platform/database/connection.ts';
import type { Query } from './read-query.ts';
import { ownTokens } from './section-tokens.ts';

export type FoundRow = {
  readonly code: string;
  readonly number: string;
  readonly title: string;
  readonly heading: string | null;
  readonly repealed: boolean;
  readonly text: string;
  readonly score: number;
};

/** Sections ranked at most, for each way to be found. */
const CANDIDATES = 400;

export async function selectFound(
  db: Queries,
  { terms, sections, laws, phrase }: Query,
  { law, limit }: { law: string | undefined; limit: number },
): Promise<{ rows: FoundRow[]; corrections: Map<string, string[]> }> {
  const shapes = terms.flatMap(({ word, shapes: of }, grp) => of.map((shape) => ({ grp, word, shape })));
  const asked = terms.flatMap(({ word, tokens }, group) =>
    tokens.map(({ token, sure }) => ({ grp: group, word, token, sure })),
  );
  const named = sections.flatMap(({ law: of, number }) => {
    const [plain, full] = ownTokens(of ?? '', number);
    return [{ token: of === undefined ? plain! : full!, bonus: of === undefined ? 400 : 1000 }];
  });
  const { rows } = await sql<FoundRow & { corrections: Record<string, string[]> | null }>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one (grp int, word text, token text, sure float8)
    ), total as (
      select greatest(count(*), 1)::float8 as sections from knowledge.search_entry
    ), known as (
      select asked.grp, asked.word, asked.token, asked.sure, vocabulary.sections
      from asked join knowledge.vocabulary on vocabulary.word = asked.token
    ), near as (
      select lost.grp, lost.word, close.word as token, 0.8 * close.likeness as sure, close.sections
      from (
        select grp, word, shape from jsonb_to_recordset(${JSON.stringify(shapes)}::jsonb) as one (grp int, word text, shape text)
        where word !~ '^[0-9]' and length(shape) > 2
          and not exists (select from known where known.grp = one.grp and known.sure > 0.5)
      ) lost
      cross join lateral (
        select vocabulary.word, vocabulary.sections, knowledge.similarity(vocabulary.word, lost.shape) as likeness
        from knowledge.vocabulary
        where vocabulary.word operator(knowledge.%) lost.shape and vocabulary.word !~ '[:0-9]'
        order by likeness desc, vocabulary.sections desc
        limit 2
      ) close
      where close.likeness >= 0.4
    ), meant as (
      select every.grp, every.token, every.sure, ln(1 + total.sections / every.sections) as weight, every.sections
      from (
        select grp, token, sure, sections from known
        union all select grp, token, sure, sections from near
      ) every
      cross join total
    ), term as (
      select grp, max(weight) as weight, min(sections) as sections,
        string_agg('''' || replace(replace(token, '\', '\\'), '''', '''''') || '''', ' | ') as any_of
      from meant group by grp
    ), strict as (
      select string_agg('(' || any_of || ')', ' & ')::tsquery as query, count(*) as terms from term
    ), loose as (
      select string_agg('(' || any_of || ')', ' | ')::tsquery as query
      from (select any_of from term order by weight desc limit 4) rare
    ), named as (
      select * from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as one (token text, bonus float8)
    ), law as (
      select id from knowledge.instrument where code = ${law ?? null}
    ), by_all as (
      select section_version_id, words, tokens, instrument_id from knowledge.search_entry
      where tokens @@ (select query from strict)
        and (${law ?? null}::text is null or instrument_id = (select id from law))
      limit ${CANDIDATES}
    ), by_some as (
      select section_version_id, words, tokens, instrument_id from knowledge.search_entry
      where tokens @@ (select query from loose)
        and (select terms from strict) > 1
        and (select count(*) from by_all) < ${limit}
        and (${law ?? null}::text is null or instrument_id = (select id from law))
      limit ${CANDIDATES}
    ), by_number as (
      select section_version_id, words, tokens, instrument_id, bonus from named
      join knowledge.search_entry on tokens @@ (quote_literal(replace(token, '\', '\\'))::tsquery)
      where ${law ?? null}::text is null or instrument_id = (select id from law)
      limit ${CANDIDATES}
    ), candidate as (
      select distinct on (section_version_id) section_version_id, words, tokens, instrument_id, bonus
      from (
        select section_version_id, words, tokens, instrument_id, 0::float8 as bonus from by_all
        union all select section_version_id, words, tokens, instrument_id, 0 from by_some
        union all select * from by_number
      ) every
      order by section_version_id, bonus desc
    ), scored as (
      select candidate.section_version_id, candidate.instrument_id,
        candidate.bonus
        + case when candidate.bonus > 0 then 100 * (
            select count(distinct grp) from meant
            where candidate.tokens @@ ('''' || replace(replace(meant.token, '\', '\\'), '''', '''''') || ''':D')::tsquery
          ) else 0 end
        + coalesce((
          select sum(best) * (sum(1)::float8 / (select greatest(terms, 1) from strict)) ^ 1.5
          from (
            select max(meant.weight * meant.sure * (
              0.4
              + case when candidate.tokens @@ (quoted.token || ':C')::tsquery then 0.5 else 0 end
              + case when candidate.tokens @@ (quoted.token || ':A')::tsquery then 0.5 else 0 end
              + case when candidate.tokens @@ (quoted.token || ':B')::tsquery then 0.25 else 0 end
            )) as best
            from meant
            cross join lateral (select '''' || replace(replace(meant.token, '\', '\\'), '''', '''''') || '''' as token) quoted
            where candidate.tokens @@ quoted.token::tsquery
            group by meant.grp
          ) groups
        ), 0) * (1 + 0.8 * least(1.5, ts_rank_cd('{0, 0.5, 0.1, 0.5}', candidate.tokens, coalesce((select query from strict), ''::tsquery))))
          / (1 + 0.12 * ln(1 + candidate.words / 60.0)) as score
      from candidate
    ), best as (
      select * from scored order by score desc limit 60
    )
    select instrument.code, section.number, instrument.title, wording.repealed, wording.text,
      scored.score
          * (case when instrument.code = any (${laws as string[]}) then 1.5 else 1 end)
          * (case when ${phrase} <> '' and strpos(replace(wording.text, ' ', ''), ${phrase}) > 0 then 1.25 else 1 end)
          * (case when section.number ~ '^[0-9]+$' then 1 else 0.97 end)
        + case when wording.repealed then -1 else 0 end
        + case when scored.score >= 400 and instrument.kind = 'code' then 50 else 0 end as score,
      (
        select heading.label || ' ' || heading.title from knowledge.placement
        join knowledge.heading on heading.id = placement.heading_id
        where placement.section_version_id = wording.id
        order by placement.version_id desc limit 1
      ) as heading,
      (select jsonb_object_agg(word, words) from (select word, jsonb_agg(token order by sure desc) as words from near group by word) fixed) as corrections
    from best scored
    join knowledge.section_version wording on wording.id = scored.section_version_id
    join knowledge.section on section.id = wording.section_id
    join knowledge.instrument on instrument.id = section.instrument_id
    order by score desc, instrument.code, section.id
    limit ${limit}`.execute(db);
  const corrections = new Map(Object.entries(rows[0]?.corrections ?? {}));
  return { rows, corrections };
}
