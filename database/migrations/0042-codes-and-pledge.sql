-- Codes of ethics by personnel regime, what officers do and do not, and the yearly pledge behind a few situations.

------------------------------------------------------------------ who writes what
create function ethics.keeps_code() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['ethics-officer', 'planner', 'administrator']))
$$;
comment on function ethics.keeps_code is 'Whether the acting person writes for the whole network: ethics officer, planner or administrator of the ministry.';

------------------------------------------------------------------ standards and codes, as data
create table ethics.standard (
  id uuid not null unique default gen_random_uuid(),
  code text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  sort int not null,
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  primary key (code, version)
);
comment on table ethics.standard is 'The ethical standards of the Ethical Standards Act, by short names of our own; the newest version in force counts.';
comment on column ethics.standard.id is 'Identifier of the entry, made by the client.';
comment on column ethics.standard.code is 'Stable code.';
comment on column ethics.standard.version is 'Counts up with each change.';
comment on column ethics.standard.name_th is 'Short name in Thai.';
comment on column ethics.standard.name_en is 'Short name in English.';
comment on column ethics.standard.sort is 'Order in lists.';
comment on column ethics.standard.basis_th is 'Legal basis in Thai.';
comment on column ethics.standard.basis_en is 'Legal basis in English.';
comment on column ethics.standard.source is 'Where taken from.';
comment on column ethics.standard.status is 'unconfirmed until an official has checked it.';
comment on column ethics.standard.valid_from is 'In force from.';

create table ethics.code (
  id uuid not null unique default gen_random_uuid(),
  regime text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  title_th text not null,
  title_en text not null,
  issued_on date,
  pledge_th text not null,
  pledge_en text not null,
  situations smallint not null check (situations between 3 and 5),
  sort int not null,
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  primary key (regime, version)
);
comment on table ethics.code is 'The code of ethics of a personnel regime and the pledge on it; the newest version in force counts. Never changed.';
comment on column ethics.code.id is 'Identifier of the entry, made by the client.';
comment on column ethics.code.regime is 'Stable code of the personnel regime.';
comment on column ethics.code.version is 'Counts up with each change.';
comment on column ethics.code.name_th is 'Whom it binds, in Thai.';
comment on column ethics.code.name_en is 'Whom it binds, in English.';
comment on column ethics.code.title_th is 'Title of the code in Thai.';
comment on column ethics.code.title_en is 'Title of the code in English.';
comment on column ethics.code.issued_on is 'Day of the code; null while not known.';
comment on column ethics.code.pledge_th is 'What is pledged, in Thai.';
comment on column ethics.code.pledge_en is 'What is pledged, in English.';
comment on column ethics.code.situations is 'How many situations are answered before the pledge.';
comment on column ethics.code.sort is 'Order in lists.';
comment on column ethics.code.basis_th is 'Legal basis in Thai.';
comment on column ethics.code.basis_en is 'Legal basis in English.';
comment on column ethics.code.source is 'Where taken from.';
comment on column ethics.code.status is 'unconfirmed until an official has checked it.';
comment on column ethics.code.valid_from is 'In force from.';

------------------------------------------------------------------ what one does and does not
create table ethics.conduct (
  id uuid primary key,
  unit_id int references network.unit (id),
  regime text,
  standard text not null,
  kind text not null check (kind in ('do', 'dont')),
  behaviour_th text not null check (length(behaviour_th) > 0),
  behaviour_en text,
  example_th text not null check (length(example_th) > 0),
  example_en text,
  replaces uuid unique references ethics.conduct (id),
  entered_by uuid references network.person (id),
  entered_at timestamptz not null default now(),
  ended_at timestamptz
);
create index on ethics.conduct (unit_id) where ended_at is null;
comment on table ethics.conduct is 'A behaviour that a standard asks for or forbids, with an example. A change ends the row and adds one that replaces it.';
comment on column ethics.conduct.id is 'Identifier, made by the client.';
comment on column ethics.conduct.unit_id is 'The centre whose own it is; null for the whole network.';
comment on column ethics.conduct.regime is 'Only for this personnel regime; null for all.';
comment on column ethics.conduct.standard is 'Code in ethics.standard.';
comment on column ethics.conduct.kind is 'do or dont.';
comment on column ethics.conduct.behaviour_th is 'The behaviour, in Thai.';
comment on column ethics.conduct.behaviour_en is 'The same in English; null while not translated.';
comment on column ethics.conduct.example_th is 'An example from the work, in Thai.';
comment on column ethics.conduct.example_en is 'The same in English; null while not translated.';
comment on column ethics.conduct.replaces is 'The row that this one replaced.';
comment on column ethics.conduct.entered_by is 'Who; null for what ships with the product.';
comment on column ethics.conduct.entered_at is 'When.';
comment on column ethics.conduct.ended_at is 'Since when it counts no more.';

