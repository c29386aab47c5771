-- Prevention, second part: yearly action plans of the centres with results by quarter, and the yearly calendar of duties.
create schema if not exists prevention;
grant usage on schema prevention to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ what measures contribute to
create table prevention.alignment (
  scheme text not null check (scheme in ('national-strategy', 'master-plan', 'development-plan', 'cabinet-policy', 'ministry-plan', 'sdg')),
  code text not null check (length(code) between 1 and 40),
  name_th text not null,
  name_en text not null,
  position int not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (scheme, code)
);
comment on table prevention.alignment is 'Goals of the plans above that a measure contributes to; they end with their plan, rows are not deleted.';
comment on column prevention.alignment.scheme is 'Which plan above: the six that the ministry''s plan form asks for.';
comment on column prevention.alignment.code is 'Code within the plan.';
comment on column prevention.alignment.name_th is 'Name in Thai.';
comment on column prevention.alignment.name_en is 'Name in English.';
comment on column prevention.alignment.position is 'Order in lists.';
comment on column prevention.alignment.basis is 'What makes it binding.';
comment on column prevention.alignment.source is 'Where taken from.';
comment on column prevention.alignment.status is 'unconfirmed until an official has checked it.';
comment on column prevention.alignment.valid_from is 'First day of force.';
comment on column prevention.alignment.valid_to is 'First day on which it is no more in force.';

------------------------------------------------------------------ plans
create table prevention.plan (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'verified', 'published')),
  reason text check (length(reason) <= 2000),
  submitted_by uuid references network.person (id),
  submitted_at timestamptz,
  decided_by uuid references network.person (id),
  decided_at timestamptz,
  published_at timestamptz,
  made_by uuid not null references network.person (id),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  revision int not null default 1,
  unique (unit_id, fiscal_year),
  -- So that a measure can name the centre and be right.
  unique (id, unit_id)
);
comment on table prevention.plan is 'A centre''s plan against corruption and for ethics in a fiscal year: draft, submitted, returned or verified, published.';
comment on column prevention.plan.id is 'Identifier, made by the client.';
comment on column prevention.plan.unit_id is 'Whose plan.';
comment on column prevention.plan.fiscal_year is 'Fiscal year, Buddhist era.';
comment on column prevention.plan.state is 'Where it stands.';
comment on column prevention.plan.reason is 'Why it was returned.';
comment on column prevention.plan.submitted_by is 'Who submitted it last.';
comment on column prevention.plan.submitted_at is 'When.';
comment on column prevention.plan.decided_by is 'Who returned or verified it, of the tier above.';
comment on column prevention.plan.decided_at is 'When.';
comment on column prevention.plan.published_at is 'When anybody could read it first.';
comment on column prevention.plan.made_by is 'Who began it.';
comment on column prevention.plan.made_at is 'When.';
comment on column prevention.plan.changed_at is 'When anything in it changed last.';
comment on column prevention.plan.revision is 'Counts up with each change, by the database alone, to refuse a step based on an old view.';

create table prevention.measure (
  id uuid primary key,
  plan_id uuid not null,
  unit_id int not null,
  position int not null,
  mission text not null check (mission in ('ethics', 'anti-corruption')),
  title text not null check (length(title) between 3 and 300),
  objective text not null default '' check (length(objective) <= 2000),
  indicator text not null default '' check (length(indicator) <= 500),
  target numeric check (target >= 0),
  target_unit text not null default '' check (length(target_unit) <= 60),
  budget numeric(14, 2) not null default 0 check (budget >= 0),
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  owner text not null default '' check (length(owner) <= 200),
  alignments text[] not null default '{}',
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  foreign key (plan_id, unit_id) references prevention.plan (id, unit_id),
  unique (id, unit_id)
);
create index on prevention.measure (plan_id, position);
comment on table prevention.measure is 'A measure or project of a plan.';
comment on column prevention.measure.id is 'Identifier, made by the client.';
comment on column prevention.measure.plan_id is 'Of which plan.';
comment on column prevention.measure.unit_id is 'Of which centre, so that a policy needs no look at the plan.';
comment on column prevention.measure.position is 'Order in the plan.';
comment on column prevention.measure.mission is 'Which of the centre''s two missions it serves.';
comment on column prevention.measure.title is 'Name.';
comment on column prevention.measure.objective is 'What it is for.';
comment on column prevention.measure.indicator is 'By what it is measured.';
comment on column prevention.measure.target is 'Target figure of the indicator; null when it is not a figure.';
comment on column prevention.measure.target_unit is 'What the target counts: people, activities, percent.';
comment on column prevention.measure.budget is 'Baht.';
comment on column prevention.measure.starts_on is 'First day.';
comment on column prevention.measure.ends_on is 'Last day.';
comment on column prevention.measure.owner is 'Who is responsible.';
comment on column prevention.measure.alignments is 'scheme:code of the goals above that it contributes to.';
comment on column prevention.measure.changed_by is 'Who changed it last.';
comment on column prevention.measure.changed_at is 'When.';

