-- The internal integrity survey: questionnaires by fiscal year, rounds of the centres, tokens that name nobody, figures without persons.
create schema survey;
comment on schema survey is 'Internal integrity survey; answers are counted, never kept beside a token or a person.';
grant usage on schema survey to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ questionnaires
create table survey.questionnaire (
  id uuid primary key,
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  version int not null check (version > 0),
  title_th text not null check (length(title_th) between 3 and 200),
  title_en text not null check (length(title_en) between 3 and 200),
  band_question_th text not null check (length(band_question_th) between 3 and 200),
  band_question_en text not null check (length(band_question_en) between 3 and 200),
  words_question_th text not null default '' check (length(words_question_th) <= 300),
  words_question_en text not null default '' check (length(words_question_en) <= 300),
  -- Below five a group names its people whatever a ministry may decide.
  smallest_group int not null check (smallest_group between 5 and 100),
  state text not null default 'draft' check (state in ('draft', 'in-force')),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  made_by uuid references network.person (id),
  made_at timestamptz not null default now(),
  unique (fiscal_year, version)
);
comment on table survey.questionnaire is 'A version of a fiscal year''s questionnaire; once in force it never changes, a change is the next version.';
comment on column survey.questionnaire.id is 'Identifier, made by the client.';
comment on column survey.questionnaire.fiscal_year is 'Fiscal year, Buddhist era.';
comment on column survey.questionnaire.version is 'Counts up within the year.';
comment on column survey.questionnaire.title_th is 'Title in Thai.';
comment on column survey.questionnaire.title_en is 'The same in English.';
comment on column survey.questionnaire.band_question_th is 'The one question about the respondent, by whose answers results are broken down, in Thai.';
comment on column survey.questionnaire.band_question_en is 'The same in English.';
comment on column survey.questionnaire.words_question_th is 'Question for words of one''s own, in Thai; empty when none is asked.';
comment on column survey.questionnaire.words_question_en is 'The same in English.';
comment on column survey.questionnaire.smallest_group is 'Smallest number of answers of which anything is shown.';
comment on column survey.questionnaire.state is 'Draft, or in force and closed to changes.';
comment on column survey.questionnaire.basis_th is 'What the items and the smallest group rest on, in Thai.';
comment on column survey.questionnaire.basis_en is 'The same in English.';
comment on column survey.questionnaire.source is 'Where it was taken from.';
comment on column survey.questionnaire.status is 'unconfirmed until an official has checked it.';
comment on column survey.questionnaire.made_by is 'Who wrote it; null for what ships with the product.';
comment on column survey.questionnaire.made_at is 'When.';

