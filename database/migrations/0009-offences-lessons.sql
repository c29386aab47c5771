-- What acts are called and what they cost, how corruption comes about, what centres learned and ask each other.
create schema if not exists knowledge;
grant usage on schema knowledge to prongsai_public, prongsai_officer, prongsai_worker;

-- Above row-level security, so that every policy here can ask the same two questions about the acting person.
create function knowledge.holds_root_role(p_roles text[]) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from network.appointment held
      join network.unit unit on unit.id = held.unit_id and unit.parent_id is null
      where held.person_id = platform.acting_person()
        and held.role = any ($1)
        and (held.valid_to is null or held.valid_to > current_date)
    );
  end;
comment on function knowledge.holds_root_role is 'Whether the acting person has one of these roles in the ministry''s centre today.';
revoke execute on function knowledge.holds_root_role from public;
grant execute on function knowledge.holds_root_role to prongsai_officer;

create function knowledge.serves_in(p_unit int) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from network.appointment held
      where held.person_id = platform.acting_person()
        and held.unit_id = $1
        and (held.valid_to is null or held.valid_to > current_date)
    );
  end;
comment on function knowledge.serves_in is 'Whether the acting person has any role in this centre today.';
revoke execute on function knowledge.serves_in from public;
grant execute on function knowledge.serves_in to prongsai_officer;

------------------------------------------------------------------ offences
create table knowledge.offence (
  code text not null,
  version int not null check (version > 0),
  sort int not null,
  instrument text not null,
  section text not null,
  penalty_section text not null,
  kind text not null check (kind in ('office', 'justice-office', 'nacc', 'giver', 'false-report', 'ordinary', 'forfeiture')),
  actors text[] not null check (cardinality(actors) > 0),
  acts text[] not null check (cardinality(acts) > 0),
  topics text[] not null,
  clocks text[] not null,
  title_th text not null,
  title_en text not null,
  gist_th text not null,
  gist_en text not null,
  elements_th text[] not null check (cardinality(elements_th) > 0),
  elements_en text[] not null,
  penalties jsonb not null,
  related text[] not null default '{}',
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  entered_by uuid references network.person (id),
  entered_at timestamptz not null default now(),
  primary key (code, version),
  check (cardinality(elements_th) = cardinality(elements_en))
);
comment on table knowledge.offence is 'A section that may apply to what happened, in our own words; a change is a new version, never an edit.';
comment on column knowledge.offence.code is 'Stable code: abbreviation of the instrument and section, for example CC-149.';
comment on column knowledge.offence.version is 'Counts up with each change.';
comment on column knowledge.offence.sort is 'Order in lists.';
comment on column knowledge.offence.instrument is 'Code of the law, as in its address below /laws.';
comment on column knowledge.offence.section is 'Number of the section that forbids, Arabic digits.';
comment on column knowledge.offence.penalty_section is 'Number of the section that punishes; often the same.';
comment on column knowledge.offence.kind is 'Which rules of competence, discipline and time limits apply.';
comment on column knowledge.offence.actors is 'Who can commit it, codes of the question "who".';
comment on column knowledge.offence.acts is 'What was done, codes of the question "what".';
comment on column knowledge.offence.topics is 'Codes of cases'' topics for which it is suggested.';
comment on column knowledge.offence.clocks is 'Codes of deadlines of casework that matter here.';
comment on column knowledge.offence.title_th is 'Short name in Thai.';
comment on column knowledge.offence.title_en is 'Short name in English.';
comment on column knowledge.offence.gist_th is 'One plain sentence, in Thai.';
comment on column knowledge.offence.gist_en is 'The same in English.';
comment on column knowledge.offence.elements_th is 'What has to be true, one entry each, in Thai.';
comment on column knowledge.offence.elements_en is 'The same in English, in the same order.';
comment on column knowledge.offence.penalties is 'Ranges as facts, one object a case of the section: prison in months, life, death, fine in baht, how they join.';
comment on column knowledge.offence.related is 'Codes of offences to read beside it.';
comment on column knowledge.offence.basis is 'Legal basis as cited in papers.';
comment on column knowledge.offence.source is 'Text that was read, and up to when it stands.';
comment on column knowledge.offence.status is 'confirmed when the section was read in the text named; unconfirmed otherwise.';
comment on column knowledge.offence.valid_from is 'In force from.';
comment on column knowledge.offence.valid_to is 'No longer in force from.';
comment on column knowledge.offence.entered_by is 'Who entered the version; null for what ships with the product.';
comment on column knowledge.offence.entered_at is 'When it was entered.';