create table prevention.measure_result (
  id uuid primary key,
  measure_id uuid not null,
  unit_id int not null,
  quarter int not null check (quarter between 1 and 4),
  done text not null check (length(done) between 1 and 4000),
  value numeric,
  spent numeric(14, 2) not null default 0 check (spent >= 0),
  progress int not null check (progress between 0 and 100),
  problems text not null default '' check (length(problems) <= 2000),
  suggestions text not null default '' check (length(suggestions) <= 2000),
  evidence_url text check (evidence_url ~ '^https?://' and length(evidence_url) <= 500),
  entered_by uuid not null references network.person (id),
  entered_at timestamptz not null,
  place bigint not null generated always as identity,
  foreign key (measure_id, unit_id) references prevention.measure (id, unit_id)
);
create index on prevention.measure_result (measure_id, quarter, place desc);
comment on table prevention.measure_result is 'What a measure had brought by the end of a quarter of the fiscal year, counted from its first day; a correction is a further row, and the last counts.';
comment on column prevention.measure_result.id is 'Identifier, made by the client.';
comment on column prevention.measure_result.measure_id is 'Of which measure.';
comment on column prevention.measure_result.unit_id is 'Of which centre.';
comment on column prevention.measure_result.quarter is '1 is October to December.';
comment on column prevention.measure_result.done is 'What was done.';
comment on column prevention.measure_result.value is 'What the indicator has reached since the year began.';
comment on column prevention.measure_result.spent is 'Baht spent since the year began.';
comment on column prevention.measure_result.progress is 'Percent done.';
comment on column prevention.measure_result.problems is 'What stood in the way.';
comment on column prevention.measure_result.suggestions is 'What should change.';
comment on column prevention.measure_result.evidence_url is 'Where evidence can be looked at.';
comment on column prevention.measure_result.entered_by is 'Who entered it.';
comment on column prevention.measure_result.entered_at is 'When, as the officer''s side says.';
comment on column prevention.measure_result.place is 'Order in which results came, whatever the clock; the last counts.';

------------------------------------------------------------------ the calendar of duties
create table prevention.duty (
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9_]{1,39}$'),
  version int not null check (version > 0),
  name_th text not null,
  name_en text not null,
  month int not null check (month between 1 and 12),
  day int not null check (day between 1 and 31),
  remind_days int not null default 14 check (remind_days between 0 and 120),
  kinds text[] not null,
  roles text[] not null,
  href text check (href like '/%'),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  entered_by uuid references network.person (id),
  entered_at timestamptz not null default now(),
  primary key (code, version)
);
comment on table prevention.duty is 'What centres owe each year, and by which day. A change is a new version from a date on.';
comment on column prevention.duty.code is 'Stable code.';
comment on column prevention.duty.version is 'Counts up with each change.';
comment on column prevention.duty.name_th is 'What is due, in Thai.';
comment on column prevention.duty.name_en is 'The same in English.';
comment on column prevention.duty.month is 'Month of the last day.';
comment on column prevention.duty.day is 'Day of the last day; the month''s last when it has fewer.';
comment on column prevention.duty.remind_days is 'How many days before, those concerned are told.';
comment on column prevention.duty.kinds is 'Kinds of centre that owe it.';
comment on column prevention.duty.roles is 'Roles that look after it.';
comment on column prevention.duty.href is 'Page where it is done.';
comment on column prevention.duty.basis_th is 'What demands it, in Thai.';
comment on column prevention.duty.basis_en is 'The same in English.';
comment on column prevention.duty.source is 'Where the fact was taken from.';
comment on column prevention.duty.status is 'unconfirmed until an official has checked it.';
comment on column prevention.duty.valid_from is 'First day of force.';
comment on column prevention.duty.valid_to is 'First day on which this version is no more in force.';
comment on column prevention.duty.entered_by is 'Who entered it; null for what ships with the product.';
comment on column prevention.duty.entered_at is 'When.';