create table survey.indicator (
  questionnaire_id uuid not null references survey.questionnaire (id),
  code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
  position int not null,
  name_th text not null check (length(name_th) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  primary key (questionnaire_id, code)
);
comment on table survey.indicator is 'An indicator of a questionnaire; years are compared by its code.';
comment on column survey.indicator.questionnaire_id is 'Of which questionnaire.';
comment on column survey.indicator.code is 'Stable code over the years.';
comment on column survey.indicator.position is 'Order.';
comment on column survey.indicator.name_th is 'Name in Thai.';
comment on column survey.indicator.name_en is 'Name in English.';

create table survey.item (
  questionnaire_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
  indicator text not null,
  position int not null,
  prompt_th text not null check (length(prompt_th) between 1 and 500),
  prompt_en text not null check (length(prompt_en) between 1 and 500),
  primary key (questionnaire_id, code),
  foreign key (questionnaire_id, indicator) references survey.indicator (questionnaire_id, code)
);
comment on table survey.item is 'A statement that respondents place on the scale; every one is asked of everybody.';
comment on column survey.item.questionnaire_id is 'Of which questionnaire.';
comment on column survey.item.code is 'Stable code over the years.';
comment on column survey.item.indicator is 'To which indicator it counts.';
comment on column survey.item.position is 'Order within the questionnaire.';
comment on column survey.item.prompt_th is 'Statement in Thai.';
comment on column survey.item.prompt_en is 'Statement in English.';

create table survey.choice (
  questionnaire_id uuid not null references survey.questionnaire (id),
  code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
  position int not null,
  label_th text not null check (length(label_th) between 1 and 100),
  label_en text not null check (length(label_en) between 1 and 100),
  points numeric(5, 2) check (points between 0 and 100),
  primary key (questionnaire_id, code)
);
comment on table survey.choice is 'A step of the answer scale with its points.';
comment on column survey.choice.questionnaire_id is 'Of which questionnaire.';
comment on column survey.choice.code is 'Code within the questionnaire.';
comment on column survey.choice.position is 'Order.';
comment on column survey.choice.label_th is 'Words in Thai.';
comment on column survey.choice.label_en is 'Words in English.';
comment on column survey.choice.points is 'Points from 0 to 100; null when it is no judgement ("don''t know").';

create table survey.band (
  questionnaire_id uuid not null references survey.questionnaire (id),
  code text not null check (code ~ '^[A-Z0-9-]{1,20}$'),
  position int not null,
  label_th text not null check (length(label_th) between 1 and 100),
  label_en text not null check (length(label_en) between 1 and 100),
  primary key (questionnaire_id, code)
);
comment on table survey.band is 'A sub-group by which results are broken down. One partition only: two that overlap could be subtracted from each other.';
comment on column survey.band.questionnaire_id is 'Of which questionnaire.';
comment on column survey.band.code is 'Code within the questionnaire.';
comment on column survey.band.position is 'Order.';
comment on column survey.band.label_th is 'Words in Thai.';
comment on column survey.band.label_en is 'Words in English.';

------------------------------------------------------------------ rounds
create table survey.round (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  questionnaire_id uuid not null references survey.questionnaire (id),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  entitled_note text not null default '' check (length(entitled_note) <= 1000),
  token_key bytea not null check (octet_length(token_key) = 32),
  opened_by uuid not null references network.person (id),
  opened_at timestamptz not null,
  closed_at timestamptz,
  counted_at timestamptz check (counted_at is null or closed_at is not null),
  published_at timestamptz check (published_at is null or counted_at is not null),
  unique (unit_id, fiscal_year),
  unique (id, unit_id)
);
comment on table survey.round is 'A centre''s survey of a fiscal year: open between two days, then closed, counted, and perhaps published.';
comment on column survey.round.id is 'Identifier, made by the client.';
comment on column survey.round.unit_id is 'Whose staff is asked.';
comment on column survey.round.fiscal_year is 'Fiscal year, Buddhist era.';
comment on column survey.round.questionnaire_id is 'What is asked.';
comment on column survey.round.opens_on is 'First day of answering.';
comment on column survey.round.closes_on is 'Last day of answering.';
comment on column survey.round.entitled_note is 'Who may answer, in words.';
comment on column survey.round.token_key is 'Public key by which browsers check blindly signed tokens; the same for all, as the ledger shows.';
comment on column survey.round.opened_by is 'Who opened it.';
comment on column survey.round.opened_at is 'When.';
comment on column survey.round.closed_at is 'When answering ended; nothing is accepted afterwards.';
comment on column survey.round.counted_at is 'When the last answers were counted and all tokens forgotten.';
comment on column survey.round.published_at is 'When anybody could read the results first.';

create table survey.entitled (
  round_id uuid not null references survey.round (id),
  band text not null,
  people int not null check (people between 0 and 100000),
  primary key (round_id, band)
);
comment on table survey.entitled is 'How many people of a sub-group may answer; of facts about staff, not of answers.';
comment on column survey.entitled.round_id is 'In which round.';
comment on column survey.entitled.band is 'Sub-group.';
comment on column survey.entitled.people is 'How many.';

------------------------------------------------------------------ tokens
create table survey.issued (
  round_id uuid not null references survey.round (id),
  person_id uuid not null references network.person (id),
  blinded_hash bytea not null check (octet_length(blinded_hash) = 32),
  primary key (round_id, person_id)
);
comment on table survey.issued is 'That an officer was given her one token of a round, without time; forgotten when the round is counted.';
comment on column survey.issued.round_id is 'In which round.';
comment on column survey.issued.person_id is 'To whom.';
comment on column survey.issued.blinded_hash is 'Of the blinded value signed, so that a lost answer can be asked for again; it fits every token equally.';

create table survey.sheet (
  id uuid primary key,
  round_id uuid not null,
  unit_id int not null,
  codes int not null check (codes between 1 and 2000),
  printed_by uuid not null references network.person (id),
  printed_at timestamptz not null,
  foreign key (round_id, unit_id) references survey.round (id, unit_id)
);
comment on table survey.sheet is 'That one-time codes were printed to be drawn by lot, and how many; never which.';
comment on column survey.sheet.id is 'Identifier, made by the client.';
comment on column survey.sheet.round_id is 'In which round.';
comment on column survey.sheet.unit_id is 'Of which centre, so that a policy needs no look at the round.';
comment on column survey.sheet.codes is 'How many codes.';
comment on column survey.sheet.printed_by is 'Who printed them.';
comment on column survey.sheet.printed_at is 'When.';

create table survey.code (
  round_id uuid not null references survey.round (id),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  primary key (round_id, token_hash)
);
comment on table survey.code is 'Keyed hashes of printed codes, written in the order of the hashes; forgotten when the round is counted.';
comment on column survey.code.round_id is 'In which round.';
comment on column survey.code.token_hash is 'Keyed hash of a code.';

create table survey.fresh_spent (
  round_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  primary key (round_id, token_hash)
);
comment on table survey.fresh_spent is 'Tokens spent since the last mixing; emptied with a new file at most a minute later.';
comment on column survey.fresh_spent.round_id is 'In which round.';
comment on column survey.fresh_spent.token_hash is 'Keyed hash of a token or code.';

create table survey.spent (
  round_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  primary key (round_id, token_hash)
);
comment on table survey.spent is 'Spent tokens, written anew as a whole in the order of their hashes with every mixing: no time, no order, one transaction.';
comment on column survey.spent.round_id is 'In which round.';
comment on column survey.spent.token_hash is 'Keyed hash of a token or code.';

------------------------------------------------------------------ answers
create table survey.arrival (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  band text not null,
  choices jsonb not null,
  words text not null check (length(words) <= 2000)
);
comment on table survey.arrival is 'Answers that wait to be counted until enough are together; without token, person, session or time, shuffled into a new file with every mixing.';
comment on column survey.arrival.id is 'Random.';
comment on column survey.arrival.round_id is 'To which round.';
comment on column survey.arrival.band is 'Sub-group the respondent chose; empty when she did not say.';
comment on column survey.arrival.choices is 'Step of the scale by item.';
comment on column survey.arrival.words is 'Words of her own, perhaps none.';

create table survey.tally (
  round_id uuid not null,
  band text not null,
  item text not null,
  choice text not null,
  people int not null,
  primary key (round_id, band, item, choice)
);
comment on table survey.tally is 'How many of a sub-group chose a step of an item; a person''s answer is no row. Forgotten once the results stand.';
comment on column survey.tally.round_id is 'In which round.';
comment on column survey.tally.band is 'Sub-group, empty when not said.';
comment on column survey.tally.item is 'Item.';
comment on column survey.tally.choice is 'Step of the scale.';
comment on column survey.tally.people is 'How many.';

create table survey.returned (
  round_id uuid not null,
  band text not null,
  people int not null,
  primary key (round_id, band)
);
comment on table survey.returned is 'How many of a sub-group have answered; forgotten once the results stand.';
comment on column survey.returned.round_id is 'In which round.';
comment on column survey.returned.band is 'Sub-group, empty when not said.';
comment on column survey.returned.people is 'How many.';

create table survey.remark (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null,
  said text not null check (length(said) between 1 and 2000)
);
create index on survey.remark (round_id);
comment on table survey.remark is 'Words of respondents apart from their answers, all written anew in random order with every mixing.';
comment on column survey.remark.id is 'Random; the order in which they are shown.';
comment on column survey.remark.round_id is 'In which round.';
comment on column survey.remark.said is 'What was written.';

------------------------------------------------------------------ results
create table survey.result_group (
  round_id uuid not null references survey.round (id),
  band text not null,
  people int check (people > 0),
  entitled int,
  primary key (round_id, band)
);
comment on table survey.result_group is 'How many answered, of the whole and of each sub-group, where that may be shown.';
comment on column survey.result_group.round_id is 'Of which round.';
comment on column survey.result_group.band is 'Sub-group; * for the whole, empty for those who did not say.';
comment on column survey.result_group.people is 'How many answered; null where the group is too small or would give a small one away.';
comment on column survey.result_group.entitled is 'How many could have answered, if the centre said.';

create table survey.result (
  round_id uuid not null,
  band text not null,
  item text not null,
  scored int not null check (scored > 0),
  mean numeric(5, 2) not null check (mean between 0 and 100),
  primary key (round_id, band, item),
  foreign key (round_id, band) references survey.result_group (round_id, band)
);
comment on table survey.result is 'Mean points of an item, of the whole and of sub-groups; what may not be shown has no row.';
comment on column survey.result.round_id is 'Of which round.';
comment on column survey.result.band is 'Sub-group; * for the whole.';
comment on column survey.result.item is 'Item.';
comment on column survey.result.scored is 'How many gave points.';
comment on column survey.result.mean is 'Mean of their points.';

------------------------------------------------------------------ who does and sees what
create function survey.units_i_survey() returns setof int
  language sql stable
as $$
  select network.units_with_role(array['head', 'ethics-officer', 'planner'])
$$;
comment on function survey.units_i_survey is 'Centres whose survey the acting person runs.';

create function survey.units_i_see() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (
    select network.units_with_role(array['head', 'ethics-officer', 'planner', 'overseer', 'auditor'])
  )
$$;
comment on function survey.units_i_see is 'Centres whose counted results the acting person sees: her own and those below, by a role that sees figures.';

create function survey.keeps_questionnaires() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['planner', 'administrator']))
$$;
comment on function survey.keeps_questionnaires is 'Whether the acting person writes questionnaires: planner or administrator of the ministry.';

