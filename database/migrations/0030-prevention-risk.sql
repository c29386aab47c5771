-- Prevention, first part: corruption-risk assessment. Frameworks as versions, a centre's map of risks for a fiscal year, its way
-- through verification and approval, results after six and twelve months; proposals for the library of forms of corruption.
create schema if not exists prevention;
comment on schema prevention is 'Mission two before the fact: risks, plans, disclosure.';
grant usage on schema prevention to prongsai_public, prongsai_officer, prongsai_worker;

-- Features add kinds of notices; the words of each stand in the notices' dictionary, which the compiler keeps complete.
alter table knowledge.notice drop constraint if exists notice_kind_check;
alter table knowledge.notice add constraint notice_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$');

------------------------------------------------------------------ frameworks
create table prevention.risk_framework (
  code text not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  version int not null check (version > 0),
  sort int not null,
  name_th text not null,
  name_en text not null,
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['corruption', 'bribery']),
  scheme jsonb not null,
  map_due text not null check (map_due ~ '^[01][0-9]-[0-3][0-9]$'),
  half_closes text not null check (half_closes ~ '^[01][0-9]-[0-3][0-9]$'),
  year_closes text not null check (year_closes ~ '^[01][0-9]-[0-3][0-9]$'),
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  from_year int not null check (from_year between 2550 and 2700),
  to_year int check (to_year >= from_year),
  entered_by uuid references network.person (id),
  entered_at timestamptz not null default now(),
  primary key (code, version)
);
comment on table prevention.risk_framework is 'How risks are assessed: scales, bands, domains. A change is a new version; a map keeps the version it was made with.';
comment on column prevention.risk_framework.code is 'Stable code.';
comment on column prevention.risk_framework.version is 'Counts up with each change.';
comment on column prevention.risk_framework.sort is 'Order in lists; the first in force is offered first.';
comment on column prevention.risk_framework.name_th is 'Name in Thai.';
comment on column prevention.risk_framework.name_en is 'Name in English.';
comment on column prevention.risk_framework.kinds is 'Kinds of assessment it serves: corruption, bribery.';
comment on column prevention.risk_framework.scheme is 'Axes with their levels, bands, domains, qualities of control and what they do to a band; form in features/prevention/risk/framework.ts.';
comment on column prevention.risk_framework.map_due is 'Month and day by which a year''s map is handed in, for example 12-31.';
comment on column prevention.risk_framework.half_closes is 'Month and day on which the first half of the fiscal year closes for results.';
comment on column prevention.risk_framework.year_closes is 'Month and day on which the fiscal year closes for results.';
comment on column prevention.risk_framework.basis is 'What makes it binding.';
comment on column prevention.risk_framework.source is 'Where taken from.';
comment on column prevention.risk_framework.status is 'unconfirmed until an official has checked it.';
comment on column prevention.risk_framework.from_year is 'First fiscal year of force, Buddhist era.';
comment on column prevention.risk_framework.to_year is 'Last fiscal year of force; null while it goes on.';
comment on column prevention.risk_framework.entered_by is 'Who entered the version; null for what ships with the product.';
comment on column prevention.risk_framework.entered_at is 'When it was entered.';

