-- Readiness for disclosure (ITA/OIT): the year's items as data, each centre's answers with evidence, what it published.
create schema if not exists disclosure;
comment on schema disclosure is 'Items that agencies are asked to disclose in a year, how ready each centre is, what it published.';
grant usage on schema disclosure to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ who stands where
create function disclosure.keeps_sets() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['planner', 'administrator']))
$$;
comment on function disclosure.keeps_sets is 'Whether the acting person enters the items of a year: planner or administrator of the ministry.';

create function disclosure.written_units() returns setof int
  language sql stable
as $$
  select network.units_with_role(array['planner', 'head'])
$$;
comment on function disclosure.written_units is 'Centres for which the acting person answers and publishes.';

create function disclosure.reviewed_units() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['planner', 'head']))
    and (closure.depth > 0 or closure.ancestor = network.root_unit())
$$;
comment on function disclosure.reviewed_units is 'Centres whose answers the acting person reviews: those below her own; the ministry''s own answers are the ministry''s.';

create function disclosure.overseen_units() returns setof int
  language sql stable
as $$
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['planner', 'head', 'overseer', 'auditor']))
$$;
comment on function disclosure.overseen_units is 'Centres whose answers the acting person may read: those in and below which she plans, leads, oversees or audits.';

------------------------------------------------------------------ what is asked for
create table disclosure.item_set (
  id uuid primary key,
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  agency_type text not null check (agency_type ~ '^[a-z][a-z-]{1,40}$'),
  version int not null check (version > 0),
  state text not null default 'draft' check (state in ('draft', 'in-force', 'replaced')),
  basis_th text not null check (length(basis_th) between 1 and 1000),
  basis_en text not null check (length(basis_en) between 1 and 1000),
  source text not null check (length(source) between 1 and 1000),
  status text not null check (status in ('confirmed', 'unconfirmed')),
  made_by uuid references network.person (id),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  in_force_by uuid references network.person (id),
  in_force_at timestamptz,
  unique (fiscal_year, agency_type, version),
  check ((state = 'draft') = (in_force_at is null))
);
create unique index on disclosure.item_set (fiscal_year, agency_type) where state = 'in-force';
create unique index on disclosure.item_set (fiscal_year, agency_type) where state = 'draft';
comment on table disclosure.item_set is 'The items of a fiscal year for a type of agency. A set in force is not changed; a further version replaces it.';
comment on column disclosure.item_set.id is 'Identifier, made by the client.';
comment on column disclosure.item_set.fiscal_year is 'Fiscal year of the assessment, Buddhist era: the time for which the set holds.';
comment on column disclosure.item_set.agency_type is 'Type of agency; the network''s centres are state-agency.';
comment on column disclosure.item_set.version is 'Counts up with each set of the year.';
comment on column disclosure.item_set.state is 'draft, in-force, or replaced by a further version.';
comment on column disclosure.item_set.basis_th is 'What demands it, in Thai.';
comment on column disclosure.item_set.basis_en is 'The same in English.';
comment on column disclosure.item_set.source is 'Where the list was taken from.';
comment on column disclosure.item_set.status is 'unconfirmed until an official has checked it.';
comment on column disclosure.item_set.made_by is 'Who brought it; null for what ships with the product.';
comment on column disclosure.item_set.made_at is 'When.';
comment on column disclosure.item_set.changed_at is 'When the draft was changed last.';
comment on column disclosure.item_set.in_force_by is 'Who put it in force.';
comment on column disclosure.item_set.in_force_at is 'When.';

