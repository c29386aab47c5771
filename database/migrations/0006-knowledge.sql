-- The law library: instruments, their versions, sections as the unit that is read, searched, cited and compared.
create schema if not exists knowledge;
comment on schema knowledge is 'Laws, circulars, offences, lessons: what officers and citizens should know.';
grant usage on schema knowledge to prongsai_public, prongsai_officer, prongsai_worker;

-- Trigrams find misspelt words in titles and the vocabulary; bodies are found by tokens of our own segmenter.
create extension if not exists pg_trgm with schema knowledge;

create function knowledge.edits_laws() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from network.appointment held
      join network.unit unit on unit.id = held.unit_id and unit.parent_id is null
      where held.person_id = platform.acting_person()
        and held.role in ('planner', 'administrator')
        and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
        and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
    );
  end;
comment on function knowledge.edits_laws is 'Whether the acting person keeps the law library: planner or administrator of the ministry''s centre.';
revoke execute on function knowledge.edits_laws from public;
grant execute on function knowledge.edits_laws to prongsai_officer;

------------------------------------------------------------------ instruments and their versions
create table knowledge.instrument (
  id int generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$'),
  title text not null,
  kind text not null check (kind in
    ('constitution', 'organic-act', 'act', 'code', 'emergency-decree', 'royal-decree', 'ministerial-regulation', 'rule', 'notification', 'order', 'other')),
  unit text not null check (unit in ('มาตรา', 'ข้อ')),
  year_be int check (year_be between 2300 and 2700)
);
comment on table knowledge.instrument is 'A law, whatever its version.';
comment on column knowledge.instrument.id is 'Internal number.';
comment on column knowledge.instrument.code is 'Permanent name in addresses and citations, from the name of the file.';
comment on column knowledge.instrument.title is 'As cited, of the newest version.';
comment on column knowledge.instrument.kind is 'What sort of instrument.';
comment on column knowledge.instrument.unit is 'What its sections are called.';
comment on column knowledge.instrument.year_be is 'Year of the instrument, Buddhist era.';
create index on knowledge.instrument using gin (title knowledge.gin_trgm_ops);

create table knowledge.instrument_version (
  id int generated always as identity primary key,
  instrument_id int not null references knowledge.instrument (id),
  number int not null check (number > 0),
  source_hash bytea not null check (length(source_hash) = 32),
  source_text text not null,
  title text not null,
  preamble text not null,
  gazette text,
  in_force_from date,
  imported_at timestamptz not null,
  imported_by uuid references network.person (id),
  doubts jsonb not null,
  unique (instrument_id, number)
);
comment on table knowledge.instrument_version is 'One text of an instrument as it was imported; never changed, followed by the next.';
comment on column knowledge.instrument_version.id is 'Internal number.';
comment on column knowledge.instrument_version.instrument_id is 'Of which instrument.';
comment on column knowledge.instrument_version.number is '1 for the first import, counting on.';
comment on column knowledge.instrument_version.source_hash is 'SHA-256 of the text. The same text after itself is imported once; after another text it is a version again.';
comment on column knowledge.instrument_version.source_text is 'The text as it came, to be read again by a better parser.';
comment on column knowledge.instrument_version.title is 'As cited.';
comment on column knowledge.instrument_version.preamble is 'What stands before the first heading or section.';
comment on column knowledge.instrument_version.gazette is 'Royal Gazette reference of the newest publication that the text names.';
comment on column knowledge.instrument_version.in_force_from is 'Since when this wording is known to stand: entered, or the newest Gazette date in the text.';
comment on column knowledge.instrument_version.imported_at is 'When.';
comment on column knowledge.instrument_version.imported_by is 'Who, when it came through the page; null for the command.';
comment on column knowledge.instrument_version.doubts is 'What the parser was unsure of: line, code, about.';