create table ethics.scenario (
  id uuid primary key,
  standard text not null,
  situation_th text not null check (length(situation_th) > 0),
  situation_en text not null check (length(situation_en) > 0),
  replaces uuid unique references ethics.scenario (id),
  entered_by uuid references network.person (id),
  entered_at timestamptz not null default now(),
  ended_at timestamptz
);
comment on table ethics.scenario is 'A situation from the work, asked before the pledge. A change ends the row and adds one that replaces it.';
comment on column ethics.scenario.id is 'Identifier, made by the client.';
comment on column ethics.scenario.standard is 'Code in ethics.standard: what it is about.';
comment on column ethics.scenario.situation_th is 'What happens, and the question, in Thai.';
comment on column ethics.scenario.situation_en is 'The same in English.';
comment on column ethics.scenario.replaces is 'The row that this one replaced.';
comment on column ethics.scenario.entered_by is 'Who; null for what ships with the product.';
comment on column ethics.scenario.entered_at is 'When.';
comment on column ethics.scenario.ended_at is 'Since when it is drawn no more.';

create table ethics.scenario_option (
  scenario_id uuid not null references ethics.scenario (id),
  position smallint not null check (position between 1 and 5),
  text_th text not null check (length(text_th) > 0),
  text_en text not null check (length(text_en) > 0),
  why_th text not null check (length(why_th) > 0),
  why_en text not null check (length(why_en) > 0),
  is_right boolean not null,
  primary key (scenario_id, position)
);
create unique index scenario_one_right on ethics.scenario_option (scenario_id) where is_right;
comment on table ethics.scenario_option is 'What one could do in a situation; one of them is right.';
comment on column ethics.scenario_option.scenario_id is 'Which situation.';
comment on column ethics.scenario_option.position is 'Order as entered.';
comment on column ethics.scenario_option.text_th is 'In Thai.';
comment on column ethics.scenario_option.text_en is 'In English.';
comment on column ethics.scenario_option.why_th is 'Why it is right or not, told to who chose it, in Thai.';
comment on column ethics.scenario_option.why_en is 'The same in English.';
comment on column ethics.scenario_option.is_right is 'Whether it is the right one.';

grant select on ethics.standard, ethics.code, ethics.conduct to prongsai_public;
grant select, insert on ethics.standard, ethics.code, ethics.conduct, ethics.scenario, ethics.scenario_option to prongsai_officer;
grant update (ended_at) on ethics.conduct, ethics.scenario to prongsai_officer;
alter table ethics.standard enable row level security;
create policy standard_read on ethics.standard for select using (true);
create policy standard_enter on ethics.standard for insert to prongsai_officer with check (ethics.keeps_code());
alter table ethics.code enable row level security;
create policy code_read on ethics.code for select using (true);
create policy code_enter on ethics.code for insert to prongsai_officer with check (ethics.keeps_code());
-- The network's own by the ministry; a centre's by its head or ethics officer.
alter table ethics.conduct enable row level security;
create policy conduct_read on ethics.conduct for select using (true);
create policy conduct_write on ethics.conduct for insert to prongsai_officer
  with check (
    entered_by = platform.acting_person()
    and ended_at is null
    and case
      when unit_id is null then ethics.keeps_code()
      else unit_id in (select network.units_with_role(array['head', 'ethics-officer']))
    end
    and (replaces is null or exists (select from ethics.conduct old where old.id = conduct.replaces and old.unit_id is not distinct from conduct.unit_id))
  );