------------------------------------------------------------------ maps
create table prevention.risk_map (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  kind text not null check (kind in ('corruption', 'bribery')),
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  version int not null check (version > 0),
  framework text not null,
  framework_version int not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'verified', 'approved')),
  change_reason text not null default '' check (char_length(change_reason) <= 1000),
  started_by uuid not null references network.person (id),
  started_at timestamptz not null,
  submitted_by uuid references network.person (id),
  submitted_at timestamptz,
  verified_by uuid references network.person (id),
  verified_at timestamptz,
  approved_by uuid references network.person (id),
  approved_at timestamptz,
  published_by uuid references network.person (id),
  published_at timestamptz,
  results_public int not null default 0 check (results_public in (0, 6, 12)),
  revision int not null default 1,
  unique (unit_id, kind, fiscal_year, version),
  -- So that a risk can name the centre of its map and be right.
  unique (id, unit_id),
  foreign key (framework, framework_version) references prevention.risk_framework (code, version),
  check ((state = 'approved') = (approved_at is not null)),
  check (published_at is null or state = 'approved'),
  check (results_public = 0 or published_at is not null)
);
create unique index risk_map_working on prevention.risk_map (unit_id, kind, fiscal_year) where state <> 'approved';
create index risk_map_year on prevention.risk_map (fiscal_year, kind, unit_id, version desc);
comment on table prevention.risk_map is 'A centre''s assessment of one kind for one fiscal year, in versions; the approved one is never changed.';
comment on column prevention.risk_map.id is 'Chosen by the sender, so that a repeat is known.';
comment on column prevention.risk_map.unit_id is 'Whose.';
comment on column prevention.risk_map.kind is 'corruption, or bribery (an item of its own in the disclosure list).';
comment on column prevention.risk_map.fiscal_year is 'Fiscal year, Buddhist era.';
comment on column prevention.risk_map.version is 'Counts up when an approved map is changed.';
comment on column prevention.risk_map.framework is 'Code of the framework.';
comment on column prevention.risk_map.framework_version is 'Its version, kept for good.';
comment on column prevention.risk_map.state is 'draft, submitted, returned, verified, approved.';
comment on column prevention.risk_map.change_reason is 'For a further version: why.';
comment on column prevention.risk_map.started_by is 'Who began it.';
comment on column prevention.risk_map.started_at is 'When.';
comment on column prevention.risk_map.submitted_by is 'Who handed it in last.';
comment on column prevention.risk_map.submitted_at is 'When.';
comment on column prevention.risk_map.verified_by is 'Who of the tier above verified it, never who handed it in.';
comment on column prevention.risk_map.verified_at is 'When.';
comment on column prevention.risk_map.approved_by is 'Head who approved it, never who verified it.';
comment on column prevention.risk_map.approved_at is 'When.';
comment on column prevention.risk_map.published_by is 'Who opened it to the public.';
comment on column prevention.risk_map.published_at is 'When; null while it is not public.';
comment on column prevention.risk_map.results_public is 'Results up to which month are public: 0, 6 or 12.';
comment on column prevention.risk_map.revision is 'Counts up with each change, to refuse a step based on an old view.';

create table prevention.risk (
  id uuid primary key,
  map_id uuid not null,
  unit_id int not null,
  lineage uuid not null,
  sort int not null,
  domain text not null default '',
  process text not null default '',
  step text not null default '',
  event text not null check (char_length(event) between 1 and 1000),
  who text not null default '',
  how text not null default '',
  is_known boolean not null default true,
  cause text not null default '',
  control text not null default '',
  control_quality text,
  likelihood int check (likelihood between 1 and 5),
  impact int check (impact between 1 and 5),
  score int generated always as (likelihood * impact) stored,
  band text,
  treatment text not null default '',
  owner text not null default '',
  due_on date,
  indicator text not null default '',
  typology text,
  entered_by uuid not null references network.person (id),
  entered_at timestamptz not null,
  removed_at timestamptz,
  revision int not null default 1,
  unique (map_id, lineage),
  unique (id, map_id, unit_id),
  foreign key (map_id, unit_id) references prevention.risk_map (id, unit_id) on delete cascade
);
create index risk_of_map on prevention.risk (map_id, sort) include (domain, band) where removed_at is null;
comment on table prevention.risk is 'One risk event of a map: where it sits in the work, how it would go, what stands against it, how grave it is, what will be done.';
comment on column prevention.risk.id is 'Chosen by the sender, so that a repeat is known.';
comment on column prevention.risk.map_id is 'Which map.';
comment on column prevention.risk.unit_id is 'Centre of the map, so that a policy needs no look at it.';
comment on column prevention.risk.lineage is 'The same for one risk through versions and years.';
comment on column prevention.risk.sort is 'Order in the map.';
comment on column prevention.risk.domain is 'Code of a domain of the framework; empty while not chosen.';
comment on column prevention.risk.process is 'Process or project.';
comment on column prevention.risk.step is 'Step of the process.';
comment on column prevention.risk.event is 'What could happen.';
comment on column prevention.risk.who is 'By whom: positions, never persons.';
comment on column prevention.risk.how is 'How it would go.';
comment on column prevention.risk.is_known is 'Known factor (it has happened) or unknown factor (it could).';
comment on column prevention.risk.cause is 'What makes it possible.';
comment on column prevention.risk.control is 'What stands against it today.';
comment on column prevention.risk.control_quality is 'Code of a quality of control of the framework.';
comment on column prevention.risk.likelihood is 'Level on the framework''s first axis.';
comment on column prevention.risk.impact is 'Level on the framework''s second axis.';
comment on column prevention.risk.score is 'Product of the two.';
comment on column prevention.risk.band is 'Code of the band that the framework gives; null while levels are missing.';
comment on column prevention.risk.treatment is 'What will be done.';
comment on column prevention.risk.owner is 'Who sees to it: a position or group.';
comment on column prevention.risk.due_on is 'By when.';
comment on column prevention.risk.indicator is 'By what one will see that it worked.';
comment on column prevention.risk.typology is 'Code of the form of corruption it follows, if one.';
comment on column prevention.risk.entered_by is 'Who changed it last.';
comment on column prevention.risk.entered_at is 'When.';
comment on column prevention.risk.removed_at is 'When it was taken out of the draft; it may be brought back.';
comment on column prevention.risk.revision is 'Counts up with each change, to refuse one based on an old view.';