create table disclosure.item (
  set_id uuid not null references disclosure.item_set (id),
  code text not null check (code ~ '^O[1-9][0-9]?$'),
  position int not null,
  name_th text not null check (length(name_th) between 1 and 300),
  name_en text not null check (length(name_en) between 1 and 300),
  requirement_th text not null check (length(requirement_th) between 1 and 2000),
  requirement_en text not null check (length(requirement_en) between 1 and 2000),
  formats text[] not null check (cardinality(formats) > 0 and formats <@ array['page', 'pdf', 'xlsx']),
  fill text not null check (fill in ('by-hand', 'complaint-statistics', 'ethics-promotion', 'gifts-report', 'no-gift', 'bribery-risk', 'risk-results', 'plan', 'plan-results')),
  basis text not null check (length(basis) between 1 and 1000),
  source text not null check (length(source) between 1 and 1000),
  status text not null check (status in ('confirmed', 'unconfirmed')),
  primary key (set_id, code)
);
comment on table disclosure.item is 'One thing to be disclosed.';
comment on column disclosure.item.set_id is 'In which set.';
comment on column disclosure.item.code is 'O and its number.';
comment on column disclosure.item.position is 'Order in the set.';
comment on column disclosure.item.name_th is 'Name in Thai.';
comment on column disclosure.item.name_en is 'Name in English.';
comment on column disclosure.item.requirement_th is 'What is asked for, in our own words, in Thai.';
comment on column disclosure.item.requirement_en is 'The same in English.';
comment on column disclosure.item.formats is 'In which forms it must be there: page, pdf, xlsx.';
comment on column disclosure.item.fill is 'by-hand, or from which of the platform''s data a paper can be made.';
comment on column disclosure.item.basis is 'What demands it.';
comment on column disclosure.item.source is 'Where taken from.';
comment on column disclosure.item.status is 'unconfirmed until an official has checked it.';

create table disclosure.sub_requirement (
  set_id uuid not null,
  item_code text not null,
  position int not null check (position > 0),
  text_th text not null check (length(text_th) between 1 and 500),
  text_en text not null check (length(text_en) between 1 and 500),
  primary key (set_id, item_code, position),
  foreign key (set_id, item_code) references disclosure.item (set_id, code) on delete cascade
);
comment on table disclosure.sub_requirement is 'A line of an item''s checklist.';
comment on column disclosure.sub_requirement.set_id is 'In which set.';
comment on column disclosure.sub_requirement.item_code is 'Of which item.';
comment on column disclosure.sub_requirement.position is 'Number of the line.';
comment on column disclosure.sub_requirement.text_th is 'What to look for, in Thai.';
comment on column disclosure.sub_requirement.text_en is 'The same in English.';

create table disclosure.grade_band (
  id uuid not null unique default gen_random_uuid(),
  code text not null check (code ~ '^[A-Z][A-Z_]{0,39}$'),
  version int not null check (version > 0),
  name_th text not null,
  name_en text not null,
  from_percent numeric(5, 2) not null check (from_percent between 0 and 100),
  is_pass boolean not null,
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  entered_by uuid references network.person (id),
  primary key (code, version)
);
comment on table disclosure.grade_band is 'The scale that a score is read on: from which percent each band begins, and whether it is a pass.';
comment on column disclosure.grade_band.id is 'Identifier of the entry, made by the client.';
comment on column disclosure.grade_band.code is 'Stable code.';
comment on column disclosure.grade_band.version is 'Counts up with each change.';
comment on column disclosure.grade_band.name_th is 'Name in Thai.';
comment on column disclosure.grade_band.name_en is 'Name in English.';
comment on column disclosure.grade_band.from_percent is 'Lowest score in the band.';
comment on column disclosure.grade_band.is_pass is 'Whether it is a pass.';
comment on column disclosure.grade_band.basis_th is 'What set it, in Thai.';
comment on column disclosure.grade_band.basis_en is 'The same in English.';
comment on column disclosure.grade_band.source is 'Where taken from.';
comment on column disclosure.grade_band.status is 'unconfirmed until an official has checked it.';
comment on column disclosure.grade_band.valid_from is 'First day of force.';
comment on column disclosure.grade_band.valid_to is 'First day on which it is no more in force.';
comment on column disclosure.grade_band.entered_by is 'Who entered it; null for what ships with the product.';

