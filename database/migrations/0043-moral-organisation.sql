-- The yearly self-assessment of moral organisations: activities scored by the centre, verified by the centre above.
create table ethics.moral_frame (
  id uuid not null unique default gen_random_uuid(),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  version int not null,
  activities_th text[] not null check (cardinality(activities_th) between 1 and 20),
  activities_en text[] not null check (cardinality(activities_en) = cardinality(activities_th)),
  levels_th text[] not null check (cardinality(levels_th) = 3),
  levels_en text[] not null check (cardinality(levels_en) = 3),
  virtues_th text not null,
  virtues_en text not null,
  middle_from numeric not null check (middle_from > 0),
  high_from numeric not null check (high_from > middle_from and high_from <= 100),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  primary key (fiscal_year, version)
);
comment on table ethics.moral_frame is 'What is assessed and how it becomes a level, as decided for a fiscal year and the years after it until the next; never changed.';
comment on column ethics.moral_frame.id is 'Identifier of the entry, made by the client.';
comment on column ethics.moral_frame.fiscal_year is 'First Buddhist-era fiscal year that it counts for.';
comment on column ethics.moral_frame.version is 'Counts up with each change for the year.';
comment on column ethics.moral_frame.activities_th is 'Activities in order, in Thai; each is scored 0, 1 or 2.';
comment on column ethics.moral_frame.activities_en is 'The same in English.';
comment on column ethics.moral_frame.levels_th is 'Names of the three levels, the lowest first, in Thai.';
comment on column ethics.moral_frame.levels_en is 'The same in English.';
comment on column ethics.moral_frame.virtues_th is 'Virtues that it promotes, in Thai.';
comment on column ethics.moral_frame.virtues_en is 'The same in English.';
comment on column ethics.moral_frame.middle_from is 'Per cent from which the middle level is reached.';
comment on column ethics.moral_frame.high_from is 'Per cent from which the highest level is reached.';
comment on column ethics.moral_frame.basis_th is 'Basis in Thai.';
comment on column ethics.moral_frame.basis_en is 'Basis in English.';
comment on column ethics.moral_frame.source is 'Where taken from.';
comment on column ethics.moral_frame.status is 'unconfirmed until an official has checked it.';

create table ethics.moral_assessment (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  frame_year int not null,
  frame_version int not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'verified', 'published')),
  submitted_by uuid references network.person (id),
  submitted_at timestamptz,
  reviewed_by uuid references network.person (id),
  reviewed_at timestamptz,
  remark text,
  percent numeric,
  level smallint check (level between 1 and 3),
  published_at timestamptz,
  revision int not null default 1,
  unique (unit_id, fiscal_year),
  foreign key (frame_year, frame_version) references ethics.moral_frame (fiscal_year, version)
);
create index on ethics.moral_assessment (fiscal_year, state);
comment on table ethics.moral_assessment is 'A centre''s self-assessment as a moral organisation for a fiscal year.';
comment on column ethics.moral_assessment.id is 'Identifier, made by the client.';
comment on column ethics.moral_assessment.unit_id is 'Which centre.';
comment on column ethics.moral_assessment.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.moral_assessment.frame_year is 'Year of the frame that it follows.';
comment on column ethics.moral_assessment.frame_version is 'Version of that frame.';
comment on column ethics.moral_assessment.state is 'draft, submitted, returned to be mended, verified, published.';
comment on column ethics.moral_assessment.submitted_by is 'Who handed it in last.';
comment on column ethics.moral_assessment.submitted_at is 'When.';
comment on column ethics.moral_assessment.reviewed_by is 'Who returned or verified it, never who handed it in.';
comment on column ethics.moral_assessment.reviewed_at is 'When.';
comment on column ethics.moral_assessment.remark is 'What the verifier said.';
comment on column ethics.moral_assessment.percent is 'Verified scores as per cent of the most; set by the database.';
comment on column ethics.moral_assessment.level is '1 to 3, from the per cent and the frame; set by the database.';
comment on column ethics.moral_assessment.published_at is 'When published.';
comment on column ethics.moral_assessment.revision is 'Counts up with each change, by the database alone, to refuse a step or scores based on an old view.';

create table ethics.moral_score (
  assessment_id uuid not null references ethics.moral_assessment (id),
  position smallint not null check (position between 1 and 20),
  score smallint not null check (score between 0 and 2),
  evidence text not null,
  link text check (link ~ '^https?://'),
  primary key (assessment_id, position),
  check (score = 0 or length(evidence) > 0)
);
comment on table ethics.moral_score is 'What a centre gives itself for an activity, and on what ground.';
comment on column ethics.moral_score.assessment_id is 'Which assessment.';
comment on column ethics.moral_score.position is 'Which activity, from 1.';
comment on column ethics.moral_score.score is '0, 1 or 2.';
comment on column ethics.moral_score.evidence is 'What shows it.';
comment on column ethics.moral_score.link is 'Where it can be seen.';