create table prevention.risk_result (
  id uuid primary key,
  risk_id uuid not null,
  map_id uuid not null,
  unit_id int not null,
  half int not null check (half in (6, 12)),
  progress text not null check (progress in ('not-started', 'under-way', 'done')),
  done text not null check (char_length(done) between 1 and 2000),
  measured text not null default '',
  evidence text not null default '',
  control_quality text,
  likelihood int not null check (likelihood between 1 and 5),
  impact int not null check (impact between 1 and 5),
  band text not null,
  entered_by uuid not null references network.person (id),
  entered_at timestamptz not null,
  place bigint not null generated always as identity,
  foreign key (risk_id, map_id, unit_id) references prevention.risk (id, map_id, unit_id)
);
create index risk_result_of_map on prevention.risk_result (map_id, risk_id, half, place desc);
comment on table prevention.risk_result is 'What was done about a risk and what risk remains, after six and twelve months; a correction is a further row, and the last counts.';
comment on column prevention.risk_result.id is 'Chosen by the sender, so that a repeat is known.';
comment on column prevention.risk_result.risk_id is 'Which risk.';
comment on column prevention.risk_result.map_id is 'Which map.';
comment on column prevention.risk_result.unit_id is 'Centre of the map.';
comment on column prevention.risk_result.half is 'After 6 or 12 months.';
comment on column prevention.risk_result.progress is 'not-started, under-way or done.';
comment on column prevention.risk_result.done is 'What was done.';
comment on column prevention.risk_result.measured is 'What the indicator shows.';
comment on column prevention.risk_result.evidence is 'Number of a paper, or an address.';
comment on column prevention.risk_result.control_quality is 'Quality of control by now.';
comment on column prevention.risk_result.likelihood is 'Residual level on the first axis.';
comment on column prevention.risk_result.impact is 'Residual level on the second axis.';
comment on column prevention.risk_result.band is 'Residual band.';
comment on column prevention.risk_result.entered_by is 'Who.';
comment on column prevention.risk_result.entered_at is 'When, as the officer''s side says.';
comment on column prevention.risk_result.place is 'Order in which results came, whatever the clock; the last counts.';