------------------------------------------------------------------ what a centre answers
create table disclosure.answer (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  item_code text not null check (item_code ~ '^O[1-9][0-9]?$'),
  state text not null check (state in ('preparing', 'ready', 'reviewed', 'appealed', 'decided')),
  as_of date,
  ticked int[] not null default '{}',
  self_score int check (self_score between 0 and 100),
  owner text not null default '' check (length(owner) <= 200),
  note text not null default '' check (length(note) <= 2000),
  result text check (result in ('met', 'not-met')),
  ready_by uuid references network.person (id),
  reviewed_by uuid references network.person (id),
  decided_by uuid references network.person (id),
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  revision int not null default 1,
  unique (unit_id, fiscal_year, item_code),
  -- So that what hangs on an answer can name the centre and be right.
  unique (id, unit_id),
  check ((state in ('reviewed', 'appealed', 'decided')) = (result is not null)),
  check (state <> 'appealed' or result = 'not-met'),
  check ((state = 'preparing') = (ready_by is null)),
  check ((state in ('reviewed', 'appealed', 'decided')) = (reviewed_by is not null)),
  check ((state = 'decided') = (decided_by is not null))
);
create index on disclosure.answer (fiscal_year, unit_id);
comment on table disclosure.answer is 'A centre''s answer to an item of a year; without a row it has not begun. It outlives a new version of the year''s set.';
comment on column disclosure.answer.id is 'Identifier, made by the client.';
comment on column disclosure.answer.unit_id is 'Whose answer.';
comment on column disclosure.answer.fiscal_year is 'Fiscal year of the assessment, Buddhist era.';
comment on column disclosure.answer.item_code is 'Which item.';
comment on column disclosure.answer.state is 'preparing, ready, reviewed, appealed, decided.';
comment on column disclosure.answer.as_of is 'Day up to which the evidence is right.';
comment on column disclosure.answer.ticked is 'Lines of the checklist that are fulfilled.';
comment on column disclosure.answer.self_score is 'The centre''s own expectation, percent.';
comment on column disclosure.answer.owner is 'Who looks after it.';
comment on column disclosure.answer.note is 'A word to the reviewer.';
comment on column disclosure.answer.result is 'What the last review or decision on an appeal said.';
comment on column disclosure.answer.ready_by is 'Who handed it to review.';
comment on column disclosure.answer.reviewed_by is 'Who reviewed it; another than ready_by.';
comment on column disclosure.answer.decided_by is 'Who decided the appeal; another than ready_by, reviewed_by and whoever appealed.';
comment on column disclosure.answer.changed_by is 'Who changed it last.';
comment on column disclosure.answer.changed_at is 'When.';
comment on column disclosure.answer.revision is 'Counts up with each change, so that two writers do not overwrite each other.';

create function disclosure.keep_order() returns trigger
  language plpgsql
as $$
begin
  if old.state || '>' || new.state not in (
    'preparing>preparing', 'preparing>ready', 'ready>preparing', 'ready>reviewed', 'reviewed>preparing',
    'reviewed>appealed', 'appealed>decided', 'decided>preparing'
  ) then
    raise exception 'no way from % to %', old.state, new.state using errcode = '23514';
  end if;
  if new.state <> 'preparing' and (new.as_of, new.ticked, new.self_score, new.owner, new.note)
    is distinct from (old.as_of, old.ticked, old.self_score, old.owner, old.note) then
    raise exception 'what was handed in is not changed' using errcode = '23514';
  end if;
  if (new.state in ('appealed', 'decided') and new.reviewed_by is distinct from old.reviewed_by)
    or (new.state in ('reviewed', 'appealed', 'decided') and new.ready_by is distinct from old.ready_by)
    or (new.state = 'appealed' and new.result is distinct from old.result) then
    raise exception 'who reviewed and what was found is not changed' using errcode = '23514';
  end if;
  -- Until the decision whoever appealed is the last who changed it.
  if new.state = 'decided' and old.state = 'appealed' and new.decided_by = old.changed_by then
    raise exception 'who appealed does not decide' using errcode = '23514';
  end if;
  new.revision := old.revision + 1;
  return new;