------------------------------------------------------------------ who sees and does what
grant select on prevention.alignment, prevention.duty to prongsai_public, prongsai_officer, prongsai_worker;
-- A version that stands is ended, never rewritten.
grant insert, update (valid_to) on prevention.alignment, prevention.duty to prongsai_officer;
grant select on prevention.plan, prevention.measure, prevention.measure_result to prongsai_public, prongsai_officer, prongsai_worker;
-- A plan begins with nothing but whose it is, and keeps that: nobody moves one to another centre or year.
grant insert (id, unit_id, fiscal_year, made_by, made_at, changed_at) on prevention.plan to prongsai_officer;
grant update (state, reason, submitted_by, submitted_at, decided_by, decided_at, published_at, changed_at) on prevention.plan to prongsai_officer;
grant insert, update, delete on prevention.measure to prongsai_officer;
grant insert (id, measure_id, unit_id, quarter, done, value, spent, progress, problems, suggestions, evidence_url, entered_by, entered_at)
  on prevention.measure_result to prongsai_officer;

do $$
declare
  list text;
begin
  foreach list in array array['alignment', 'duty'] loop
    execute format('alter table prevention.%I enable row level security', list);
    execute format('create policy %I on prevention.%I for select using (true)', list || '_read', list);
    execute format(
      'create policy %I on prevention.%I for all to prongsai_officer
        using (network.root_unit() in (select network.units_with_role(array[''planner'', ''administrator''])))
        with check (network.root_unit() in (select network.units_with_role(array[''planner'', ''administrator''])))',
      list || '_keep', list);
  end loop;
end
$$;

-- Centres below the ones in which the person plans or heads: the tier above decides, and never on its own plan alone.
create function prevention.units_above_which_i_plan() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['planner', 'head']))
    and (closure.depth > 0 or closure.ancestor = network.root_unit())
$$;
comment on function prevention.units_above_which_i_plan is 'Centres whose plans the acting person decides on: those below her own; the ministry''s own plan is the ministry''s.';

-- Policies see a row before or after a change, never both, and each may pass what another let in; which steps follow which, and
-- who is named by each, is therefore watched here. Whoever handed a plan in takes no part in deciding on it.
create function prevention.keep_plan() returns trigger
  language plpgsql set search_path = pg_catalog
as $$
declare
  submission_kept boolean := (old.submitted_by, old.submitted_at) is not distinct from (new.submitted_by, new.submitted_at);
  decision_kept boolean := (old.decided_by, old.decided_at) is not distinct from (new.decided_by, new.decided_at);
  publication_kept boolean := old.published_at is not distinct from new.published_at;
  reason_kept boolean := old.reason is not distinct from new.reason;
begin
  new.revision := old.revision + 1;
  if old.state = new.state then
    if not (submission_kept and decision_kept and publication_kept and reason_kept) then
      raise exception 'what a step of a plan wrote changes by a step' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (
    ('draft', 'submitted'), ('returned', 'submitted'), ('submitted', 'returned'), ('submitted', 'verified'),
    ('verified', 'returned'), ('verified', 'published')
  ) then
    raise exception 'a plan does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state = 'submitted' then
    if new.submitted_by is distinct from platform.acting_person() or new.submitted_at is null then
      raise exception 'a plan is handed in in one''s own name' using errcode = 'check_violation';
    end if;
    if not (decision_kept and publication_kept) then
      raise exception 'who hands a plan in writes no decision' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.submitted_by is not distinct from platform.acting_person() then
    raise exception 'nobody decides on a plan that she handed in' using errcode = 'check_violation';
  end if;
  if not submission_kept then
    raise exception 'who handed a plan in stays on it' using errcode = 'check_violation';
  end if;
  if new.state = 'published' then
    if new.published_at is null or not (decision_kept and reason_kept) then
      raise exception 'a plan is published as it was verified' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if new.decided_by is distinct from platform.acting_person() or new.decided_at is null or not publication_kept then
    raise exception 'a plan is decided on in one''s own name' using errcode = 'check_violation';
  end if;
  if (new.state = 'verified' and not reason_kept) or (new.state = 'returned' and coalesce(btrim(new.reason), '') = '') then
    raise exception 'a plan is returned with a reason' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function prevention.keep_plan is 'Counts revisions; refuses steps out of order, steps in another''s name, and decisions by whoever handed the plan in.';