create table prevention.risk_map_step (
  id uuid primary key,
  map_id uuid not null,
  unit_id int not null,
  step text not null check (step in
    ('started', 'submitted', 'returned', 'verified', 'approved', 'published', 'results-6', 'results-12')),
  reason text not null default '' check (char_length(reason) <= 2000),
  remarks jsonb not null default '[]',
  taken_by uuid not null references network.person (id),
  taken_at timestamptz not null,
  foreign key (map_id, unit_id) references prevention.risk_map (id, unit_id) on delete cascade
);
create index risk_map_step_of_map on prevention.risk_map_step (map_id, taken_at);
comment on table prevention.risk_map_step is 'The way of a map: who took which step when, and why it was returned.';
comment on column prevention.risk_map_step.id is 'Chosen by the sender, so that a repeat is known.';
comment on column prevention.risk_map_step.map_id is 'Which map.';
comment on column prevention.risk_map_step.unit_id is 'Centre of the map.';
comment on column prevention.risk_map_step.step is 'Which step.';
comment on column prevention.risk_map_step.reason is 'For a return: what is to be mended.';
comment on column prevention.risk_map_step.remarks is 'For a return: [{risk, text}], what is to be mended in single risks; risk is a lineage.';
comment on column prevention.risk_map_step.taken_by is 'Who.';
comment on column prevention.risk_map_step.taken_at is 'When.';

------------------------------------------------------------------ who stands where
create function prevention.overseen_units() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['planner', 'head', 'overseer', 'auditor']))
$$;
comment on function prevention.overseen_units is 'Centres whose maps the acting person looks at from above, or in her own centre.';

create function prevention.verified_units() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  join network.unit unit on unit.id = closure.descendant
  where closure.ancestor in (select network.units_with_role(array['planner', 'head']))
    and (closure.depth > 0 or unit.parent_id is null)
$$;
comment on function prevention.verified_units is 'Centres whose maps the acting person verifies: those below hers; the ministry''s own is verified within it.';

create function prevention.approved_units() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['head']))
$$;
comment on function prevention.approved_units is 'Centres whose maps the acting person approves: as their head, or as a head above.';

create function prevention.mapping_units() returns setof int
  language sql stable
as $$
  select network.units_with_role(array['planner', 'head', 'case-officer', 'ethics-officer'])
$$;
comment on function prevention.mapping_units is 'Centres whose risks the acting person maps and reports on.';

-- Policies see a row before or after a change, never both, and each may pass what another let in; which steps follow which, and
-- who is named by each, is therefore watched here. Each step writes its own columns and no others.
create function prevention.keep_risk_map() returns trigger
  language plpgsql set search_path = pg_catalog
as $$
declare
  me uuid := platform.acting_person();
  submission_kept boolean := (old.submitted_by, old.submitted_at) is not distinct from (new.submitted_by, new.submitted_at);
  verification_kept boolean := (old.verified_by, old.verified_at) is not distinct from (new.verified_by, new.verified_at);
  approval_kept boolean := (old.approved_by, old.approved_at) is not distinct from (new.approved_by, new.approved_at);
  publication_kept boolean := (old.published_by, old.published_at) is not distinct from (new.published_by, new.published_at);
  is_verification_open boolean := new.verified_by is null and new.verified_at is null;
