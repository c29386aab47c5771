-- The project behind a seminar: what the head approves, its budget, the rules of money, steps, and what its papers say.

------------------------------------------------------------------ the project
create table seminars.project (
  seminar_id uuid primary key references seminars.seminar (id),
  training_type text not null default 'b' check (training_type in ('a', 'b', 'outside')),
  rationale text not null default '',
  objectives text not null default '',
  target_quantity text not null default '',
  target_quality text not null default '',
  method text not null default '',
  period text not null default '',
  place text not null default '',
  money_source text not null default '',
  responsible text not null default '',
  evaluation text not null default '',
  expected_results text not null default '',
  copied_from uuid references seminars.seminar (id),
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null
);
comment on table seminars.project is 'The project text of a seminar, item by item as project forms of agencies ask for it.';
comment on column seminars.project.seminar_id is 'Which seminar.';
comment on column seminars.project.training_type is 'Kind of training by its participants: type A (senior), type B, or people from outside; ceilings of fees depend on it.';
comment on column seminars.project.rationale is 'Reasons (หลักการและเหตุผล).';
comment on column seminars.project.objectives is 'Objectives, one a line.';
comment on column seminars.project.target_quantity is 'Target in numbers.';
comment on column seminars.project.target_quality is 'Target in quality.';
comment on column seminars.project.method is 'How it is done, one step a line.';
comment on column seminars.project.period is 'Period in words, where more is to be said than the dates.';
comment on column seminars.project.place is 'Place in words, where more is to be said than the venue.';
comment on column seminars.project.money_source is 'Which budget pays.';
comment on column seminars.project.responsible is 'Who is responsible.';
comment on column seminars.project.evaluation is 'How it is evaluated.';
comment on column seminars.project.expected_results is 'Expected results, one a line.';
comment on column seminars.project.copied_from is 'Seminar whose project, budget and programme were taken over.';
comment on column seminars.project.changed_by is 'Who changed it last.';
comment on column seminars.project.changed_at is 'When; the form sends it back so that nobody overwrites a colleague.';

create table seminars.budget_line (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  position int not null,
  category text not null check (category in ('food', 'lodging', 'travel', 'venue', 'material', 'other')),
  description text not null check (length(description) between 1 and 300),
  quantity numeric(12, 2) not null check (quantity > 0),
  unit text not null check (length(unit) between 1 and 60),
  unit_price numeric(12, 2) not null check (unit_price >= 0),
  amount numeric(14, 2) not null generated always as (round(quantity * unit_price, 2)) stored
);
create index on seminars.budget_line (seminar_id, position);
comment on table seminars.budget_line is 'A line of the budget; fees of speakers are not lines but follow from the programme.';
comment on column seminars.budget_line.id is 'Identifier, made by the client.';
comment on column seminars.budget_line.seminar_id is 'Which seminar.';
comment on column seminars.budget_line.position is 'Order.';
comment on column seminars.budget_line.category is 'Kind of expense.';
comment on column seminars.budget_line.description is 'What for.';
comment on column seminars.budget_line.quantity is 'How many.';
comment on column seminars.budget_line.unit is 'Of what.';
comment on column seminars.budget_line.unit_price is 'Baht for one.';
comment on column seminars.budget_line.amount is 'Baht for all.';

create table seminars.speaker_fee (
  slot_id uuid not null,
  speaker_id uuid not null,
  seminar_id uuid not null references seminars.seminar (id),
  is_paid boolean not null,
  hours numeric(4, 1) not null check (hours >= 0 and hours <= 24),
  rate numeric(10, 2) not null check (rate >= 0),
  primary key (slot_id, speaker_id),
  foreign key (slot_id, speaker_id) references seminars.slot_speaker (slot_id, speaker_id) on delete cascade
);
comment on table seminars.speaker_fee is 'What is claimed for a speaker in a part of the programme; without a row the rules of money say what is proposed.';
comment on column seminars.speaker_fee.slot_id is 'Which part.';
comment on column seminars.speaker_fee.speaker_id is 'Who.';
comment on column seminars.speaker_fee.seminar_id is 'Of which seminar.';
comment on column seminars.speaker_fee.is_paid is 'Whether a fee is claimed at all.';
comment on column seminars.speaker_fee.hours is 'Hours claimed, in halves.';
comment on column seminars.speaker_fee.rate is 'Baht an hour claimed.';