end
$$;
comment on function disclosure.keep_order is 'An answer goes its way step by step, and who decides on it does not write it.';
create trigger answer_order before update on disclosure.answer for each row execute function disclosure.keep_order();

create table disclosure.answer_step (
  id uuid primary key,
  answer_id uuid not null,
  unit_id int not null,
  revision int not null,
  step text not null check (step in ('ready', 'mend', 'met', 'not-met', 'appeal', 'decide-met', 'decide-not-met')),
  words text not null default '' check (length(words) <= 4000),
  taken_by uuid not null references network.person (id),
  taken_at timestamptz not null,
  unique (answer_id, revision),
  foreign key (answer_id, unit_id) references disclosure.answer (id, unit_id),
  check (step in ('ready', 'mend', 'met') or length(words) >= 5)
);
create index on disclosure.answer_step (answer_id, taken_at);
comment on table disclosure.answer_step is 'The way of an answer, with the remark of the reviewer, the appeal and its outcome. Never changed.';
comment on column disclosure.answer_step.id is 'Identifier, made by the client, so that a step sent twice is one.';
comment on column disclosure.answer_step.answer_id is 'Of which answer.';
comment on column disclosure.answer_step.unit_id is 'Of which centre.';
comment on column disclosure.answer_step.revision is 'Which change of the answer it was, so that no step is told that was not taken, and none twice.';
comment on column disclosure.answer_step.step is 'What was done.';
comment on column disclosure.answer_step.words is 'Remark, appeal or reasons.';
comment on column disclosure.answer_step.taken_by is 'Who.';
comment on column disclosure.answer_step.taken_at is 'When.';

create table disclosure.link (
  id uuid primary key,
  answer_id uuid not null,
  unit_id int not null,
  url text not null check (url ~ '^https?://' and length(url) <= 1000),
  format text not null check (format in ('page', 'pdf', 'xlsx')),
  added_by uuid not null references network.person (id),
  added_at timestamptz not null,
  removed_by uuid references network.person (id),
  removed_at timestamptz,
  outcome text check (outcome in ('good', 'login', 'error', 'timeout', 'unreachable', 'wrong-format', 'not-public', 'too-many-redirects')),
  http_status int,
  content_type text check (length(content_type) <= 200),
  checked_at timestamptz,
  good_at timestamptz,
  bad_since timestamptz,
  foreign key (answer_id, unit_id) references disclosure.answer (id, unit_id),
  check ((removed_by is null) = (removed_at is null)),
  check ((outcome is null) = (checked_at is null))
);
create index on disclosure.link (answer_id) where removed_at is null;
comment on table disclosure.link is 'An address at which the evidence of an answer can be read by anybody, and what the last look at it found.';
comment on column disclosure.link.id is 'Identifier, made by the client.';
comment on column disclosure.link.answer_id is 'Evidence of which answer.';
comment on column disclosure.link.unit_id is 'Of which centre.';
comment on column disclosure.link.url is 'The address.';
comment on column disclosure.link.format is 'In which form it is there: page, pdf, xlsx.';
comment on column disclosure.link.added_by is 'Who entered it.';
comment on column disclosure.link.added_at is 'When.';
comment on column disclosure.link.removed_by is 'Who took it out.';
comment on column disclosure.link.removed_at is 'When.';
comment on column disclosure.link.outcome is 'What the last look found; null before the first.';
comment on column disclosure.link.http_status is 'Status of the last answer.';
comment on column disclosure.link.content_type is 'What the last answer said that it is.';
comment on column disclosure.link.checked_at is 'When looked at last.';
comment on column disclosure.link.good_at is 'When it was good last.';
comment on column disclosure.link.bad_since is 'Since when it has not been good; null while it is.';