create table knowledge.guidance (
  code text not null,
  version int not null check (version > 0),
  sort int not null,
  subject text not null check (subject in ('competence', 'discipline', 'time-limit')),
  body text,
  kinds text[] not null,
  actors text[] not null,
  text_th text not null,
  text_en text not null,
  facts jsonb not null default '{}',
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table knowledge.guidance is 'Who is competent, what discipline follows, how long prosecution stays possible: rules that offences of a kind share.';
comment on column knowledge.guidance.code is 'Stable code.';
comment on column knowledge.guidance.version is 'Counts up with each change.';
comment on column knowledge.guidance.sort is 'Order in lists.';
comment on column knowledge.guidance.subject is 'competence, discipline or time-limit.';
comment on column knowledge.guidance.body is 'For competence: nacc, pacc, police, superior or court.';
comment on column knowledge.guidance.kinds is 'Kinds of offence to which it applies.';
comment on column knowledge.guidance.actors is 'Persons to whom it applies, codes of the question "who".';
comment on column knowledge.guidance.text_th is 'The rule in plain Thai.';
comment on column knowledge.guidance.text_en is 'The same in English.';
comment on column knowledge.guidance.facts is 'For time limits: {years, aboveMonths | fromMonths}, the greatest prison term to which the limit belongs.';
comment on column knowledge.guidance.basis is 'Legal basis.';
comment on column knowledge.guidance.source is 'Text that was read, and up to when it stands.';
comment on column knowledge.guidance.status is 'unconfirmed until an official has checked it, or when the text supplied does not hold it.';
comment on column knowledge.guidance.valid_from is 'In force from.';
comment on column knowledge.guidance.valid_to is 'No longer in force from.';

------------------------------------------------------------------ forms of corruption and lessons
create table knowledge.typology (
  code text not null,
  version int not null check (version > 0),
  sort int not null,
  title_th text not null,
  title_en text not null,
  how_th text not null,
  how_en text not null,
  signs_th text[] not null,
  signs_en text[] not null,
  weak_th text[] not null,
  weak_en text[] not null,
  helped_th text[] not null,
  helped_en text[] not null,
  offences text[] not null,
  topics text[] not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table knowledge.typology is 'A form of corruption that centres meet: how it goes, how it shows, which control was weak, what helps.';
comment on column knowledge.typology.code is 'Stable code.';
comment on column knowledge.typology.version is 'Counts up with each change.';
comment on column knowledge.typology.sort is 'Order in lists.';
comment on column knowledge.typology.title_th is 'Name in Thai.';
comment on column knowledge.typology.title_en is 'Name in English.';
comment on column knowledge.typology.how_th is 'How it goes, in Thai.';
comment on column knowledge.typology.how_en is 'The same in English.';
comment on column knowledge.typology.signs_th is 'Warning signs, in Thai.';
comment on column knowledge.typology.signs_en is 'The same in English.';
comment on column knowledge.typology.weak_th is 'Controls that were weak, in Thai.';
comment on column knowledge.typology.weak_en is 'The same in English.';
comment on column knowledge.typology.helped_th is 'What helps, in Thai.';
comment on column knowledge.typology.helped_en is 'The same in English.';
comment on column knowledge.typology.offences is 'Codes of offences that may apply.';
comment on column knowledge.typology.topics is 'Codes of cases'' topics.';
comment on column knowledge.typology.basis is 'What it rests on.';
comment on column knowledge.typology.source is 'Who wrote it and from what.';
comment on column knowledge.typology.status is 'unconfirmed until an official has checked it.';
comment on column knowledge.typology.valid_from is 'Shown from.';
comment on column knowledge.typology.valid_to is 'No longer shown from.';

create table knowledge.lesson (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  author_id uuid not null references network.person (id),
  topic text not null,
  typology text,
  title text not null check (char_length(title) between 5 and 200),
  happened text not null check (char_length(happened) <= 6000),
  signs text not null check (char_length(signs) <= 3000),
  weak text not null check (char_length(weak) <= 3000),
  helped text not null check (char_length(helped) <= 3000),
  tokens text[] not null,
  state text not null check (state in ('submitted', 'returned', 'published', 'withdrawn')),
  audience text not null default 'officers' check (audience in ('officers', 'public')),
  submitted_at timestamptz not null,
  checked_by uuid references network.person (id),
  checked_at timestamptz,
  checks text[] not null default '{}',
  return_note text,
  revision int not null default 1,
  check (checked_by is distinct from author_id or checked_by is null),
  check ((state in ('published', 'withdrawn')) <= (checked_by is not null)),
  check ((state = 'published' and audience = 'public') <= (checked_by is not null))
);
create index on knowledge.lesson (state, checked_at desc);
create index on knowledge.lesson using gin (tokens);
comment on table knowledge.lesson is 'What a centre learned from a closed matter, without persons or places; a second person checks before anyone else reads it.';
comment on column knowledge.lesson.id is 'Chosen by the sender, so that a repeat is known.';
comment on column knowledge.lesson.unit_id is 'Centre that wrote it; not shown to the public.';
comment on column knowledge.lesson.author_id is 'Who wrote it.';
comment on column knowledge.lesson.topic is 'Code of the cases'' topic.';
comment on column knowledge.lesson.typology is 'Code of the form of corruption, if one fits.';
comment on column knowledge.lesson.title is 'Title.';
comment on column knowledge.lesson.happened is 'What happened, without persons or places.';
comment on column knowledge.lesson.signs is 'Warning signs.';
comment on column knowledge.lesson.weak is 'Which control was weak.';
comment on column knowledge.lesson.helped is 'What helped.';
comment on column knowledge.lesson.tokens is 'Search tokens of the text, made by platform/text.';
comment on column knowledge.lesson.state is 'submitted, returned, published or withdrawn.';
comment on column knowledge.lesson.audience is 'officers of the whole network, or the public too.';
comment on column knowledge.lesson.submitted_at is 'When it was handed in last.';
comment on column knowledge.lesson.checked_by is 'Second person, never the author.';
comment on column knowledge.lesson.checked_at is 'When it was decided.';
comment on column knowledge.lesson.checks is 'Codes of the checklist that the second person ticked.';
comment on column knowledge.lesson.return_note is 'Why it was returned.';
comment on column knowledge.lesson.revision is 'Counts up with each change of the text.';

-- What was checked is what is published: whoever decides leaves every word as the author wrote it.
create function knowledge.keep_lesson_words() returns trigger
  language plpgsql set search_path = pg_catalog
as $$
begin
  if old.author_id is distinct from platform.acting_person()
    and (old.title, old.happened, old.signs, old.weak, old.helped, old.topic, old.typology)
      is distinct from (new.title, new.happened, new.signs, new.weak, new.helped, new.topic, new.typology) then
    raise exception 'only the author changes a lesson''s words' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function knowledge.keep_lesson_words is 'Refuses a change of a lesson''s text by anyone but its author.';
create trigger lesson_words before update on knowledge.lesson for each row execute function knowledge.keep_lesson_words();

------------------------------------------------------------------ questions between centres
create table knowledge.question (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  asked_by uuid not null references network.person (id),
  topic text not null,
  title text not null check (char_length(title) between 5 and 200),
  body text not null check (char_length(body) <= 4000),
  tokens text[] not null,
  asked_at timestamptz not null
);
create index on knowledge.question (asked_at desc, id);
create index on knowledge.question using gin (tokens);
comment on table knowledge.question is 'A question of one centre to all; read by every officer of the network.';
comment on column knowledge.question.id is 'Chosen by the sender, so that a repeat is known.';
comment on column knowledge.question.unit_id is 'Centre that asks.';
comment on column knowledge.question.asked_by is 'Who asked.';
comment on column knowledge.question.topic is 'Code of the cases'' topic.';
comment on column knowledge.question.title is 'The question in one line.';
comment on column knowledge.question.body is 'What it is about, without persons.';
comment on column knowledge.question.tokens is 'Search tokens of title and body, made by platform/text.';
comment on column knowledge.question.asked_at is 'When.';

create table knowledge.answer (
  id uuid primary key,
  question_id uuid not null references knowledge.question (id),
  unit_id int not null references network.unit (id),
  answered_by uuid not null references network.person (id),
  body text not null check (char_length(body) between 2 and 6000),
  answered_at timestamptz not null,
  verified_by uuid references network.person (id),
  verified_at timestamptz,
  check (verified_by is distinct from answered_by or verified_by is null),
  check ((verified_by is null) = (verified_at is null))
);
create index on knowledge.answer (question_id, answered_at);
comment on table knowledge.answer is 'An answer of a centre; the ministry''s centre may confirm it.';
comment on column knowledge.answer.id is 'Chosen by the sender, so that a repeat is known.';
comment on column knowledge.answer.question_id is 'Which question.';
comment on column knowledge.answer.unit_id is 'Centre that answers.';
comment on column knowledge.answer.answered_by is 'Who answered.';
comment on column knowledge.answer.body is 'The answer.';
comment on column knowledge.answer.answered_at is 'When.';
comment on column knowledge.answer.verified_by is 'Head or planner of the ministry''s centre who confirmed it, never the author.';
comment on column knowledge.answer.verified_at is 'When it was confirmed.';

------------------------------------------------------------------ who may see and change what
grant select on knowledge.offence, knowledge.guidance, knowledge.typology to prongsai_public, prongsai_officer, prongsai_worker;
grant insert on knowledge.offence, knowledge.guidance, knowledge.typology to prongsai_officer;
-- Citizens never learn which centre or officer a lesson comes from: the columns are not granted.
grant select (id, topic, typology, title, happened, signs, weak, helped, state, audience, checked_at) on knowledge.lesson to prongsai_public;
grant select, insert on knowledge.lesson, knowledge.question, knowledge.answer to prongsai_officer;
grant update (topic, typology, title, happened, signs, weak, helped, tokens, state, audience, submitted_at, checked_by, checked_at,
  checks, return_note, revision) on knowledge.lesson to prongsai_officer;
grant update (verified_by, verified_at) on knowledge.answer to prongsai_officer;

do $$
declare
  name text;
begin
  foreach name in array array['offence', 'guidance', 'typology'] loop
    execute format('alter table knowledge.%I enable row level security', name);
    execute format('create policy %I on knowledge.%I for select using (true)', name || '_read', name);
    execute format('create policy %I on knowledge.%I for insert to prongsai_officer with check (knowledge.holds_root_role(array[''administrator'', ''planner'']))', name || '_enter', name);
  end loop;
end
$$;

alter table knowledge.lesson enable row level security;
create policy lesson_public on knowledge.lesson for select to prongsai_public
  using (state = 'published' and audience = 'public');
create policy lesson_read on knowledge.lesson for select to prongsai_officer
  using (
    (state = 'published' and platform.acting_person() is not null)
    or author_id = platform.acting_person()
    or knowledge.serves_in(unit_id)
    or knowledge.holds_root_role(array['head', 'planner'])
  );
create policy lesson_hand_in on knowledge.lesson for insert to prongsai_officer
  with check (author_id = platform.acting_person() and knowledge.serves_in(unit_id) and state = 'submitted' and checked_by is null);
-- The author mends what came back; handing in again takes every decision away.
create policy lesson_mend on knowledge.lesson for update to prongsai_officer
  using (author_id = platform.acting_person() and state in ('submitted', 'returned'))
  with check (author_id = platform.acting_person() and state = 'submitted' and checked_by is null and audience = 'officers');
-- A second person of the centre, or of the ministry's, decides; only the ministry's opens a lesson to the public.
create policy lesson_decide on knowledge.lesson for update to prongsai_officer
  using (author_id <> platform.acting_person() and (knowledge.serves_in(unit_id) or knowledge.holds_root_role(array['head', 'planner'])))
  with check (
    author_id <> platform.acting_person()
    and checked_by = platform.acting_person()
    and state in ('published', 'returned', 'withdrawn')
    and (audience = 'officers' or knowledge.holds_root_role(array['head', 'planner']))
  );

alter table knowledge.question enable row level security;
create policy question_read on knowledge.question for select to prongsai_officer using (platform.acting_person() is not null);
create policy question_ask on knowledge.question for insert to prongsai_officer
  with check (asked_by = platform.acting_person() and knowledge.serves_in(unit_id));

alter table knowledge.answer enable row level security;
create policy answer_read on knowledge.answer for select to prongsai_officer using (platform.acting_person() is not null);
create policy answer_give on knowledge.answer for insert to prongsai_officer
  with check (answered_by = platform.acting_person() and knowledge.serves_in(unit_id) and verified_by is null);
create policy answer_verify on knowledge.answer for update to prongsai_officer
  using (answered_by <> platform.acting_person() and knowledge.holds_root_role(array['head', 'planner']))
  with check (verified_by = platform.acting_person());