create table knowledge.heading (
  id int generated always as identity primary key,
  version_id int not null references knowledge.instrument_version (id),
  position int not null,
  parent_id int references knowledge.heading (id),
  depth int not null check (depth >= 0),
  kind text not null,
  label text not null,
  title text not null,
  unique (version_id, position)
);
comment on table knowledge.heading is 'ภาค ลักษณะ หมวด ส่วน of one version.';
comment on column knowledge.heading.id is 'Internal number.';
comment on column knowledge.heading.version_id is 'Of which version.';
comment on column knowledge.heading.position is 'Order in the text, from 0.';
comment on column knowledge.heading.parent_id is 'The heading it stands under.';
comment on column knowledge.heading.depth is '0 at the top.';
comment on column knowledge.heading.kind is 'book, part, title, chapter, division, subdivision or unnumbered.';
comment on column knowledge.heading.label is 'Kind and number as written; empty for an unnumbered one.';
comment on column knowledge.heading.title is 'Its words.';

------------------------------------------------------------------ sections
create table knowledge.section (
  id int generated always as identity primary key,
  instrument_id int not null references knowledge.instrument (id),
  number text not null,
  unique (instrument_id, number)
);
comment on table knowledge.section is 'A section by its number, whatever its wording: the permanent address.';
comment on column knowledge.section.id is 'Internal number.';
comment on column knowledge.section.instrument_id is 'Of which instrument.';
comment on column knowledge.section.number is '157, 123/1, 91 ทวิ.';

create table knowledge.section_version (
  id int generated always as identity primary key,
  section_id int not null references knowledge.section (id),
  number int not null check (number > 0),
  paragraphs jsonb not null,
  text text not null,
  repealed boolean not null,
  transitional boolean not null,
  footnotes text[] not null,
  valid_from date,
  valid_to date,
  is_current boolean not null,
  unique (section_id, number)
);
comment on table knowledge.section_version is 'One wording of a section; a text imported anew adds a row only where the wording differs.';
comment on column knowledge.section_version.id is 'Internal number.';
comment on column knowledge.section_version.section_id is 'Of which section.';
comment on column knowledge.section_version.number is '1 for the first wording known here, counting on.';
comment on column knowledge.section_version.paragraphs is 'วรรค and items: [{text, items: [{marker, depth, text}]}].';
comment on column knowledge.section_version.text is 'The same as plain lines.';
comment on column knowledge.section_version.repealed is 'Only the word (ยกเลิก) is left, or the newest text no longer holds the section.';
comment on column knowledge.section_version.transitional is 'Stands among the transitional provisions.';
comment on column knowledge.section_version.footnotes is 'Texts of the notes marked in it: by which act it was changed.';
comment on column knowledge.section_version.valid_from is 'First day of the wording as far as known here.';
comment on column knowledge.section_version.valid_to is 'First day on which another wording stands; null for the newest.';
comment on column knowledge.section_version.is_current is 'The newest wording.';
create unique index on knowledge.section_version (section_id) where is_current;

-- Apart from the wordings, so that a rank reads narrow rows.
create table knowledge.search_entry (
  section_version_id int primary key references knowledge.section_version (id),
  instrument_id int not null references knowledge.instrument (id),
  words int not null check (words >= 0),
  tokens tsvector not null
);
comment on table knowledge.search_entry is 'What a current wording is found by.';
comment on column knowledge.search_entry.section_version_id is 'The wording.';
comment on column knowledge.search_entry.instrument_id is 'Its instrument, for the filter.';
comment on column knowledge.search_entry.words is 'Length of its text in tokens, so that long sections do not win by length.';
comment on column knowledge.search_entry.tokens is 'A: its own number and first words; B: headings; C: text; D: name of the instrument. Tokens of platform/text.';
create index on knowledge.search_entry using gin (tokens);
create index on knowledge.search_entry (instrument_id);

create table knowledge.placement (
  version_id int not null references knowledge.instrument_version (id),
  position int not null,
  section_version_id int not null references knowledge.section_version (id),
  heading_id int references knowledge.heading (id),
  primary key (version_id, position)
);
comment on table knowledge.placement is 'Which wordings, in which order, under which headings make up a version.';
comment on column knowledge.placement.version_id is 'The version.';
comment on column knowledge.placement.position is 'Order in the text, from 0.';
comment on column knowledge.placement.section_version_id is 'The wording.';
comment on column knowledge.placement.heading_id is 'The innermost heading above it.';
create index on knowledge.placement (section_version_id);