create table disclosure.check_run (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null,
  asked_by uuid references network.person (id),
  asked_at timestamptz not null,
  total int not null default 0,
  done int not null default 0,
  finished_at timestamptz
);
create index on disclosure.check_run (unit_id, fiscal_year, asked_at desc);
comment on table disclosure.check_run is 'A look at all addresses of a centre''s answers, asked for or by the week, and how far it has come.';
comment on column disclosure.check_run.id is 'Identifier, made by the client or the schedule.';
comment on column disclosure.check_run.unit_id is 'Whose addresses.';
comment on column disclosure.check_run.fiscal_year is 'Of which year''s answers, Buddhist era.';
comment on column disclosure.check_run.asked_by is 'Who asked; null for the schedule.';
comment on column disclosure.check_run.asked_at is 'When.';
comment on column disclosure.check_run.total is 'How many addresses.';
comment on column disclosure.check_run.done is 'How many have been looked at.';
comment on column disclosure.check_run.finished_at is 'When it ended.';

------------------------------------------------------------------ what a centre published out of the platform's data
create table disclosure.publication (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  kind text not null check (kind in ('complaint-statistics', 'ethics-promotion', 'gifts-report', 'no-gift', 'bribery-risk', 'risk-results', 'plan', 'plan-results')),
  fiscal_year int not null check (fiscal_year between 2550 and 2700),
  period text not null check (period in ('first-half', 'second-half', 'year')),
  version int not null check (version > 0),
  pdf_id uuid not null unique,
  pdf_size int not null check (pdf_size > 0),
  pdf_sha256 bytea not null check (length(pdf_sha256) = 32),
  xlsx_id uuid not null unique,
  xlsx_size int not null check (xlsx_size > 0),
  xlsx_sha256 bytea not null check (length(xlsx_sha256) = 32),
  published_by uuid not null references network.person (id),
  published_at timestamptz not null,
  unique (unit_id, kind, fiscal_year, period, version),
  -- Names of files that follow from the publication and the bytes: no file kept for another purpose can be published.
  check (pdf_id = substr(encode(sha256(uuid_send(id) || pdf_sha256), 'hex'), 1, 32)::uuid),
  check (xlsx_id = substr(encode(sha256(uuid_send(id) || xlsx_sha256), 'hex'), 1, 32)::uuid)
);
comment on table disclosure.publication is 'A paper made from the platform''s data, as PDF and XLSX, kept at a public address. A version is never changed.';
comment on column disclosure.publication.id is 'Identifier, made by the client.';
comment on column disclosure.publication.unit_id is 'Whose.';
comment on column disclosure.publication.kind is 'Out of which data.';
comment on column disclosure.publication.fiscal_year is 'Fiscal year that the figures are of, Buddhist era.';
comment on column disclosure.publication.period is 'Half or whole year that they are of.';
comment on column disclosure.publication.version is 'Counts up each time that it is published.';
comment on column disclosure.publication.pdf_id is 'PDF in the file store; follows from id and hash.';
comment on column disclosure.publication.pdf_size is 'Bytes.';
comment on column disclosure.publication.pdf_sha256 is 'Hash of the PDF.';
comment on column disclosure.publication.xlsx_id is 'XLSX in the file store; follows from id and hash.';
comment on column disclosure.publication.xlsx_size is 'Bytes.';
comment on column disclosure.publication.xlsx_sha256 is 'Hash of the XLSX.';
comment on column disclosure.publication.published_by is 'Who published it.';
comment on column disclosure.publication.published_at is 'When.';