begin
  if old.state = new.state then
    if not (submission_kept and verification_kept and approval_kept) then
      raise exception 'what a step of a map wrote is not changed but by a step' using errcode = 'check_violation';
    end if;
    if new.results_public < old.results_public or (old.published_at is not null and not publication_kept) then
      raise exception 'what is public is replaced by a further version, not withdrawn' using errcode = 'check_violation';
    end if;
    if not publication_kept
      and (new.published_by is distinct from me or new.published_at is null or new.results_public <> old.results_public) then
      raise exception 'a map is published in one''s own name' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (
    ('draft', 'submitted'), ('returned', 'submitted'), ('submitted', 'returned'), ('submitted', 'verified'),
    ('verified', 'returned'), ('verified', 'approved')
  ) then
    raise exception 'a map does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if not publication_kept or new.results_public <> old.results_public then
    raise exception 'a map is published by a step of its own' using errcode = 'check_violation';
  end if;
  if new.state <> 'approved' and not approval_kept then
    raise exception 'a map is approved by a step of its own' using errcode = 'check_violation';
  end if;
  if new.state = 'submitted' then
    if new.submitted_by is distinct from me or new.submitted_at is null or not is_verification_open then
      raise exception 'a map is handed in in one''s own name, and is not verified by that' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if not submission_kept then
    raise exception 'who handed a map in stays on it' using errcode = 'check_violation';
  end if;
  if new.state = 'returned' then
    if not is_verification_open then
      raise exception 'a returned map is verified no more' using errcode = 'check_violation';
    end if;
  elsif new.state = 'verified' then
    if old.submitted_by is not distinct from me then
      raise exception 'nobody verifies a map that she handed in' using errcode = 'check_violation';
    end if;
    if new.verified_by is distinct from me or new.verified_at is null then
      raise exception 'a map is verified in one''s own name' using errcode = 'check_violation';
    end if;
  else
    if not verification_kept then
      raise exception 'who verified a map stays on it' using errcode = 'check_violation';
    end if;
    if old.verified_by is not distinct from me then
      raise exception 'nobody approves a map that she verified' using errcode = 'check_violation';
    end if;
    if new.approved_by is distinct from me or new.approved_at is null
      or new.unit_id not in (select prevention.approved_units()) then
      raise exception 'a map is approved by a head, in her own name' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
comment on function prevention.keep_risk_map is 'Refuses steps out of order, steps in another''s name, verification of one''s own, approval of what one verified, and any change of an approved map but its publication.';
create trigger risk_map_kept before update on prevention.risk_map for each row execute function prevention.keep_risk_map();

-- Above row-level security: figures of approved maps are for every officer, the risks behind them are not.
create function prevention.risk_figures(p_years int[])
  returns table (unit_id int, kind text, fiscal_year int, framework text, domain text, band text, risks int)
  language sql stable security definer set search_path = ''
  begin atomic
    with newest as (
      select distinct on (map.unit_id, map.kind, map.fiscal_year)
        map.id, map.unit_id, map.kind, map.fiscal_year, map.framework
      from prevention.risk_map map
      where map.state = 'approved' and map.fiscal_year = any ($1) and platform.acting_person() is not null
      order by map.unit_id, map.kind, map.fiscal_year, map.version desc
    )
    select newest.unit_id, newest.kind, newest.fiscal_year, newest.framework, risk.domain, risk.band, count(*)::int
    from newest
    join prevention.risk risk on risk.map_id = newest.id and risk.removed_at is null
    group by newest.unit_id, newest.kind, newest.fiscal_year, newest.framework, risk.domain, risk.band;
  end;
comment on function prevention.risk_figures is 'How many risks each centre''s approved map has, by domain and band; no word of any risk.';
revoke execute on function prevention.risk_figures from public;
grant execute on function prevention.risk_figures to prongsai_officer;

------------------------------------------------------------------ who may see and change what
grant select on prevention.risk_framework to prongsai_public, prongsai_officer, prongsai_worker;
grant insert, update (status, to_year) on prevention.risk_framework to prongsai_officer;
grant select, insert on prevention.risk, prevention.risk_map_step to prongsai_officer;
grant select on prevention.risk_result to prongsai_officer;
grant insert (id, risk_id, map_id, unit_id, half, progress, done, measured, evidence, control_quality, likelihood, impact, band,
  entered_by, entered_at) on prevention.risk_result to prongsai_officer;
grant select on prevention.risk_map to prongsai_officer;
-- A map begins with nothing but whose it is and why, and keeps that.
grant insert (id, unit_id, kind, fiscal_year, version, framework, framework_version, change_reason, started_by, started_at)
  on prevention.risk_map to prongsai_officer;
grant update (state, submitted_by, submitted_at, verified_by, verified_at, approved_by, approved_at,
  published_by, published_at, results_public, revision) on prevention.risk_map to prongsai_officer;
grant delete on prevention.risk_map to prongsai_officer;
grant update (sort, domain, process, step, event, who, how, is_known, cause, control, control_quality, likelihood, impact, band,
  treatment, owner, due_on, indicator, typology, entered_by, entered_at, removed_at, revision) on prevention.risk to prongsai_officer;