create function survey.may_run(p_unit int) returns boolean
  language sql stable
as $$
  select p_unit in (select survey.units_i_survey())
    or network.root_unit() in (select network.units_with_role(array['planner', 'head']))
$$;
comment on function survey.may_run is 'Whether the acting person opens and closes a centre''s round: those who run it there, and the ministry for all.';

grant select on survey.questionnaire, survey.indicator, survey.item, survey.choice, survey.band
  to prongsai_public, prongsai_officer, prongsai_worker;
grant select on survey.round to prongsai_officer, prongsai_worker;
-- Neither who opened it nor what was said about staff.
grant select (id, unit_id, fiscal_year, questionnaire_id, opens_on, closes_on, token_key, closed_at, counted_at, published_at)
  on survey.round to prongsai_public;
grant insert, update on survey.questionnaire to prongsai_officer;
grant insert, delete on survey.indicator, survey.item, survey.choice, survey.band to prongsai_officer;
grant insert on survey.round to prongsai_officer;
grant update (closed_at, published_at) on survey.round to prongsai_officer;
grant update (closed_at, counted_at) on survey.round to prongsai_worker;
grant select, insert, update on survey.entitled to prongsai_officer;
grant select on survey.entitled to prongsai_worker;
grant select, insert on survey.issued, survey.sheet to prongsai_officer;
grant insert on survey.code to prongsai_officer;
grant select on survey.tally, survey.returned to prongsai_worker;
grant insert on survey.result_group, survey.result to prongsai_worker;
grant select on survey.result_group, survey.result to prongsai_public, prongsai_officer, prongsai_worker;
grant select on survey.remark to prongsai_officer;