-- What has ended has ended.
create policy conduct_end on ethics.conduct for update to prongsai_officer
  using (
    ended_at is null
    and case
      when unit_id is null then ethics.keeps_code()
      else unit_id in (select network.units_with_role(array['head', 'ethics-officer']))
    end
  )
  with check (ended_at is not null);
alter table ethics.scenario enable row level security;
create policy scenario_read on ethics.scenario for select to prongsai_officer using (platform.acting_person() is not null);
create policy scenario_write on ethics.scenario for insert to prongsai_officer
  with check (entered_by = platform.acting_person() and ended_at is null and ethics.keeps_code());
create policy scenario_end on ethics.scenario for update to prongsai_officer
  using (ended_at is null and ethics.keeps_code())
  with check (ended_at is not null);
alter table ethics.scenario_option enable row level security;
create policy scenario_option_read on ethics.scenario_option for select to prongsai_officer using (platform.acting_person() is not null);

------------------------------------------------------------------ the yearly pledge
create table ethics.pledge_round (
  id uuid primary key,
  person_id uuid not null references network.person (id),
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  regime text not null,
  code_version int not null,
  scenario_ids uuid[] not null check (cardinality(scenario_ids) between 3 and 5),
  begun_at timestamptz not null,
  unique (person_id, fiscal_year),
  foreign key (regime, code_version) references ethics.code (regime, version)
);
comment on table ethics.pledge_round is 'An officer has begun this year''s pledge: the code and the situations drawn for her.';
comment on column ethics.pledge_round.id is 'Identifier, made by the client, so that beginning may be repeated.';
comment on column ethics.pledge_round.person_id is 'Who.';
comment on column ethics.pledge_round.unit_id is 'Her centre.';
comment on column ethics.pledge_round.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.pledge_round.regime is 'Her personnel regime.';
comment on column ethics.pledge_round.code_version is 'Version of the code.';
comment on column ethics.pledge_round.scenario_ids is 'Situations in the order in which they are asked.';
comment on column ethics.pledge_round.begun_at is 'When.';

create table ethics.pledge_answer (
  id uuid primary key,
  round_id uuid not null references ethics.pledge_round (id),
  scenario_id uuid not null,
  position smallint not null,
  answered_at timestamptz not null,
  place bigint not null generated always as identity,
  foreign key (scenario_id, position) references ethics.scenario_option (scenario_id, position)
);
create index on ethics.pledge_answer (round_id, scenario_id, place);
comment on table ethics.pledge_answer is 'What an officer chose in a situation; hers alone to read. The first choice in each counts in the figures.';
comment on column ethics.pledge_answer.id is 'Identifier, made by the client.';
comment on column ethics.pledge_answer.round_id is 'Which round.';
comment on column ethics.pledge_answer.scenario_id is 'Which situation.';
comment on column ethics.pledge_answer.position is 'Which option.';
comment on column ethics.pledge_answer.answered_at is 'When.';
comment on column ethics.pledge_answer.place is 'Order in which answers came, whatever the clock.';

-- Above row-level security: rounds are their owner's; whether a situation has been asked is the bank's to know.
create function ethics.is_asked(p_scenario uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from ethics.pledge_round round where $1 = any (round.scenario_ids));
  end;
comment on function ethics.is_asked is 'Whether a situation has been drawn for anybody: then its options stay as they are.';
revoke execute on function ethics.is_asked from public;
grant execute on function ethics.is_asked to prongsai_officer;
create policy scenario_option_write on ethics.scenario_option for insert to prongsai_officer
  with check (ethics.keeps_code() and not ethics.is_asked(scenario_id));

create function ethics.answered_rightly(p_round uuid) returns boolean
  language sql stable