------------------------------------------------------------------ figures of complaints
create function cases.received_figures(p_unit int, p_from date, p_to date)
  returns table (topic text, received int, concluded int, under_way int)
  language sql stable security definer set search_path = ''
  begin atomic
    select
      received.topic,
      count(*)::int,
      count(*) filter (where received.stage in ('CLOSED', 'REDIRECTED', 'MERGED'))::int,
      count(*) filter (where received.stage not in ('CLOSED', 'REDIRECTED', 'MERGED'))::int
    from cases."case" received
    where received.unit_id = $1
      and received.received_at >= ($2::timestamp at time zone 'Asia/Bangkok')
      and received.received_at < ($3::timestamp at time zone 'Asia/Bangkok')
      -- As it was at receipt: filtered by what restricts it now, two looks at a closed period would tell which was restricted.
      and received.counted_openly
      -- Advice on ethics and breaches of ethics are no complaints of corruption (decision 0043).
      and received.matter = 'corruption'
      and $1 in (select disclosure.written_units() union select disclosure.overseen_units())
      -- Half and whole fiscal years alone: of a single day everybody knows who came.
      and (
        (to_char($2, 'MM-DD') in ('10-01', '04-01') and $3 = ($2 + interval '6 months')::date)
        or (to_char($2, 'MM-DD') = '10-01' and $3 = ($2 + interval '1 year')::date)
      )
    group by received.topic;
  end;
comment on function cases.received_figures is 'How many cases of corruption a centre received in a half or whole fiscal year, by topic, and how many of them have been concluded, for who writes or oversees its disclosure; matters of ethics and cases restricted at receipt are left out. Numbers only.';
revoke execute on function cases.received_figures from public;
grant execute on function cases.received_figures to prongsai_officer;

------------------------------------------------------------------ who sees and does what
grant select on disclosure.item_set, disclosure.item, disclosure.sub_requirement, disclosure.answer, disclosure.link,
  disclosure.check_run to prongsai_officer, prongsai_worker;
grant select on disclosure.answer_step to prongsai_officer;
grant select on disclosure.grade_band to prongsai_public, prongsai_officer, prongsai_worker;
grant select on disclosure.publication to prongsai_officer, prongsai_worker;
-- Who published it is nobody's business outside.
grant select (id, unit_id, kind, fiscal_year, period, version, pdf_id, pdf_size, pdf_sha256, xlsx_id, xlsx_size, xlsx_sha256, published_at)
  on disclosure.publication to prongsai_public;
grant insert on disclosure.item_set, disclosure.item, disclosure.sub_requirement, disclosure.grade_band, disclosure.answer,
  disclosure.answer_step, disclosure.link, disclosure.publication to prongsai_officer;
grant insert (id, unit_id, fiscal_year, asked_by, asked_at) on disclosure.check_run to prongsai_officer, prongsai_worker;
grant update (state, basis_th, basis_en, source, status, changed_at, in_force_by, in_force_at) on disclosure.item_set to prongsai_officer;
grant delete on disclosure.item to prongsai_officer;
grant update (valid_to) on disclosure.grade_band to prongsai_officer;
grant update (state, as_of, ticked, self_score, owner, note, result, ready_by, reviewed_by, decided_by, changed_by, changed_at, revision)
  on disclosure.answer to prongsai_officer;
grant update (removed_by, removed_at) on disclosure.link to prongsai_officer;
grant update (outcome, http_status, content_type, checked_at, good_at, bad_since) on disclosure.link to prongsai_worker;
grant update (total, done, finished_at) on disclosure.check_run to prongsai_worker;

alter table disclosure.item_set enable row level security;
create policy item_set_worker on disclosure.item_set for select to prongsai_worker using (true);
create policy item_set_read on disclosure.item_set for select to prongsai_officer
  using (platform.acting_person() is not null and (state <> 'draft' or disclosure.keeps_sets()));
create policy item_set_make on disclosure.item_set for insert to prongsai_officer
  with check (disclosure.keeps_sets() and state = 'draft' and in_force_by is null and made_by = platform.acting_person());