-- Citizens see what a centre published, and no officer's name or number.
grant select (id, unit_id, kind, fiscal_year, version, framework, framework_version, state, approved_at, published_at, results_public)
  on prevention.risk_map to prongsai_public;
grant select (id, map_id, unit_id, lineage, sort, domain, process, step, event, who, how, is_known, cause, control, control_quality,
  likelihood, impact, score, band, treatment, owner, due_on, indicator, removed_at) on prevention.risk to prongsai_public;
grant select (id, risk_id, map_id, unit_id, half, progress, done, measured, control_quality, likelihood, impact, band, entered_at, place)
  on prevention.risk_result to prongsai_public;

alter table prevention.risk_framework enable row level security;
create policy risk_framework_read on prevention.risk_framework for select using (true);
create policy risk_framework_enter on prevention.risk_framework for insert to prongsai_officer
  with check (
    network.root_unit() in (select network.units_with_role(array['planner', 'administrator']))
    and entered_by = platform.acting_person()
  );
create policy risk_framework_end on prevention.risk_framework for update to prongsai_officer
  using (network.root_unit() in (select network.units_with_role(array['planner', 'administrator'])));

alter table prevention.risk_map enable row level security;
create policy risk_map_public on prevention.risk_map for select to prongsai_public using (published_at is not null);
-- For the yearly calendar: who has handed in, no risk.
grant select (unit_id, fiscal_year, kind, state) on prevention.risk_map to prongsai_worker;
create policy risk_map_calendar on prevention.risk_map for select to prongsai_worker using (true);
-- From above a draft is seen to exist and no more: its risks are below.
create policy risk_map_read on prevention.risk_map for select to prongsai_officer
  using (unit_id in (select network.held_units()) or unit_id in (select prevention.overseen_units()));
create policy risk_map_start on prevention.risk_map for insert to prongsai_officer
  with check (
    unit_id in (select prevention.mapping_units())
    and state = 'draft'
    and started_by = platform.acting_person()
  );
create policy risk_map_discard on prevention.risk_map for delete to prongsai_officer
  using (unit_id in (select prevention.mapping_units()) and state = 'draft' and submitted_at is null);
create policy risk_map_work on prevention.risk_map for update to prongsai_officer
  using (unit_id in (select prevention.mapping_units()) and state in ('draft', 'returned'))
  with check (
    unit_id in (select prevention.mapping_units())
    and (
      state in ('draft', 'returned')
      or (
        state = 'submitted'
        and submitted_by = platform.acting_person()
        and unit_id in (select network.units_with_role(array['planner', 'head']))
      )
    )
  );
create policy risk_map_verify on prevention.risk_map for update to prongsai_officer
  using (unit_id in (select prevention.verified_units()) and state in ('submitted', 'verified'))
  with check (
    unit_id in (select prevention.verified_units())
    and (
      state = 'returned'
      or (
        state = 'verified'
        and verified_by = platform.acting_person()
        and submitted_by is distinct from platform.acting_person()
      )
    )
  );
create policy risk_map_approve on prevention.risk_map for update to prongsai_officer
  using (unit_id in (select prevention.approved_units()) and state = 'verified')
  with check (
    unit_id in (select prevention.approved_units())
    and state = 'approved'
    and approved_by = platform.acting_person()
    and verified_by is distinct from platform.acting_person()
  );
create policy risk_map_publish on prevention.risk_map for update to prongsai_officer
  using (unit_id in (select network.units_with_role(array['planner', 'head'])) and state = 'approved')
  with check (unit_id in (select network.units_with_role(array['planner', 'head'])) and state = 'approved');

alter table prevention.risk enable row level security;
create policy risk_public on prevention.risk for select to prongsai_public
  using (removed_at is null and map_id in (select id from prevention.risk_map where published_at is not null));
create policy risk_read on prevention.risk for select to prongsai_officer
  using (
    unit_id in (select network.held_units())
    or (
      unit_id in (select prevention.overseen_units())
      and map_id in (select id from prevention.risk_map where state <> 'draft')
    )
  );