as $$
  select exists (
    select from ethics.pledge_round round
    where round.id = p_round
      and not exists (
        select from unnest(round.scenario_ids) asked (id)
        where not exists (
          select from ethics.pledge_answer answer
          join ethics.scenario_option chosen on chosen.scenario_id = answer.scenario_id and chosen.position = answer.position
          where answer.round_id = round.id and answer.scenario_id = asked.id and chosen.is_right
        )
      )
  )
$$;
comment on function ethics.answered_rightly is 'Whether a right answer has been found to every situation of a round that the asking person may see.';

create table ethics.pledge (
  id uuid primary key,
  round_id uuid not null unique references ethics.pledge_round (id),
  person_id uuid not null references network.person (id),
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  regime text not null,
  code_version int not null,
  pledged_at timestamptz not null,
  place bigint not null generated always as identity,
  ledger_id bigint not null,
  unique (person_id, fiscal_year),
  foreign key (regime, code_version) references ethics.code (regime, version)
);
create index on ethics.pledge (fiscal_year, unit_id);
comment on table ethics.pledge is 'An officer has pledged to keep her code for a fiscal year, after a right answer to every situation. Never changed.';
comment on column ethics.pledge.id is 'Identifier, made by the client, so that pledging may be repeated.';
comment on column ethics.pledge.round_id is 'The round that led to it.';
comment on column ethics.pledge.person_id is 'Who.';
comment on column ethics.pledge.unit_id is 'Her centre on that day.';
comment on column ethics.pledge.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.pledge.regime is 'Her personnel regime.';
comment on column ethics.pledge.code_version is 'Version of the code.';
comment on column ethics.pledge.pledged_at is 'When, as the officer''s side says.';
comment on column ethics.pledge.place is 'Order in which pledges came, whatever the clock; figures count by it.';
comment on column ethics.pledge.ledger_id is 'Outbox number of its ledger entry.';

-- By the database's own clock: a year that has ended takes no further pledge, so that its figures never move again.
create function ethics.present_year() returns int
  language sql stable
as $$
  select extract(year from (now() at time zone 'Asia/Bangkok') + interval '3 months')::int + 543
$$;
comment on function ethics.present_year is 'Today''s Buddhist-era fiscal year.';

grant select, insert on ethics.pledge_round to prongsai_officer;
grant select on ethics.pledge_answer, ethics.pledge to prongsai_officer;
-- Every column but the place: the order of coming is the database's to say.
grant insert (id, round_id, scenario_id, position, answered_at) on ethics.pledge_answer to prongsai_officer;
grant insert (id, round_id, person_id, unit_id, fiscal_year, regime, code_version, pledged_at, ledger_id)
  on ethics.pledge to prongsai_officer;
-- Nobody reads another's answers or whether another has pledged; figures come from the functions below.
alter table ethics.pledge_round enable row level security;
create policy pledge_round_own on ethics.pledge_round for select to prongsai_officer using (person_id = platform.acting_person());
create policy pledge_round_begin on ethics.pledge_round for insert to prongsai_officer
  with check (
    person_id = platform.acting_person()
    and unit_id in (select network.held_units())
    and fiscal_year = ethics.present_year()
    -- Each drawn once, from the bank.
    and cardinality(scenario_ids) = (select count(distinct bank.id) from ethics.scenario bank where bank.id = any (scenario_ids))
  );
alter table ethics.pledge enable row level security;
create policy pledge_own on ethics.pledge for select to prongsai_officer using (person_id = platform.acting_person());
create policy pledge_give on ethics.pledge for insert to prongsai_officer
  with check (
    person_id = platform.acting_person()
    and fiscal_year = ethics.present_year()
    and exists (
      select from ethics.pledge_round round
      where round.id = pledge.round_id
        and round.person_id = pledge.person_id
        and (round.unit_id, round.fiscal_year, round.regime, round.code_version) = (pledge.unit_id, pledge.fiscal_year, pledge.regime, pledge.code_version)
    )
    and ethics.answered_rightly(round_id)
  );
alter table ethics.pledge_answer enable row level security;
create policy pledge_answer_own on ethics.pledge_answer for select to prongsai_officer
  using (round_id in (select id from ethics.pledge_round));