create table knowledge.citation (
  section_version_id int not null references knowledge.section_version (id),
  position int not null,
  to_code text not null,
  to_number text not null,
  to_kind text not null check (to_kind in ('section', 'clause')),
  primary key (section_version_id, position)
);
comment on table knowledge.citation is 'A section that this wording names. Resolved when the library holds it.';
comment on column knowledge.citation.section_version_id is 'The wording that cites.';
comment on column knowledge.citation.position is 'Order in the text, from 0.';
comment on column knowledge.citation.to_code is 'Code of the cited instrument; its own when none is named.';
comment on column knowledge.citation.to_number is 'Number of the cited section.';
comment on column knowledge.citation.to_kind is 'มาตรา or ข้อ.';
create index on knowledge.citation (to_code, to_number);

create table knowledge.trailing_text (
  version_id int not null references knowledge.instrument_version (id),
  position int not null,
  kind text not null check (kind in ('amending', 'promulgating', 'reasons', 'annex')),
  title text not null,
  text text not null,
  sections text[] not null,
  primary key (version_id, position)
);
comment on table knowledge.trailing_text is 'Texts of amending acts, reasons and annexes that follow the main instrument, kept apart from it.';
comment on column knowledge.trailing_text.version_id is 'Of which version.';
comment on column knowledge.trailing_text.position is 'Order, from 0.';
comment on column knowledge.trailing_text.kind is 'What it is.';
comment on column knowledge.trailing_text.title is 'Name of the amending act or annex.';
comment on column knowledge.trailing_text.text is 'Its text.';
comment on column knowledge.trailing_text.sections is 'Numbers of its own sections.';

------------------------------------------------------------------ the words of the library, for "did you mean" and for rank
create table knowledge.vocabulary (
  word text primary key,
  sections int not null check (sections > 0)
);
comment on table knowledge.vocabulary is 'Every token of the current wordings and in how many it stands; made anew after each import.';
comment on column knowledge.vocabulary.word is 'The token.';
comment on column knowledge.vocabulary.sections is 'How many current wordings hold it.';
create index on knowledge.vocabulary using gin (word knowledge.gin_trgm_ops);

create function knowledge.refresh_vocabulary() returns void
  language plpgsql security definer set search_path = pg_catalog, knowledge
as $$
begin
  lock table knowledge.vocabulary in share row exclusive mode;
  delete from knowledge.vocabulary;
  insert into knowledge.vocabulary (word, sections)
  select word, ndoc from ts_stat('select tokens from knowledge.search_entry');
end
$$;
comment on function knowledge.refresh_vocabulary is 'Counts the words of the current wordings anew.';
revoke execute on function knowledge.refresh_vocabulary from public;
grant execute on function knowledge.refresh_vocabulary to prongsai_officer, prongsai_worker;

------------------------------------------------------------------ rights: laws are everybody's to read
grant select on knowledge.instrument, knowledge.instrument_version, knowledge.heading, knowledge.section,
  knowledge.section_version, knowledge.search_entry, knowledge.placement, knowledge.citation, knowledge.trailing_text, knowledge.vocabulary
  to prongsai_public, prongsai_officer, prongsai_worker;
grant insert on knowledge.instrument, knowledge.instrument_version, knowledge.heading, knowledge.section,
  knowledge.section_version, knowledge.search_entry, knowledge.placement, knowledge.citation, knowledge.trailing_text to prongsai_officer;
grant delete on knowledge.search_entry to prongsai_officer;
grant update (title, kind, unit, year_be) on knowledge.instrument to prongsai_officer;
grant update (valid_to, is_current) on knowledge.section_version to prongsai_officer;

do $$
declare
  name text;
begin
  foreach name in array array['instrument', 'instrument_version', 'heading', 'section', 'section_version', 'search_entry', 'placement', 'citation', 'trailing_text'] loop
    execute format('alter table knowledge.%I enable row level security', name);
    execute format('create policy read on knowledge.%I for select using (true)', name);
    execute format('create policy keep on knowledge.%I for insert to prongsai_officer with check (knowledge.edits_laws())', name);
  end loop;
end
$$;
create policy change on knowledge.instrument for update to prongsai_officer using (knowledge.edits_laws());
create policy change on knowledge.section_version for update to prongsai_officer using (knowledge.edits_laws());
create policy leave on knowledge.search_entry for delete to prongsai_officer using (knowledge.edits_laws());