create policy item_set_change on disclosure.item_set for update to prongsai_officer
  using (disclosure.keeps_sets() and state in ('draft', 'in-force'))
  with check (disclosure.keeps_sets());

create function disclosure.keep_set() returns trigger
  language plpgsql
as $$
begin
  if old.state || '>' || new.state not in ('draft>draft', 'draft>in-force', 'in-force>replaced') then
    raise exception 'no way from % to %', old.state, new.state using errcode = '23514';
  end if;
  if old.state <> 'draft' and (new.basis_th, new.basis_en, new.source, new.status, new.in_force_at)
    is distinct from (old.basis_th, old.basis_en, old.source, old.status, old.in_force_at) then
    raise exception 'a set in force is not changed' using errcode = '23514';
  end if;
  if (old.state = 'draft' and new.state = 'in-force' and new.in_force_by is distinct from platform.acting_person())
    or (new.state = 'draft' and new.in_force_by is not null)
    or (old.state <> 'draft' and new.in_force_by is distinct from old.in_force_by) then
    raise exception 'a set stands in the name of whoever put it in force' using errcode = '23514';
  end if;
  return new;
end
$$;
comment on function disclosure.keep_set is 'A set goes from draft into force and is then replaced, never changed.';
create trigger item_set_order before update on disclosure.item_set for each row execute function disclosure.keep_set();

do $$
declare
  name text;
begin
  foreach name in array array['item', 'sub_requirement'] loop
    execute format('alter table disclosure.%I enable row level security', name);
    execute format('create policy %I on disclosure.%I for select to prongsai_worker using (true)', name || '_worker', name);
    execute format(
      'create policy %I on disclosure.%I for select to prongsai_officer
        using (exists (select from disclosure.item_set kept where kept.id = set_id))',
      name || '_read', name);
    execute format(
      'create policy %I on disclosure.%I for insert to prongsai_officer
        with check (disclosure.keeps_sets() and exists (select from disclosure.item_set kept where kept.id = set_id and kept.state = ''draft''))',
      name || '_enter', name);
  end loop;
end
$$;
create policy item_remove on disclosure.item for delete to prongsai_officer
  using (disclosure.keeps_sets() and exists (select from disclosure.item_set kept where kept.id = set_id and kept.state = 'draft'));

alter table disclosure.grade_band enable row level security;
create policy grade_band_read on disclosure.grade_band for select using (true);
create policy grade_band_enter on disclosure.grade_band for insert to prongsai_officer
  with check (disclosure.keeps_sets() and entered_by = platform.acting_person());
create policy grade_band_end on disclosure.grade_band for update to prongsai_officer
  using (disclosure.keeps_sets() and valid_to is null)
  with check (valid_to is not null);

alter table disclosure.answer enable row level security;
create policy answer_worker on disclosure.answer for select to prongsai_worker using (true);
create policy answer_read on disclosure.answer for select to prongsai_officer
  using (unit_id in (select network.held_units()) or unit_id in (select disclosure.overseen_units()));
create policy answer_begin on disclosure.answer for insert to prongsai_officer
  with check (
    unit_id in (select disclosure.written_units())
    and state = 'preparing'
    and changed_by = platform.acting_person()
  );
create policy answer_own on disclosure.answer for update to prongsai_officer
  using (unit_id in (select disclosure.written_units()) and state in ('preparing', 'ready', 'reviewed', 'decided'))
  with check (
    unit_id in (select disclosure.written_units())
    and state in ('preparing', 'ready', 'appealed')
    and changed_by = platform.acting_person()
    and (state <> 'ready' or ready_by = platform.acting_person())
  );