create policy pledge_answer_give on ethics.pledge_answer for insert to prongsai_officer
  with check (
    exists (select from ethics.pledge_round round where round.id = round_id and pledge_answer.scenario_id = any (round.scenario_ids))
    and not exists (select from ethics.pledge given where given.round_id = pledge_answer.round_id)
  );

-- Above row-level security: shares of centres, never who. Of fewer than five officers only whether all have pledged.
create function ethics.pledge_figures(p_year int)
  returns table (unit_id int, officers int, pledged int, is_complete boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select
      counted.unit_id,
      case when counted.officers >= 5 then counted.officers end,
      case when counted.officers >= 5 then counted.pledged end,
      counted.officers > 0 and counted.pledged = counted.officers
    from (
      select
        unit.id as unit_id,
        count(distinct person.id)::int as officers,
        count(distinct given.person_id)::int as pledged
      from network.unit unit
      left join network.appointment held
        on held.unit_id = unit.id
        and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
        and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
      left join network.person person on person.id = held.person_id and person.disabled_at is null
      left join ethics.pledge given on given.person_id = person.id and given.fiscal_year = $1
      where unit.valid_to is null
        and unit.id in (select ethics.figure_units())
      group by unit.id
    ) counted;
  end;
comment on function ethics.pledge_figures is 'How many officers of a centre have pledged for a fiscal year, for whoever may see its figures; nulls where fewer than five work.';
revoke execute on function ethics.pledge_figures from public;
grant execute on function ethics.pledge_figures to prongsai_officer;

-- Above row-level security: how often the first choice was wrong, by centre and standard. Officers enter it five at a time,
-- in the order in which their pledges came, so that neither a small group nor the difference between two days tells one of
-- them. Those who wait for a fifth of their own centre enter a row without centre only when the year has ended: until then
-- a fifth pledge takes four out of it, and the difference would be one person. For the ministry alone, because two such rows
-- over different centres have a difference too.
create function ethics.pledge_misses(p_year int)
  returns table (unit_id int, standard text, answered int, missed int)
  language sql stable security definer set search_path = ''
  begin atomic
    with first_choice as (
      select distinct on (given.id, answer.scenario_id)
        given.unit_id,
        given.place,
        situation.standard,
        not chosen.is_right as is_miss
      from ethics.pledge given
      join ethics.pledge_answer answer on answer.round_id = given.round_id
      join ethics.scenario situation on situation.id = answer.scenario_id
      join ethics.scenario_option chosen on chosen.scenario_id = answer.scenario_id and chosen.position = answer.position
      where given.fiscal_year = $1
        and given.unit_id in (select ethics.figure_units())
      order by given.id, answer.scenario_id, answer.place
    ),
    counted as (
      select
        first_choice.*,
        row_number() over (partition by first_choice.unit_id, first_choice.standard order by first_choice.place)
          <= 5 * (count(*) over (partition by first_choice.unit_id, first_choice.standard) / 5) as is_in_unit
      from first_choice
    ),
    waiting as (
      select
        counted.standard,
        counted.is_miss,
        row_number() over (partition by counted.standard order by counted.place)
          <= 5 * (count(*) over (partition by counted.standard) / 5) as is_in_pool
      from counted
      where not counted.is_in_unit
        and $1 < ethics.present_year()
        and network.root_unit() in (select ethics.figure_units())
    )
    select counted.unit_id, counted.standard, count(*)::int, count(*) filter (where counted.is_miss)::int
    from counted
    where counted.is_in_unit
    group by counted.unit_id, counted.standard
    union all
    select null, waiting.standard, count(*)::int, count(*) filter (where waiting.is_miss)::int
    from waiting
    where waiting.is_in_pool
    group by waiting.standard;
  end;
comment on function ethics.pledge_misses is 'First choices that were wrong, by centre and standard, officers counted five at a time; for whoever may see the centre''s figures. The row without centre comes after the year, for the ministry.';
revoke execute on function ethics.pledge_misses from public;
grant execute on function ethics.pledge_misses to prongsai_officer;