alter table survey.questionnaire enable row level security;
create policy questionnaire_read on survey.questionnaire for select using (true);
create policy questionnaire_make on survey.questionnaire for insert to prongsai_officer
  with check (survey.keeps_questionnaires() and state = 'draft' and made_by = platform.acting_person());
create policy questionnaire_change on survey.questionnaire for update to prongsai_officer
  using (survey.keeps_questionnaires() and state = 'draft')
  with check (survey.keeps_questionnaires());

do $$
declare
  part text;
begin
  foreach part in array array['indicator', 'item', 'choice', 'band'] loop
    execute format('alter table survey.%I enable row level security', part);
    execute format('create policy %I on survey.%I for select using (true)', part || '_read', part);
    execute format(
      'create policy %I on survey.%I for all to prongsai_officer
        using (survey.keeps_questionnaires() and exists (
          select from survey.questionnaire q where q.id = questionnaire_id and q.state = ''draft''))
        with check (survey.keeps_questionnaires() and exists (
          select from survey.questionnaire q where q.id = questionnaire_id and q.state = ''draft''))',
      part || '_keep', part);
  end loop;
  foreach part in array array['fresh_spent', 'spent', 'arrival'] loop
    -- No role of the program has a right to these: the two functions below go in and out.
    execute format('alter table survey.%I enable row level security', part);
  end loop;