create policy answer_review on disclosure.answer for update to prongsai_officer
  using (unit_id in (select disclosure.reviewed_units()) and state in ('ready', 'appealed'))
  with check (
    unit_id in (select disclosure.reviewed_units())
    and changed_by = platform.acting_person()
    and (
      -- Nobody reviews what she herself handed in, nor decides on an appeal against herself.
      (state = 'reviewed' and reviewed_by = platform.acting_person() and ready_by is distinct from platform.acting_person())
      or (state = 'decided' and decided_by = platform.acting_person()
        and reviewed_by is distinct from platform.acting_person() and ready_by is distinct from platform.acting_person())
    )
  );

alter table disclosure.answer_step enable row level security;
create policy answer_step_read on disclosure.answer_step for select to prongsai_officer
  using (exists (select from disclosure.answer where answer.id = answer_id));
create policy answer_step_take on disclosure.answer_step for insert to prongsai_officer
  with check (
    taken_by = platform.acting_person()
    and (
      (step in ('ready', 'mend', 'appeal') and unit_id in (select disclosure.written_units()))
      or (step in ('met', 'not-met', 'decide-met', 'decide-not-met') and unit_id in (select disclosure.reviewed_units()))
    )
    -- What is told was done: by the same person, as the last change of the answer.
    and exists (
      select
      from disclosure.answer
      where answer.id = answer_id
        and answer.revision = answer_step.revision
        and answer.changed_by = taken_by
        and answer.changed_at = taken_at
        and (answer.state || ' ' || coalesce(answer.result, '')) = (case step
          when 'ready' then 'ready '
          when 'mend' then 'preparing '
          when 'met' then 'reviewed met'
          when 'not-met' then 'reviewed not-met'
          when 'appeal' then 'appealed not-met'
          when 'decide-met' then 'decided met'
          else 'decided not-met'
        end)
    )
  );

alter table disclosure.link enable row level security;
create policy link_worker on disclosure.link for all to prongsai_worker using (true) with check (true);
create policy link_read on disclosure.link for select to prongsai_officer
  using (exists (select from disclosure.answer where answer.id = answer_id));
create policy link_add on disclosure.link for insert to prongsai_officer
  with check (
    unit_id in (select disclosure.written_units())
    and added_by = platform.acting_person()
    and outcome is null
    and exists (select from disclosure.answer where answer.id = answer_id and answer.state = 'preparing')
  );
create policy link_remove on disclosure.link for update to prongsai_officer
  using (
    unit_id in (select disclosure.written_units())
    and exists (select from disclosure.answer where answer.id = answer_id and answer.state = 'preparing')
  )
  with check (removed_by = platform.acting_person());

alter table disclosure.check_run enable row level security;
create policy check_run_worker on disclosure.check_run for all to prongsai_worker using (true) with check (true);
create policy check_run_read on disclosure.check_run for select to prongsai_officer
  using (unit_id in (select network.held_units()) or unit_id in (select disclosure.overseen_units()));
create policy check_run_ask on disclosure.check_run for insert to prongsai_officer
  with check (
    asked_by = platform.acting_person()
    and (unit_id in (select disclosure.written_units()) or unit_id in (select disclosure.reviewed_units()))
  );

alter table disclosure.publication enable row level security;
create policy publication_read on disclosure.publication for select using (true);
create policy publication_make on disclosure.publication for insert to prongsai_officer
  with check (unit_id in (select disclosure.written_units()) and published_by = platform.acting_person());

create function disclosure.keep_versions() returns trigger
  language plpgsql
as $$
declare
  last_version int;
  last_at timestamptz;
begin
  select version, published_at
  into last_version, last_at
  from disclosure.publication
  where unit_id = new.unit_id
    and kind = new.kind
    and fiscal_year = new.fiscal_year
    and period = new.period
  order by version desc
  limit 1;
  if new.version <> coalesce(last_version, 0) + 1 or new.published_at < last_at then
    raise exception 'a version follows the last one' using errcode = '23514';
  end if;
  return new;
end
$$;
comment on function disclosure.keep_versions is 'Versions of a paper are published one after another.';
create trigger publication_order before insert on disclosure.publication
  for each row execute function disclosure.keep_versions();