create table ethics.moral_verdict (
  assessment_id uuid not null,
  position smallint not null,
  score smallint not null check (score between 0 and 2),
  remark text not null,
  primary key (assessment_id, position),
  foreign key (assessment_id, position) references ethics.moral_score (assessment_id, position)
);
comment on table ethics.moral_verdict is 'What the verifier gives for an activity.';
comment on column ethics.moral_verdict.assessment_id is 'Which assessment.';
comment on column ethics.moral_verdict.position is 'Which activity.';
comment on column ethics.moral_verdict.score is '0, 1 or 2.';
comment on column ethics.moral_verdict.remark is 'Why, when it differs from the centre''s own.';

create function ethics.assesses(p_unit int) returns boolean
  language sql stable
as $$
  select p_unit in (select network.units_with_role(array['head', 'ethics-officer', 'planner']))
$$;
comment on function ethics.assesses is 'Whether the acting person fills in the self-assessment of a centre.';

create function ethics.verifies(p_unit int) returns boolean
  language sql stable
as $$
  select exists (
    select from network.unit unit
    where unit.id = p_unit
      and case
        when unit.parent_id is null then unit.id in (select network.units_with_role(array['overseer', 'auditor']))
        else unit.parent_id in (select network.units_with_role(array['head', 'ethics-officer', 'planner']))
      end
  )
$$;
comment on function ethics.verifies is 'Whether the acting person verifies the self-assessment of a centre: from the tier above; at the top the overseer or auditor.';

-- Every step by its side, in order, and the level by the database alone.
create function ethics.guard_moral_step() returns trigger
  language plpgsql
as $$
declare
  submission_kept boolean := (old.submitted_by, old.submitted_at) is not distinct from (new.submitted_by, new.submitted_at);
  review_kept boolean := (old.reviewed_by, old.reviewed_at, old.remark) is not distinct from (new.reviewed_by, new.reviewed_at, new.remark);
  is_published_now boolean := old.state = 'verified' and new.state = 'published';
begin
  if row(new.id, new.unit_id, new.fiscal_year, new.frame_year, new.frame_version)
    is distinct from row(old.id, old.unit_id, old.fiscal_year, old.frame_year, old.frame_version) then
    raise exception 'an assessment keeps its centre, year and frame' using errcode = 'check_violation';
  end if;
  new.percent := null;
  new.level := null;
  new.revision := old.revision + 1;
  if not is_published_now and new.published_at is distinct from old.published_at then
    raise exception 'an assessment is published by a step of its own' using errcode = 'check_violation';
  end if;
  if new.state not in ('returned', 'verified') and not review_kept then
    raise exception 'what the verifier wrote is changed by verifying alone' using errcode = 'check_violation';
  end if;
  if new.state <> 'submitted' and not submission_kept then
    raise exception 'who handed in stays, and somebody else, from the tier above, verifies' using errcode = 'check_violation';
  end if;
  -- Scores are about to be saved: nothing but the revision moves.
  if old.state = new.state and old.state in ('draft', 'returned') and review_kept and ethics.assesses(new.unit_id) then
    return new;
  end if;
  if old.state in ('draft', 'returned') and new.state = 'submitted' then
    if not ethics.assesses(new.unit_id) or new.submitted_by is distinct from platform.acting_person() or new.submitted_at is null then
      raise exception 'the centre hands in its own assessment' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from ethics.moral_score where assessment_id = new.id)
      <> (select cardinality(activities_th) from ethics.moral_frame where fiscal_year = new.frame_year and version = new.frame_version) then
      raise exception 'every activity is scored before it is handed in' using errcode = 'check_violation';
    end if;
  elsif old.state = 'submitted' and new.state in ('returned', 'verified') then
    if not ethics.verifies(new.unit_id)
      or new.reviewed_by is distinct from platform.acting_person()
      or new.reviewed_at is null
      or new.reviewed_by = new.submitted_by then
      raise exception 'somebody else, from the tier above, verifies' using errcode = 'insufficient_privilege';
    end if;
    if new.state = 'returned' and coalesce(btrim(new.remark), '') = '' then
      raise exception 'an assessment is returned with a remark' using errcode = 'check_violation';
    end if;
    if new.state = 'verified' then
      if (select count(*) from ethics.moral_score where assessment_id = new.id)
        <> (select count(*) from ethics.moral_verdict where assessment_id = new.id) then
        raise exception 'every score is confirmed or corrected before it is verified' using errcode = 'check_violation';
      end if;
      select 100.0 * sum(given.score) / (2 * count(*))
      into new.percent
      from ethics.moral_verdict given
      where given.assessment_id = new.id;
      select case when new.percent >= frame.high_from then 3 when new.percent >= frame.middle_from then 2 else 1 end
      into new.level
      from ethics.moral_frame frame
      where frame.fiscal_year = new.frame_year and frame.version = new.frame_version;
    end if;
  elsif is_published_now then
    if not ethics.verifies(new.unit_id) or new.published_at is null then
      raise exception 'the tier above publishes' using errcode = 'insufficient_privilege';
    end if;
    new.percent := old.percent;
    new.level := old.level;
  else
    raise exception 'this is not the next step' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function ethics.guard_moral_step is 'Keeps the steps of a self-assessment in order, each with its side and its own columns; sets per cent, level and revision.';