------------------------------------------------------------------ rules of money
create table seminars.money_rule (
  code text not null check (code ~ '^[a-z-]{3,40}$'),
  version int not null check (version > 0),
  value numeric(10, 2) not null check (value >= 0),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table seminars.money_rule is 'Ceilings and counts that regulations set for fees of speakers; versions follow one another and are never edited.';
comment on column seminars.money_rule.code is 'Which rule, such as fee-b-state.';
comment on column seminars.money_rule.version is 'Number of the version.';
comment on column seminars.money_rule.value is 'Baht an hour, number of persons, or minutes, as the code says.';
comment on column seminars.money_rule.basis_th is 'Legal basis in Thai.';
comment on column seminars.money_rule.basis_en is 'Legal basis in English.';
comment on column seminars.money_rule.source is 'Where the fact was taken from.';
comment on column seminars.money_rule.status is 'unconfirmed until an official has confirmed it.';
comment on column seminars.money_rule.valid_from is 'First day of force.';
comment on column seminars.money_rule.valid_to is 'First day on which it is no more in force.';

------------------------------------------------------------------ steps and papers
create table seminars.step (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  from_state text not null,
  to_state text not null,
  reason text,
  made_by uuid not null references network.person (id),
  made_at timestamptz not null
);
create index on seminars.step (seminar_id, made_at);
comment on table seminars.step is 'A step of a seminar from one state to the next: who took it, when and why.';
comment on column seminars.step.id is 'Identifier, made by the client, so that a double click is one step.';
comment on column seminars.step.seminar_id is 'Which seminar.';
comment on column seminars.step.from_state is 'State before.';
comment on column seminars.step.to_state is 'State after.';
comment on column seminars.step.reason is 'Why it was returned or cancelled.';
comment on column seminars.step.made_by is 'Who.';
comment on column seminars.step.made_at is 'When.';

create table seminars.paper (
  seminar_id uuid not null references seminars.seminar (id),
  kind text not null check (kind in (
    'approval', 'invitation', 'speaker-invitation', 'programme', 'sign-in', 'summary', 'claim')),
  number text not null default '',
  dated date,
  addressee text not null default '',
  signer_name text not null default '',
  signer_position text not null default '',
  phone text not null default '',
  added text not null default '',
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  primary key (seminar_id, kind)
);
comment on table seminars.paper is 'What the registry and the signer add to a paper of a seminar; all else is filled from what is known.';
comment on column seminars.paper.seminar_id is 'Which seminar.';
comment on column seminars.paper.kind is 'Which paper.';
comment on column seminars.paper.number is 'Number that the registry gave.';
comment on column seminars.paper.dated is 'Date on the paper.';
comment on column seminars.paper.addressee is 'To whom, when not the usual one.';
comment on column seminars.paper.signer_name is 'Who signs.';
comment on column seminars.paper.signer_position is 'In which position.';
comment on column seminars.paper.phone is 'Telephone of the office.';
comment on column seminars.paper.added is 'A paragraph of one''s own.';
comment on column seminars.paper.changed_by is 'Who changed it last.';
comment on column seminars.paper.changed_at is 'When.';

------------------------------------------------------------------ who may do what
-- The order of states, whoever asks: no way round the head to a published seminar.
create function seminars.check_step() returns trigger
  language plpgsql
as $$
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'submitted'), ('returned', 'submitted'),
    ('submitted', 'draft'), ('submitted', 'returned'), ('submitted', 'approved'),
    ('approved', 'returned'), ('approved', 'published'), ('published', 'closed'),
    ('draft', 'cancelled'), ('returned', 'cancelled'), ('submitted', 'cancelled'),
    ('approved', 'cancelled'), ('published', 'cancelled')
  ) then
    raise exception 'a seminar does not go from % to %', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.state in ('returned', 'cancelled') and coalesce(new.state_reason, '') = '' then
    raise exception 'a seminar is not % without a reason', new.state using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function seminars.check_step is 'Refuses a step that is not in the order of states, and a return or cancellation without a reason.';
create trigger seminar_step
  before update of state on seminars.seminar
  for each row execute function seminars.check_step();

create function seminars.is_in_draft(p_seminar uuid) returns boolean
  language sql stable
as $$
  select exists (select from seminars.seminar where id = p_seminar and state in ('draft', 'returned'))
$$;
comment on function seminars.is_in_draft is 'Whether project and budget may still be changed: what the head looks at stands still.';

grant select, insert, update on seminars.project, seminars.paper to prongsai_officer;
grant select, insert, update, delete on seminars.budget_line, seminars.speaker_fee to prongsai_officer;
grant select, insert on seminars.step to prongsai_officer;
grant select, insert on seminars.money_rule to prongsai_officer;
grant update (valid_to) on seminars.money_rule to prongsai_officer;
grant select on seminars.project, seminars.budget_line, seminars.money_rule to prongsai_worker;

do $$
declare
  part text;
begin
  foreach part in array array['project', 'budget_line', 'speaker_fee', 'step', 'paper'] loop
    execute format('alter table seminars.%I enable row level security', part);
    execute format($p$create policy %I on seminars.%I for select to prongsai_officer
      using (exists (select from seminars.seminar s where s.id = seminar_id and s.unit_id in (select network.held_units())))$p$,
      part || '_read', part);
  end loop;
  foreach part in array array['project', 'budget_line'] loop
    execute format('create policy %I on seminars.%I for select to prongsai_worker using (true)', part || '_worker', part);
    execute format($p$create policy %I on seminars.%I for all to prongsai_officer
      using (seminars.organises(seminar_id) and seminars.is_in_draft(seminar_id))
      with check (seminars.organises(seminar_id) and seminars.is_in_draft(seminar_id))$p$,
      part || '_write', part);
  end loop;
end
$$;
-- Fees are claimed after the event, and papers get their numbers at any time.
create policy speaker_fee_write on seminars.speaker_fee for all to prongsai_officer
  using (seminars.organises(seminar_id))
  with check (seminars.organises(seminar_id));
create policy paper_make on seminars.paper for insert to prongsai_officer
  with check (seminars.organises(seminar_id) and changed_by = platform.acting_person());
create policy paper_change on seminars.paper for update to prongsai_officer
  using (seminars.organises(seminar_id))
  with check (seminars.organises(seminar_id) and changed_by = platform.acting_person());
create policy step_take on seminars.step for insert to prongsai_officer
  with check (seminars.organises(seminar_id) and made_by = platform.acting_person());

alter table seminars.money_rule enable row level security;
create policy money_rule_read on seminars.money_rule for select to prongsai_officer, prongsai_worker using (true);
create policy money_rule_add on seminars.money_rule for insert to prongsai_officer
  with check (network.root_unit() in (select network.units_with_role(array['administrator', 'planner'])));
create policy money_rule_end on seminars.money_rule for update to prongsai_officer
  using (network.root_unit() in (select network.units_with_role(array['administrator', 'planner'])));