create policy risk_enter on prevention.risk for insert to prongsai_officer
  with check (
    unit_id in (select prevention.mapping_units())
    and entered_by = platform.acting_person()
    and map_id in (select id from prevention.risk_map where state in ('draft', 'returned'))
  );
create policy risk_change on prevention.risk for update to prongsai_officer
  using (
    unit_id in (select prevention.mapping_units())
    and map_id in (select id from prevention.risk_map where state in ('draft', 'returned'))
  )
  with check (unit_id in (select prevention.mapping_units()) and entered_by = platform.acting_person());

alter table prevention.risk_result enable row level security;
create policy risk_result_public on prevention.risk_result for select to prongsai_public
  using (exists (
    select from prevention.risk_map map
    where map.id = map_id and map.published_at is not null and half <= map.results_public
  ));
create policy risk_result_read on prevention.risk_result for select to prongsai_officer
  using (unit_id in (select network.held_units()) or unit_id in (select prevention.overseen_units()));
create policy risk_result_report on prevention.risk_result for insert to prongsai_officer
  with check (
    unit_id in (select prevention.mapping_units())
    and entered_by = platform.acting_person()
    and map_id in (select id from prevention.risk_map where state = 'approved')
  );

alter table prevention.risk_map_step enable row level security;
create policy risk_map_step_read on prevention.risk_map_step for select to prongsai_officer
  using (unit_id in (select network.held_units()) or unit_id in (select prevention.overseen_units()));
-- A step is written down by whoever took it, when the map says so.
create policy risk_map_step_take on prevention.risk_map_step for insert to prongsai_officer
  with check (
    taken_by = platform.acting_person()
    and exists (
      select from prevention.risk_map map
      where map.id = risk_map_step.map_id
        and case risk_map_step.step
          when 'started' then map.state = 'draft' and (map.started_by, map.started_at) = (taken_by, taken_at)
          when 'submitted' then map.state = 'submitted' and (map.submitted_by, map.submitted_at) = (taken_by, taken_at)
          when 'returned' then map.state = 'returned' and map.unit_id in (select prevention.verified_units())
          when 'verified' then map.state = 'verified' and (map.verified_by, map.verified_at) = (taken_by, taken_at)
          when 'approved' then map.state = 'approved' and (map.approved_by, map.approved_at) = (taken_by, taken_at)
          when 'published' then (map.published_by, map.published_at) = (taken_by, taken_at)
          when 'results-6' then map.results_public = 6 and map.unit_id in (select network.units_with_role(array['planner', 'head']))
          when 'results-12' then map.results_public = 12 and map.unit_id in (select network.units_with_role(array['planner', 'head']))
        end
    )
  );

------------------------------------------------------------------ what closed cases teach, in figures
create index case_closed on cases."case" (unit_id, topic, outcome) where stage = 'CLOSED' and restriction = 'none' and matter = 'corruption';

-- Above row-level security, because planners see no case: figures only. Cases kept from anybody are not counted at all, so that
-- nobody learns of one by counting. A centre's own figures are exact for those who work on its cases; everybody else's figures,
-- and other centres' for anybody, are not given out of the database below five. Those of the others only to whoever serves in the
-- centre: whoever may ask for every centre would have each one's by the differences.
create function cases.closed_figures(p_unit int, p_since timestamptz)
  returns table (topic text, outcome text, own int, peers int)
  language sql stable security definer set search_path = ''
  begin atomic
    select
      closed.topic,
      closed.outcome,
      case when $1 in (select cases.units_for(false)) or count(*) filter (where closed.unit_id = $1) >= 5
        then count(*) filter (where closed.unit_id = $1)::int end,
      case when $1 in (select network.held_units()) and count(*) filter (where closed.unit_id <> $1) >= 5
        then count(*) filter (where closed.unit_id <> $1)::int end
    from cases."case" closed
    where closed.stage = 'CLOSED'
      and closed.matter = 'corruption'
      and closed.restriction = 'none'
      and closed.closed_at >= $2
      and closed.outcome is not null
      and closed.unit_id in (
        select peer.id
        from network.unit peer
        join network.unit unit on unit.id = $1 and unit.kind = peer.kind
      )
      and $1 in (select network.held_units() union select prevention.overseen_units())
    group by closed.topic, closed.outcome
    having count(*) filter (where closed.unit_id = $1) >= 5
      or ($1 in (select network.held_units()) and count(*) filter (where closed.unit_id <> $1) >= 5)
      or ($1 in (select cases.units_for(false)) and count(*) filter (where closed.unit_id = $1) > 0);
  end;