end
$$;

alter table survey.round enable row level security;
create policy round_read on survey.round for select using (true);
create policy round_open on survey.round for insert to prongsai_officer
  with check (
    survey.may_run(unit_id)
    and opened_by = platform.acting_person()
    and closed_at is null
    and exists (
      select
      from survey.questionnaire q
      where q.id = questionnaire_id
        and q.state = 'in-force'
        and q.fiscal_year = round.fiscal_year
    )
  );
create policy round_step on survey.round for update to prongsai_officer
  using (survey.may_run(unit_id))
  with check (survey.may_run(unit_id) and closed_at is not null);
create policy round_count on survey.round for update to prongsai_worker using (true) with check (closed_at is not null);

-- A round closes once, and is published once: neither is taken back by whoever runs it.
create function survey.keep_round_closed() returns trigger
  language plpgsql
as $$
begin
  if old.closed_at is not null and new.closed_at is distinct from old.closed_at
    or old.counted_at is not null and new.counted_at is distinct from old.counted_at
    or old.published_at is not null and new.published_at is distinct from old.published_at then
    raise exception 'a round that is closed stays closed' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function survey.keep_round_closed is 'Refuses to open a closed round again.';
create trigger round_stays_closed before update on survey.round
  for each row execute function survey.keep_round_closed();

alter table survey.entitled enable row level security;
create policy entitled_worker on survey.entitled for select to prongsai_worker using (true);
create policy entitled_read on survey.entitled for select to prongsai_officer
  using (exists (select from survey.round r where r.id = round_id and (survey.may_run(r.unit_id) or r.unit_id in (select survey.units_i_see()))));
create policy entitled_say on survey.entitled for insert to prongsai_officer
  with check (exists (select from survey.round r where r.id = round_id and r.closed_at is null and survey.may_run(r.unit_id)));
create policy entitled_change on survey.entitled for update to prongsai_officer
  using (exists (select from survey.round r where r.id = round_id and r.closed_at is null and survey.may_run(r.unit_id)));

-- Whoever prints slips could otherwise make room for more of them, and fill in the rest of a small group herself.
create function survey.keep_entitled() returns trigger
  language plpgsql
as $$
begin
  if exists (select from survey.sheet s where s.round_id = new.round_id)
    and new.people > coalesce((select e.people from survey.entitled e where e.round_id = new.round_id and e.band = new.band), 0) then
    raise exception 'slips are printed for the numbers said before' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function survey.keep_entitled is 'Refuses to raise the number of people entitled once slips were printed.';
create trigger entitled_not_raised before insert or update on survey.entitled
  for each row execute function survey.keep_entitled();

alter table survey.issued enable row level security;
create policy issued_own on survey.issued for select to prongsai_officer using (person_id = platform.acting_person());
create policy issued_once on survey.issued for insert to prongsai_officer
  with check (
    person_id = platform.acting_person()
    and exists (
      select
      from survey.round r
      where r.id = round_id
        and r.closed_at is null
        and r.unit_id in (select network.held_units())
    )
  );

alter table survey.sheet enable row level security;
create policy sheet_read on survey.sheet for select to prongsai_officer using (unit_id in (select survey.units_i_see()));
create policy sheet_print on survey.sheet for insert to prongsai_officer
  with check (unit_id in (select survey.units_i_survey()) and printed_by = platform.acting_person());

alter table survey.code enable row level security;
create policy code_print on survey.code for insert to prongsai_officer
  with check (
    exists (
      select
      from survey.round r
      where r.id = round_id
        and r.closed_at is null
        and r.unit_id in (select survey.units_i_survey())
    )
  );

alter table survey.tally enable row level security;
create policy tally_worker on survey.tally for select to prongsai_worker using (true);
alter table survey.returned enable row level security;
create policy returned_worker on survey.returned for select to prongsai_worker using (true);

alter table survey.remark enable row level security;
create policy remark_read on survey.remark for select to prongsai_officer
  using (
    exists (
      select
      from survey.round r
      where r.id = round_id
        and r.counted_at is not null
        and r.unit_id in (select survey.units_i_survey())
    )
  );

do $$
declare
  part text;