create trigger moral_step before update on ethics.moral_assessment for each row execute function ethics.guard_moral_step();

-- Above row-level security, because a verdict is the verifier's: what is handed in anew has not been looked at yet. Until then
-- the centre reads in the old ones what it is to mend.
create function ethics.forget_verdicts() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  delete from ethics.moral_verdict where assessment_id = new.id;
  return null;
end
$$;
comment on function ethics.forget_verdicts is 'Takes old verdicts away when an assessment is handed in again.';
revoke execute on function ethics.forget_verdicts from public;
create trigger moral_handed_in
  after update on ethics.moral_assessment
  for each row
  when (old.state is distinct from new.state and new.state = 'submitted')
  execute function ethics.forget_verdicts();

grant select on ethics.moral_frame to prongsai_public;
grant select, insert on ethics.moral_frame to prongsai_officer;
grant select (id, unit_id, fiscal_year, frame_year, frame_version, state, percent, level, published_at) on ethics.moral_assessment to prongsai_public;
grant select on ethics.moral_assessment, ethics.moral_score, ethics.moral_verdict to prongsai_officer;
grant insert (id, unit_id, fiscal_year, frame_year, frame_version) on ethics.moral_assessment to prongsai_officer;
grant update (state, submitted_by, submitted_at, reviewed_by, reviewed_at, remark, published_at) on ethics.moral_assessment to prongsai_officer;
grant insert, update (score, evidence, link) on ethics.moral_score to prongsai_officer;
grant insert, update (score, remark) on ethics.moral_verdict to prongsai_officer;

alter table ethics.moral_frame enable row level security;
create policy moral_frame_read on ethics.moral_frame for select using (true);
create policy moral_frame_enter on ethics.moral_frame for insert to prongsai_officer with check (ethics.keeps_code());
alter table ethics.moral_assessment enable row level security;
-- Citizens alone: an officer of the application's role would read with it the columns that citizens have no grant for.
create policy moral_assessment_public on ethics.moral_assessment for select to prongsai_public using (state = 'published');
-- A draft is the centre's; what was handed in is seen by the tiers above.
create policy moral_assessment_see on ethics.moral_assessment for select to prongsai_officer
  using (
    unit_id in (select network.held_units())
    or (state <> 'draft' and unit_id in (select ethics.figure_units()))
  );
create policy moral_assessment_begin on ethics.moral_assessment for insert to prongsai_officer with check (ethics.assesses(unit_id));
create policy moral_assessment_step on ethics.moral_assessment for update to prongsai_officer
  using (ethics.assesses(unit_id) or ethics.verifies(unit_id));
alter table ethics.moral_score enable row level security;
create policy moral_score_see on ethics.moral_score for select to prongsai_officer
  using (assessment_id in (
    select id from ethics.moral_assessment seen
    where seen.unit_id in (select network.held_units()) or seen.unit_id in (select ethics.figure_units())
  ));
create policy moral_score_give on ethics.moral_score for insert to prongsai_officer
  with check (exists (select from ethics.moral_assessment own where own.id = assessment_id and own.state in ('draft', 'returned') and ethics.assesses(own.unit_id)));
create policy moral_score_mend on ethics.moral_score for update to prongsai_officer
  using (exists (select from ethics.moral_assessment own where own.id = assessment_id and own.state in ('draft', 'returned') and ethics.assesses(own.unit_id)));
alter table ethics.moral_verdict enable row level security;
create policy moral_verdict_see on ethics.moral_verdict for select to prongsai_officer
  using (exists (select from ethics.moral_score seen where seen.assessment_id = moral_verdict.assessment_id));
create policy moral_verdict_give on ethics.moral_verdict for insert to prongsai_officer
  with check (exists (
    select from ethics.moral_assessment asked
    where asked.id = assessment_id
      and asked.state = 'submitted'
      and ethics.verifies(asked.unit_id)
      and asked.submitted_by <> platform.acting_person()
  ));
create policy moral_verdict_mend on ethics.moral_verdict for update to prongsai_officer
  using (exists (
    select from ethics.moral_assessment asked
    where asked.id = assessment_id
      and asked.state = 'submitted'
      and ethics.verifies(asked.unit_id)
      and asked.submitted_by <> platform.acting_person()
  ));