comment on function cases.closed_figures is 'How many cases a centre, and the other centres of its kind, closed since an instant, by topic and outcome; below five null, but a centre''s own for those who work on its cases.';
revoke execute on function cases.closed_figures from public;
grant execute on function cases.closed_figures to prongsai_officer;

------------------------------------------------------------------ new forms of corruption, proposed by centres
create table knowledge.typology_proposal (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  proposed_by uuid not null references network.person (id),
  proposed_at timestamptz not null,
  title text not null check (char_length(title) between 3 and 200),
  how text not null check (char_length(how) between 10 and 2000),
  signs text[] not null check (cardinality(signs) between 1 and 12),
  weak text[] not null check (cardinality(weak) between 1 and 12),
  helped text[] not null check (cardinality(helped) between 1 and 12),
  topics text[] not null check (cardinality(topics) between 1 and 12),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined')),
  typology text,
  decided_by uuid references network.person (id),
  decided_at timestamptz,
  note text not null default '',
  check ((state = 'proposed') = (decided_at is null)),
  check ((state = 'accepted') = (typology is not null)),
  check (decided_by is distinct from proposed_by or decided_by is null)
);
create index on knowledge.typology_proposal (state, proposed_at);
comment on table knowledge.typology_proposal is 'A form of corruption that a centre met and the library lacks; the ministry accepts it into the library or says why not.';
comment on column knowledge.typology_proposal.id is 'Chosen by the sender, so that a repeat is known.';
comment on column knowledge.typology_proposal.unit_id is 'Centre that proposes.';
comment on column knowledge.typology_proposal.proposed_by is 'Who.';
comment on column knowledge.typology_proposal.proposed_at is 'When.';
comment on column knowledge.typology_proposal.title is 'Name in Thai.';
comment on column knowledge.typology_proposal.how is 'How it goes, without persons or places.';
comment on column knowledge.typology_proposal.signs is 'Warning signs.';
comment on column knowledge.typology_proposal.weak is 'Controls that were weak.';
comment on column knowledge.typology_proposal.helped is 'What helps.';
comment on column knowledge.typology_proposal.topics is 'Codes of cases'' topics.';
comment on column knowledge.typology_proposal.state is 'proposed, accepted or declined.';
comment on column knowledge.typology_proposal.typology is 'Code in the library, once accepted.';
comment on column knowledge.typology_proposal.decided_by is 'Planner or administrator of the ministry''s centre, never who proposed.';
comment on column knowledge.typology_proposal.decided_at is 'When.';
comment on column knowledge.typology_proposal.note is 'What the ministry says to the centre.';

grant select, insert on knowledge.typology_proposal to prongsai_officer;
grant update (state, typology, decided_by, decided_at, note) on knowledge.typology_proposal to prongsai_officer;
alter table knowledge.typology_proposal enable row level security;
create policy typology_proposal_read on knowledge.typology_proposal for select to prongsai_officer
  using (knowledge.serves_in(unit_id) or knowledge.holds_root_role(array['administrator', 'planner', 'head']));
create policy typology_proposal_make on knowledge.typology_proposal for insert to prongsai_officer
  with check (knowledge.serves_in(unit_id) and proposed_by = platform.acting_person() and state = 'proposed');
create policy typology_proposal_decide on knowledge.typology_proposal for update to prongsai_officer
  using (state = 'proposed' and knowledge.holds_root_role(array['administrator', 'planner']))
  with check (state in ('accepted', 'declined') and decided_by = platform.acting_person());