begin
  foreach part in array array['result_group', 'result'] loop
    execute format('alter table survey.%I enable row level security', part);
    execute format('create policy %I on survey.%I for all to prongsai_worker using (true) with check (true)', part || '_count', part);
    execute format(
      'create policy %I on survey.%I for select to prongsai_public
        using (exists (select from survey.round r where r.id = round_id and r.published_at is not null))',
      part || '_public', part);
    execute format(
      'create policy %I on survey.%I for select to prongsai_officer
        using (exists (
          select from survey.round r
          where r.id = round_id
            and (r.published_at is not null or r.unit_id in (select survey.units_i_see()))))',
      part || '_read', part);
  end loop;
end
$$;

------------------------------------------------------------------ in and out
-- Refuses what was made by no form: one such row would stop the counting of every centre, or count what nobody was asked.
create function survey.fits(p_questionnaire uuid, p_band text, p_choices jsonb) returns boolean
  language sql stable
  set search_path = ''
as $$
  select case when jsonb_typeof(p_choices) = 'object' then
    (p_band = '' or exists (select from survey.band b where b.questionnaire_id = p_questionnaire and b.code = p_band))
    and not exists (
      select
      from jsonb_each(p_choices) chosen
      where jsonb_typeof(chosen.value) <> 'string'
        or not exists (select from survey.item i where i.questionnaire_id = p_questionnaire and i.code = chosen.key)
        or not exists (
          select from survey.choice c where c.questionnaire_id = p_questionnaire and c.code = chosen.value #>> '{}')
    )
    and not exists (
      select from survey.item i where i.questionnaire_id = p_questionnaire and not (p_choices ? i.code))
  else false end
$$;
comment on function survey.fits is 'Whether an answer has a step of the scale for every statement of its questionnaire and for nothing else, and a known sub-group or none.';
revoke all on function survey.fits from public;

create function survey.send(
  p_round uuid,
  p_token_hash bytea,
  p_is_code boolean,
  p_band text,
  p_choices jsonb,
  p_words text,
  p_today date
) returns text
  language plpgsql volatile
  security definer
  set search_path = ''
as $$
declare
  held survey.round;
begin
  -- First the lock: a mixing that runs at this moment must be over before anything is looked up.
  lock table survey.arrival in row exclusive mode;
  select * into held from survey.round where id = p_round;
  if held.id is null then
    return 'not-found';
  end if;
  if held.closed_at is not null or p_today < held.opens_on or p_today > held.closes_on then
    return 'not-open';
  end if;
  if not survey.fits(held.questionnaire_id, p_band, p_choices) then
    return 'malformed';
  end if;
  if p_is_code and not exists (select from survey.code where round_id = p_round and token_hash = p_token_hash) then
    return 'unknown-code';
  end if;
  if exists (select from survey.spent where round_id = p_round and token_hash = p_token_hash) then
    return 'already';
  end if;
  insert into survey.fresh_spent (round_id, token_hash)
  values (p_round, p_token_hash)
  on conflict do nothing;
  if not found then
    return 'already';
  end if;
  insert into survey.arrival (round_id, band, choices, words)
  values (p_round, p_band, p_choices, p_words);
  return 'counted';
end
$$;
comment on function survey.send is 'Takes one answer for one token, once; says counted, already, unknown-code, malformed, not-open or not-found.';
revoke all on function survey.send from public;
grant execute on function survey.send to prongsai_public;

create function survey.mix() returns int
  language plpgsql volatile
  security definer
  set search_path = ''
as $$
declare
  ready uuid[];
  waiting survey.arrival[];
  remarks survey.remark[];
  tokens survey.spent[];
  counted int := 0;
begin
  lock table survey.arrival, survey.fresh_spent in access exclusive mode;
  -- Nothing gets in by survey.send that does not fit; what is there nevertheless must not stop the others.
  delete from survey.arrival a
  using survey.round r
  where r.id = a.round_id
    and survey.fits(r.questionnaire_id, a.band, a.choices) is not true;
  -- Of a round as many answers must be together as the smallest group has people; the last ones are taken at the end.
  select coalesce(array_agg(together.id), '{}')
  into ready
  from (
    select r.id
    from survey.arrival a
      join survey.round r on r.id = a.round_id
      join survey.questionnaire q on q.id = r.questionnaire_id
    group by r.id, r.closed_at, q.smallest_group
    having count(*) >= q.smallest_group or r.closed_at is not null
  ) together;
  if ready = '{}' and not exists (select from survey.fresh_spent) then
    return 0;
  end if;

  insert into survey.returned as r (round_id, band, people)
  select a.round_id, a.band, count(*)
  from survey.arrival a
  where a.round_id = any (ready)
  group by a.round_id, a.band
  on conflict (round_id, band) do update set people = r.people + excluded.people;

  insert into survey.tally as t (round_id, band, item, choice, people)
  select a.round_id, a.band, chosen.key, chosen.value, count(*)
  from survey.arrival a
    cross join lateral jsonb_each_text(a.choices) chosen
  where a.round_id = any (ready)
  group by a.round_id, a.band, chosen.key, chosen.value
  on conflict (round_id, band, item, choice) do update set people = t.people + excluded.people;

  select count(*) into counted from survey.arrival a where a.round_id = any (ready);

  -- What stays is written into new files, everything of a table by this one transaction: neither the transaction numbers
  -- of rows nor their places say what came with what. TRUNCATE leaves no dead rows behind, DELETE would.
  select array_agg(row(all_remarks.id, all_remarks.round_id, all_remarks.said)::survey.remark order by gen_random_uuid())
  into remarks
  from (
    select gen_random_uuid() as id, round_id, said from survey.remark
    union all
    select gen_random_uuid(), a.round_id, a.words from survey.arrival a where a.round_id = any (ready) and a.words <> ''
  ) all_remarks;
  truncate survey.remark;
  insert into survey.remark select * from unnest(remarks);

  select array_agg(row(all_tokens.round_id, all_tokens.token_hash)::survey.spent order by all_tokens.token_hash)
  into tokens
  from (
    select round_id, token_hash from survey.spent
    union all
    select round_id, token_hash from survey.fresh_spent
  ) all_tokens;
  truncate survey.spent, survey.fresh_spent;
  insert into survey.spent select * from unnest(tokens);

  select array_agg(row(left_over.id, left_over.round_id, left_over.band, left_over.choices, left_over.words)::survey.arrival order by gen_random_uuid())
  into waiting
  from (
    select gen_random_uuid() as id, round_id, band, choices, words
    from survey.arrival
    where round_id <> all (ready)
  ) left_over;
  truncate survey.arrival;
  insert into survey.arrival select * from unnest(waiting);
  return counted;
end
$$;
comment on function survey.mix is 'Counts answers of which enough are together, and writes everything else anew, shuffled; returns how many were counted.';
revoke all on function survey.mix from public;
grant execute on function survey.mix to prongsai_worker;

create function survey.forget(p_round uuid, p_keep_words boolean) returns void
  language sql volatile
  security definer
  set search_path = ''
as $$
  delete from survey.tally where round_id = p_round and exists (select from survey.round where id = p_round and counted_at is not null);
  delete from survey.returned where round_id = p_round and exists (select from survey.round where id = p_round and counted_at is not null);
  delete from survey.spent where round_id = p_round and exists (select from survey.round where id = p_round and counted_at is not null);
  delete from survey.code where round_id = p_round and exists (select from survey.round where id = p_round and counted_at is not null);
  delete from survey.issued where round_id = p_round and exists (select from survey.round where id = p_round and counted_at is not null);
  delete from survey.remark where round_id = p_round and not p_keep_words;
$$;
comment on function survey.forget is 'Erases tokens, codes and tallies of a counted round, and words of a group too small to show them.';
revoke all on function survey.forget from public;
grant execute on function survey.forget to prongsai_worker;

create function survey.answered_so_far(p_round uuid) returns int
  language sql stable
  security definer
  set search_path = ''
as $$
  select (coalesce(sum(counted.people), 0) / max(q.smallest_group) * max(q.smallest_group))::int
  from survey.round r
    join survey.questionnaire q on q.id = r.questionnaire_id
    left join lateral (
      select people from survey.returned where round_id = r.id
    ) counted on true
  where r.id = p_round
$$;
comment on function survey.answered_so_far is 'How many have answered, in whole smallest groups, so that nobody sees one more answer come.';
revoke all on function survey.answered_so_far from public;
grant execute on function survey.answered_so_far to prongsai_officer;

create function survey.holds_token(p_round uuid) returns boolean
  language sql stable
as $$
  select exists (select from survey.issued where round_id = p_round and person_id = platform.acting_person())
$$;
comment on function survey.holds_token is 'Whether the acting person was given her token of the round.';