create trigger plan_kept before update on prevention.plan for each row execute function prevention.keep_plan();

alter table prevention.plan enable row level security;
create policy plan_worker on prevention.plan for select to prongsai_worker using (true);
create policy plan_public on prevention.plan for select to prongsai_public using (state = 'published');
create policy plan_read on prevention.plan for select to prongsai_officer
  using (
    (state = 'published' and platform.acting_person() is not null)
    or unit_id in (select network.held_units())
    or (state <> 'draft' and unit_id in (
      select closure.descendant
      from network.unit_closure closure
      where closure.ancestor in (select network.units_with_role(array['planner', 'head', 'overseer', 'auditor']))
    ))
  );
create policy plan_make on prevention.plan for insert to prongsai_officer
  with check (
    unit_id in (select network.units_with_role(array['planner', 'head']))
    and state = 'draft'
    and made_by = platform.acting_person()
  );
create policy plan_own on prevention.plan for update to prongsai_officer
  using (unit_id in (select network.units_with_role(array['planner', 'head'])) and state in ('draft', 'returned'))
  with check (unit_id in (select network.units_with_role(array['planner', 'head'])) and state in ('draft', 'returned', 'submitted'));
create policy plan_decide on prevention.plan for update to prongsai_officer
  using (unit_id in (select prevention.units_above_which_i_plan()) and state in ('submitted', 'verified'))
  with check (
    unit_id in (select prevention.units_above_which_i_plan())
    and state in ('returned', 'verified', 'published')
    and (decided_by = platform.acting_person() or state = 'published')
    -- Nobody decides on what she herself has submitted.
    and submitted_by is distinct from platform.acting_person()
  );

alter table prevention.measure enable row level security;
create policy measure_worker on prevention.measure for select to prongsai_worker using (true);
create policy measure_public on prevention.measure for select to prongsai_public
  using (exists (select from prevention.plan where plan.id = plan_id));
create policy measure_read on prevention.measure for select to prongsai_officer
  using (exists (select from prevention.plan where plan.id = plan_id));
create policy measure_write on prevention.measure for all to prongsai_officer
  using (
    unit_id in (select network.units_with_role(array['planner', 'head']))
    and exists (select from prevention.plan where plan.id = plan_id and plan.state in ('draft', 'returned'))
  )
  with check (
    unit_id in (select network.units_with_role(array['planner', 'head']))
    and changed_by = platform.acting_person()
    and exists (select from prevention.plan where plan.id = plan_id and plan.state in ('draft', 'returned'))
  );

alter table prevention.measure_result enable row level security;
create policy result_worker on prevention.measure_result for select to prongsai_worker using (true);
create policy result_public on prevention.measure_result for select to prongsai_public
  using (exists (select from prevention.measure where measure.id = measure_id));
create policy result_read on prevention.measure_result for select to prongsai_officer
  using (exists (select from prevention.measure where measure.id = measure_id));
-- Results belong to a plan that stands: verified or published.
create policy result_enter on prevention.measure_result for insert to prongsai_officer
  with check (
    unit_id in (select network.units_with_role(array['planner', 'head']))
    and entered_by = platform.acting_person()
    and exists (
      select
      from prevention.measure
      join prevention.plan on plan.id = measure.plan_id
      where measure.id = measure_id and plan.state in ('verified', 'published')
    )
  );
