-- Casework: what a centre does with a matter from its receipt to its close. Content is ciphertext throughout.
create schema cases;
comment on schema cases is 'Cases, their sealed messages and files, clocks, decisions.';
grant usage on schema cases to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ what the law or a circular decides, as data
create table cases.topic (
  code text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  hint_th text not null,
  hint_en text not null,
  matter text not null default 'corruption' check (matter in ('corruption', 'ethics-advice', 'ethics-breach')),
  sort int not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table cases.topic is 'What a report is about; the short list that the server may see.';
comment on column cases.topic.code is 'Stable code.';
comment on column cases.topic.version is 'Counts up with each change.';
comment on column cases.topic.name_th is 'Name in Thai.';
comment on column cases.topic.name_en is 'Name in English.';
comment on column cases.topic.hint_th is 'What belongs here, for a citizen, in Thai.';
comment on column cases.topic.hint_en is 'The same in English.';
comment on column cases.topic.matter is 'Which kind of matter a report on it becomes, and so who works on it: corruption, advice on ethics, a breach of ethics.';
comment on column cases.topic.sort is 'Order in lists.';
comment on column cases.topic.basis is 'Legal basis.';
comment on column cases.topic.source is 'Where taken from.';
comment on column cases.topic.status is 'unconfirmed until an official has checked it.';
comment on column cases.topic.valid_from is 'In force from.';
comment on column cases.topic.valid_to is 'No longer in force from.';

create table cases.outcome (
  code text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  told_th text not null,
  told_en text not null,
  from_stages text[] not null,
  matter text not null default 'corruption' check (matter in ('corruption', 'ethics-breach')),
  sort int not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table cases.outcome is 'How a case may end.';
comment on column cases.outcome.code is 'Stable code.';
comment on column cases.outcome.version is 'Counts up with each change.';
comment on column cases.outcome.name_th is 'Name in Thai.';
comment on column cases.outcome.name_en is 'Name in English.';
comment on column cases.outcome.told_th is 'What the reporter is told, in Thai.';
comment on column cases.outcome.told_en is 'The same in English.';
comment on column cases.outcome.from_stages is 'Stages from which a case may end so.';
comment on column cases.outcome.matter is 'Kind of matter that may end so; advice ends by being answered.';
comment on column cases.outcome.sort is 'Order in lists.';
comment on column cases.outcome.basis is 'Legal basis.';
comment on column cases.outcome.source is 'Where taken from.';
comment on column cases.outcome.status is 'unconfirmed until an official has checked it.';
comment on column cases.outcome.valid_from is 'In force from.';
comment on column cases.outcome.valid_to is 'No longer in force from.';

create table cases.clock_rule (
  code text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  started_by text not null check (started_by in ('receipt', 'assignment', 'acceptance')),
  met_by text not null check (met_by in ('first-answer', 'screening', 'decision')),
  days int not null check (days > 0),
  day_unit text not null check (day_unit in ('calendar', 'working')),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version)
);
comment on table cases.clock_rule is 'Deadlines that run on a case; a running clock keeps the version in force on its trigger date.';
comment on column cases.clock_rule.code is 'Stable code.';
comment on column cases.clock_rule.version is 'Counts up with each change.';
comment on column cases.clock_rule.name_th is 'Name in Thai.';
comment on column cases.clock_rule.name_en is 'Name in English.';
comment on column cases.clock_rule.started_by is 'Event that starts the count.';
comment on column cases.clock_rule.met_by is 'Event that stops it.';
comment on column cases.clock_rule.days is 'Number of days.';
comment on column cases.clock_rule.day_unit is 'Calendar or working days.';
comment on column cases.clock_rule.basis_th is 'Legal basis in Thai.';
comment on column cases.clock_rule.basis_en is 'Legal basis in English.';
comment on column cases.clock_rule.source is 'Where taken from.';
comment on column cases.clock_rule.status is 'unconfirmed until an official has checked it.';
comment on column cases.clock_rule.valid_from is 'In force from.';
comment on column cases.clock_rule.valid_to is 'No longer in force from.';

------------------------------------------------------------------ the case
create table cases."case" (
  id uuid primary key,
  number text not null unique,
  unit_id int not null references network.unit (id),
  restriction text not null default 'none' check (restriction in ('none', 'unit', 'named')),
  counted_openly boolean not null default true,
  matter text not null default 'corruption' check (matter in ('corruption', 'ethics-advice', 'ethics-breach')),
  stage text not null,
  topic text not null,
  channel text not null check (channel in ('web', 'web-no-script', 'paper', 'walk-in', 'phone', 'referral', 'ethics')),
  identity_mode text not null check (identity_mode in ('named', 'confidential', 'anonymous')),
  size_bucket int not null,
  received_at timestamptz not null,
  stage_since timestamptz not null,
  due_on date not null default 'infinity',
  assigned_to uuid references network.person (id),
  outcome text,
  closed_at timestamptz,
  contested_at timestamptz,
  merged_into uuid references cases."case" (id),
  dialogue_sequence int not null default 0,
  dialogue_head bytea,
  internal_sequence int not null default 0,
  internal_head bytea,
  awaiting text not null default 'centre' check (awaiting in ('centre', 'reporter', 'nobody')),
  revision int not null default 1,
  check (stage = any (case matter
    when 'ethics-advice' then array['RECEIVED', 'ANSWERED', 'CLOSED']
    when 'ethics-breach' then array['RECEIVED', 'SCREENING', 'FACT_CHECK', 'FINDING', 'MEASURE', 'REDIRECTED', 'CLOSED']
    else array['RECEIVED', 'SCREENING', 'NEED_INFORMATION', 'ACCEPTED', 'FACT_FINDING', 'DECISION', 'REDIRECTED', 'MERGED', 'CLOSED']
  end))
);
-- Queues read by (centre, due) with an explicit stage or topic; text columns, because enum equality is not leakproof
-- and would lose the index below row-level security.
-- `restriction` and `matter` ride along so that counts need not visit the rows.
create index case_queue on cases."case" (unit_id, due_on, id) where stage not in ('CLOSED', 'REDIRECTED', 'MERGED');
create index case_queue_stage on cases."case" (unit_id, stage, due_on, id) include (restriction, matter);
create index case_queue_topic on cases."case" (unit_id, topic, due_on, id) where stage not in ('CLOSED', 'REDIRECTED', 'MERGED');
create index case_ethics on cases."case" (unit_id, received_at desc, id desc) where matter <> 'corruption';
create index case_newest on cases."case" (unit_id, received_at desc, id desc);
create index case_assigned on cases."case" (assigned_to, unit_id, due_on, id) where stage not in ('CLOSED', 'REDIRECTED', 'MERGED');
comment on table cases."case" is 'One matter; what the server sees of it and nothing more.';
comment on column cases."case".id is 'Chosen by the sender, so that a repeat is known.';
comment on column cases."case".number is 'Random number for people to quote; not a count, which would tell volumes.';
comment on column cases."case".unit_id is 'Centre addressed.';
comment on column cases."case".restriction is 'unit: not shown to tiers above; named: in its centre only to persons in case_access, its row to tiers above.';
comment on column cases."case".counted_openly is 'Whether nothing restricted it at receipt. Never changed: published counts of before and after would tell that a case was just restricted.';
comment on column cases."case".matter is 'Kind of matter, taken from its topic at receipt; decides who works on it.';
comment on column cases."case".stage is 'Where the work stands.';
comment on column cases."case".topic is 'Code in cases.topic.';
comment on column cases."case".channel is 'How it came in; ethics: filed by an ethics officer of the network, so that no reporter follows it up.';
comment on column cases."case".identity_mode is 'Whether the reporter is named; the name itself is sealed.';
comment on column cases."case".size_bucket is 'Padded size of the first message, bytes.';
comment on column cases."case".received_at is 'When accepted.';
comment on column cases."case".stage_since is 'Start of the present stage.';
comment on column cases."case".due_on is 'Nearest clock still running; infinity when none runs, so that the queue has one order.';
comment on column cases."case".assigned_to is 'Officer in charge.';
comment on column cases."case".outcome is 'Code in cases.outcome, once closed.';
comment on column cases."case".closed_at is 'When closed.';
comment on column cases."case".contested_at is 'When the reporter contested the closing; possible once.';
comment on column cases."case".merged_into is 'Case that goes on with it.';
comment on column cases."case".dialogue_sequence is 'Messages between reporter and centre so far.';
comment on column cases."case".dialogue_head is 'SHA-256 of the newest of them.';
comment on column cases."case".internal_sequence is 'Internal notes so far.';
comment on column cases."case".internal_head is 'SHA-256 of the newest of them.';
comment on column cases."case".awaiting is 'Whose turn it is in the dialogue.';
comment on column cases."case".revision is 'Counts up with each change, to refuse a change based on an old view.';

create table cases.case_access (
  case_id uuid not null references cases."case" (id),
  person_id uuid not null references network.person (id),
  granted_by uuid references network.person (id),
  granted_at timestamptz not null,
  primary key (case_id, person_id)
);
create index on cases.case_access (person_id);
comment on table cases.case_access is 'Who may see a case restricted to named persons.';
comment on column cases.case_access.case_id is 'Which case.';
comment on column cases.case_access.person_id is 'Who.';
comment on column cases.case_access.granted_by is 'Who named the person.';
comment on column cases.case_access.granted_at is 'When.';

create table cases.case_key (
  case_id uuid not null references cases."case" (id),
  kind text not null check (kind in ('dialogue', 'internal')),
  version int not null,
  recipient text not null check (recipient like 'age1pq1%'),
  created_at timestamptz not null,
  primary key (case_id, kind, version)
);
comment on table cases.case_key is 'Public halves of a case''s keys; a new version when the circle of readers shrinks.';
comment on column cases.case_key.case_id is 'Which case.';
comment on column cases.case_key.kind is 'dialogue: reporter and centre; internal: centre only.';
comment on column cases.case_key.version is 'Counts up.';
comment on column cases.case_key.recipient is 'age hybrid recipient.';
comment on column cases.case_key.created_at is 'When made.';

create table cases.key_grant (
  id uuid primary key,
  case_id uuid not null,
  kind text not null,
  version int not null,
  grantee text not null check (grantee in ('centre', 'person', 'reporter')),
  unit_id int,
  epoch int,
  person_id uuid references network.person (id),
  sealed bytea not null,
  granted_by uuid references network.person (id),
  granted_at timestamptz not null,
  foreign key (case_id, kind, version) references cases.case_key (case_id, kind, version),
  foreign key (unit_id, epoch) references network.centre_epoch (unit_id, epoch),
  check ((grantee = 'centre') = (unit_id is not null and epoch is not null)),
  check ((grantee = 'person') = (person_id is not null))
);
create unique index on cases.key_grant (case_id, kind, version, grantee, coalesce(unit_id, 0), coalesce(epoch, 0), coalesce(person_id, '00000000-0000-0000-0000-000000000000'::uuid));
comment on table cases.key_grant is 'A case key (with the case''s short title) sealed for a centre, a person or the reporter.';
comment on column cases.key_grant.id is 'Identifier.';
comment on column cases.key_grant.case_id is 'Which case.';
comment on column cases.key_grant.kind is 'Which key.';
comment on column cases.key_grant.version is 'Which version of it.';
comment on column cases.key_grant.grantee is 'To whom.';
comment on column cases.key_grant.unit_id is 'For a centre: which.';
comment on column cases.key_grant.epoch is 'For a centre: which epoch of its key.';
comment on column cases.key_grant.person_id is 'For a person: who.';
comment on column cases.key_grant.sealed is 'age file.';
comment on column cases.key_grant.granted_by is 'Officer who granted; null when the sender did.';
comment on column cases.key_grant.granted_at is 'When.';

create table cases.message (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  kind text not null check (kind in ('dialogue', 'internal')),
  key_version int not null,
  sequence int not null,
  previous_hash bytea,
  hash bytea not null check (length(hash) = 32),
  author text not null check (author in ('reporter', 'officer', 'server')),
  person_id uuid references network.person (id),
  sealed bytea not null,
  sent_at timestamptz not null,
  foreign key (case_id, kind, key_version) references cases.case_key (case_id, kind, version),
  unique (case_id, kind, sequence),
  check ((author = 'officer') = (person_id is not null))
);
comment on table cases.message is 'A sealed message; each names the one before by its hash.';
comment on column cases.message.id is 'Chosen by the sender, so that a repeat is known.';
comment on column cases.message.case_id is 'Which case.';
comment on column cases.message.kind is 'Dialogue with the reporter, or internal note.';
comment on column cases.message.key_version is 'Case key it is sealed for.';
comment on column cases.message.sequence is 'From 1, without gaps, in each kind.';
comment on column cases.message.previous_hash is 'Hash of the message before; null for the first.';
comment on column cases.message.hash is 'SHA-256 of the sealed bytes.';
comment on column cases.message.author is 'Who wrote; server: sealed on arrival from a form without script.';
comment on column cases.message.person_id is 'The officer.';
comment on column cases.message.sealed is 'age file.';
comment on column cases.message.sent_at is 'When accepted.';

create table cases.attachment (
  id uuid primary key,
  case_id uuid references cases."case" (id),
  message_id uuid references cases.message (id),
  sealed_size bigint not null,
  sha256 bytea not null check (length(sha256) = 32),
  uploaded_by uuid references network.person (id),
  uploaded_at timestamptz not null
);
create index on cases.attachment (case_id);
create index attachment_unclaimed on cases.attachment (uploaded_at) where case_id is null;
comment on table cases.attachment is 'A sealed file in the file store; unclaimed ones are removed after a day.';
comment on column cases.attachment.id is 'Chosen by the sender; also its name in the store.';
comment on column cases.attachment.case_id is 'Null until a message claims it.';
comment on column cases.attachment.message_id is 'The message that names it.';
comment on column cases.attachment.sealed_size is 'Bytes of ciphertext.';
comment on column cases.attachment.sha256 is 'Of the ciphertext: chain of custody.';
comment on column cases.attachment.uploaded_by is 'The officer, who alone may name it in a message; null when a reporter sent it.';
comment on column cases.attachment.uploaded_at is 'When stored.';

create table cases.clock (
  case_id uuid not null references cases."case" (id),
  code text not null,
  version int not null,
  started_on date not null,
  due_on date not null,
  met_on date,
  primary key (case_id, code, started_on),
  foreign key (code, version) references cases.clock_rule (code, version)
);
comment on table cases.clock is 'A deadline running on a case.';
comment on column cases.clock.case_id is 'Which case.';
comment on column cases.clock.code is 'Which rule.';
comment on column cases.clock.version is 'Which version of it: the one in force on the trigger date.';
comment on column cases.clock.started_on is 'Civil date of the trigger.';
comment on column cases.clock.due_on is 'Last day.';
comment on column cases.clock.met_on is 'When met; null while it runs.';

create table cases.event (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  act text not null,
  at timestamptz not null,
  person_id uuid references network.person (id),
  role text,
  acting_for uuid references network.person (id),
  from_stage text,
  to_stage text,
  facts jsonb not null default '{}',
  ledger_id bigint
);
create index on cases.event (case_id, at, id);
comment on table cases.event is 'The case''s life: every act, who and when; no content.';
comment on column cases.event.id is 'Identifier; also the idempotency key of the act.';
comment on column cases.event.case_id is 'Which case.';
comment on column cases.event.act is 'What was done, for example case.assigned.';
comment on column cases.event.at is 'When.';
comment on column cases.event.person_id is 'Who; null for the reporter.';
comment on column cases.event.role is 'In which role.';
comment on column cases.event.acting_for is 'Person stood in for.';
comment on column cases.event.from_stage is 'Stage before.';
comment on column cases.event.to_stage is 'Stage after.';
comment on column cases.event.facts is 'Codes and identifiers only.';
comment on column cases.event.ledger_id is 'Outbox number of its ledger entry.';

create table cases.closing (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  outcome text not null,
  merge_into uuid references cases."case" (id),
  proposed_by uuid not null references network.person (id),
  proposed_at timestamptz not null,
  reasons_message uuid not null references cases.message (id),
  decided_by uuid references network.person (id),
  decided_at timestamptz,
  decision text check (decision in ('approved', 'returned')),
  return_code text,
  check (decided_by is distinct from proposed_by or decided_by is null),
  check ((outcome = 'MERGED') = (merge_into is not null))
);
create unique index closing_pending on cases.closing (case_id) where decided_at is null;
comment on table cases.closing is 'A proposal to close with outcome and reasons, decided by a second person.';
comment on column cases.closing.id is 'Identifier; also the idempotency key.';
comment on column cases.closing.case_id is 'Which case.';
comment on column cases.closing.outcome is 'Code in cases.outcome.';
comment on column cases.closing.merge_into is 'For outcome MERGED: the case that goes on.';
comment on column cases.closing.proposed_by is 'First person.';
comment on column cases.closing.proposed_at is 'When.';
comment on column cases.closing.reasons_message is 'Sealed internal note with the reasons.';
comment on column cases.closing.decided_by is 'Second person, never the first.';
comment on column cases.closing.decided_at is 'When.';
comment on column cases.closing.decision is 'approved or returned.';
comment on column cases.closing.return_code is 'Why returned, for example FACT_UNCLEAR.';

-- Ciphertext and keys cannot be compressed: trying to costs time at each receipt. What fits into a page stays in its row,
-- since rows of these tables are read one case at a time.
alter table cases.case_key alter column recipient set storage external, set (toast_tuple_target = 8160);
alter table cases.key_grant alter column sealed set storage external, set (toast_tuple_target = 8160);
alter table cases.message alter column sealed set storage external;

------------------------------------------------------------------ who may see what
grant select on cases.topic, cases.outcome, cases.clock_rule to prongsai_public, prongsai_officer, prongsai_worker;
grant insert, update (valid_to, status) on cases.topic, cases.outcome, cases.clock_rule to prongsai_officer;
grant select on cases."case" to prongsai_officer;
-- Never the number, the times of receipt or the centre: a case changes hands by cases.hand_up alone.
grant update (restriction, stage, stage_since, topic, due_on, assigned_to, outcome, closed_at, merged_into,
  dialogue_sequence, dialogue_head, internal_sequence, internal_head, awaiting, revision) on cases."case" to prongsai_officer;
grant select, insert on cases.case_access, cases.case_key, cases.key_grant, cases.message, cases.clock, cases.event, cases.closing to prongsai_officer;
grant select, insert, update (case_id, message_id) on cases.attachment to prongsai_officer;
grant delete on cases.key_grant to prongsai_officer;
grant update (met_on) on cases.clock to prongsai_officer;
grant update (decided_by, decided_at, decision, return_code) on cases.closing to prongsai_officer;
grant select, delete on cases.attachment to prongsai_worker;

do $$
declare
  name text;
begin
  foreach name in array array['topic', 'outcome', 'clock_rule'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('create policy %I on cases.%I for select using (true)', name || '_read', name);
    -- Changed by whoever administers the root of the network.
    execute format('create policy %I on cases.%I for insert to prongsai_officer with check (exists (select from network.unit where parent_id is null and id = any (platform.admin_units())))', name || '_enter', name);
    execute format('create policy %I on cases.%I for update to prongsai_officer using (exists (select from network.unit where parent_id is null and id = any (platform.admin_units())))', name || '_end', name);
  end loop;
end
$$;

-- Two compartments: who works on corruption and who guards ethics do not see each other's matter; a head leads both.
create function cases.units_for(p_ethics boolean) returns setof int
  language sql stable
as $$
  select units_with_role
  from network.units_with_role(case when p_ethics then array['ethics-officer', 'head'] else array['case-officer', 'head', 'registrar'] end)
$$;
comment on function cases.units_for is 'Centres whose matter of one compartment the acting person works on: ethics, or everything else.';

-- Above row-level security, so that policies of two tables can ask about each other without going in circles.
create function cases.may_handle(p_case uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from cases."case" c
      where c.id = $1
        and c.unit_id in (select cases.units_for(c.matter <> 'corruption'))
        and (c.restriction <> 'named' or exists (
          select from cases.case_access a where a.case_id = c.id and a.person_id = platform.acting_person()))
    );
  end;
comment on function cases.may_handle is 'Whether the acting person works on the case: of its centre, and named where names are asked. Tiers above do not.';
revoke execute on function cases.may_handle from public;
grant execute on function cases.may_handle to prongsai_officer;

alter table cases."case" enable row level security;
-- Seen from above too, unless it came restricted to its centre. That named persons have shut the case away from their
-- colleagues and their head never shuts out the tiers above: they see that it is there and how it goes, not its matter.
-- The uncorrelated subqueries become hashed look-ups, once a query, which
-- stays fast at millions of rows as long as the query itself names the centre.
create policy case_see on cases."case" for select to prongsai_officer
  using (
    (matter = 'corruption' and (
      (restriction = 'none' and unit_id in (select descendant from network.unit_closure where ancestor in (select cases.units_for(false))))
      or (restriction = 'unit' and unit_id in (select cases.units_for(false)))
      or (restriction = 'named' and unit_id in (
        select descendant from network.unit_closure where ancestor in (select cases.units_for(false)) and depth > 0))
      or (restriction = 'named' and unit_id in (select cases.units_for(false))
        and id in (select case_id from cases.case_access where person_id = platform.acting_person()))
    ))
    -- Of ethics, tiers above see figures alone: who asked for advice asked this centre in confidence.
    or (matter <> 'corruption' and unit_id in (select cases.units_for(true)) and (
      restriction <> 'named' or id in (select case_id from cases.case_access where person_id = platform.acting_person())))
  );
create policy case_work on cases."case" for update to prongsai_officer
  using (cases.may_handle(id))
  with check (unit_id in (select cases.units_for(matter <> 'corruption')));

-- The use case asks for two persons; whoever writes SQL as an officer finds the same door shut. Advice is closed by one.
create function cases.guard_ending() returns trigger
  language plpgsql
as $$
begin
  if not exists (
    select from cases.closing closing
    where closing.case_id = new.id
      and closing.decision = 'approved'
      and closing.decided_by = platform.acting_person()
      and closing.decided_at = new.closed_at
      and closing.outcome = new.outcome
      and closing.merge_into is not distinct from new.merged_into
  ) then
    raise exception 'a case ends by two persons' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function cases.guard_ending is 'Ends a case only with the outcome that a second person has approved in the same moment.';
create trigger guard_ending
  before update of stage on cases."case"
  for each row
  when (
    new.stage in ('CLOSED', 'REDIRECTED', 'MERGED')
    and old.stage not in ('CLOSED', 'REDIRECTED', 'MERGED')
    and old.matter <> 'ethics-advice'
    and platform.acting_person() is not null
  )
  execute function cases.guard_ending();

alter table cases.case_access enable row level security;
create policy case_access_see on cases.case_access for select to prongsai_officer
  using (person_id = platform.acting_person() or cases.may_handle(case_id));
create policy case_access_name on cases.case_access for insert to prongsai_officer
  with check (granted_by = platform.acting_person() and cases.may_handle(case_id));

-- Everything that hangs on a case follows the case. Ciphertext, keys and closings are for those who work on it;
-- stages and clocks are seen by whoever sees the case.
do $$
declare
  name text;
begin
  foreach name in array array['case_key', 'key_grant', 'message', 'closing', 'clock', 'event'] loop
    execute format('alter table cases.%I enable row level security', name);
  end loop;
  foreach name in array array['case_key', 'key_grant', 'message', 'closing'] loop
    execute format('create policy %I on cases.%I for select to prongsai_officer using (cases.may_handle(case_id))', name || '_see', name);
  end loop;
  foreach name in array array['clock', 'event'] loop
    execute format('create policy %I on cases.%I for select to prongsai_officer using (exists (select from cases."case" c where c.id = case_id))', name || '_see', name);
  end loop;
end
$$;
-- Whoever acts signs with her own name.
create policy case_key_make on cases.case_key for insert to prongsai_officer with check (cases.may_handle(case_id));
create policy key_grant_give on cases.key_grant for insert to prongsai_officer
  with check (cases.may_handle(case_id) and granted_by = platform.acting_person());
create policy key_grant_withdraw on cases.key_grant for delete to prongsai_officer
  using (cases.may_handle(case_id) and grantee = 'centre');
create policy message_write on cases.message for insert to prongsai_officer
  with check (cases.may_handle(case_id) and author = 'officer' and person_id = platform.acting_person());
create policy closing_propose on cases.closing for insert to prongsai_officer
  with check (cases.may_handle(case_id) and proposed_by = platform.acting_person() and decided_by is null);
create policy closing_decide on cases.closing for update to prongsai_officer
  using (cases.may_handle(case_id) and decided_by is null and proposed_by <> platform.acting_person())
  with check (decided_by = platform.acting_person());
create policy clock_start on cases.clock for insert to prongsai_officer with check (cases.may_handle(case_id));
create policy clock_meet on cases.clock for update to prongsai_officer using (cases.may_handle(case_id));
create policy event_note on cases.event for insert to prongsai_officer
  with check (cases.may_handle(case_id) and person_id = platform.acting_person());

alter table cases.attachment enable row level security;
create policy attachment_see on cases.attachment for select to prongsai_officer
  using (cases.may_handle(case_id) or (case_id is null and uploaded_by = platform.acting_person()));
create policy attachment_upload on cases.attachment for insert to prongsai_officer
  with check (case_id is null and uploaded_by = platform.acting_person());
create policy attachment_claim on cases.attachment for update to prongsai_officer
  using (case_id is null and uploaded_by = platform.acting_person())
  with check (cases.may_handle(case_id));
create policy attachment_sweep on cases.attachment for all to prongsai_worker using (case_id is null);

create function cases.hand_up(p_case uuid, p_revision int, p_to int) returns boolean
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  v_from int;
begin
  if not cases.may_handle(p_case) then return false; end if;
  select c.unit_id into v_from from cases."case" c where c.id = p_case and c.revision = p_revision for update;
  if not found then return false; end if;
  if not exists (select from network.unit u where u.id = v_from and u.parent_id = p_to) then return false; end if;
  -- Each key that the case has must be sealed for the centre above before this one lets go.
  if exists (
    select from cases.case_key k
    where k.case_id = p_case and not exists (
      select from cases.key_grant g
      join network.centre_epoch e on e.unit_id = g.unit_id and e.epoch = g.epoch and e.retired_at is null
      where g.case_id = k.case_id and g.kind = k.kind and g.version = k.version and g.unit_id = p_to)
  ) then return false; end if;
  delete from cases.key_grant g where g.case_id = p_case and g.grantee in ('centre', 'person') and g.unit_id is distinct from p_to;
  delete from cases.case_access a where a.case_id = p_case;
  update cases."case" c set
    unit_id = p_to,
    assigned_to = null,
    restriction = case when c.restriction = 'named' then 'unit' else c.restriction end,
    revision = c.revision + 1
  where c.id = p_case;
  return true;
end
$$;
comment on function cases.hand_up is 'Gives the case to the centre above, which then alone works on it; false when anything is not as it must be.';
revoke execute on function cases.hand_up from public;
grant execute on function cases.hand_up to prongsai_officer;

------------------------------------------------------------------ clocks that the citizens' side starts
create function cases.start_clocks(p_case uuid, p_clocks jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  insert into cases.clock (case_id, code, version, started_on, due_on)
  select p_case, clock ->> 'code', (clock ->> 'version')::int, (clock ->> 'startedOn')::date, (clock ->> 'dueOn')::date
  from jsonb_array_elements(p_clocks) clock
  on conflict do nothing;
  update cases."case" c set
    due_on = coalesce((select min(k.due_on) from cases.clock k where k.case_id = p_case and k.met_on is null), 'infinity')
  where c.id = p_case;
end
$$;
comment on function cases.start_clocks is 'Starts deadlines on a case: [{code, version, startedOn, dueOn}], days counted by platform/calendar.';
revoke execute on function cases.start_clocks from public;

------------------------------------------------------------------ opening a case, called by the feature that received the matter
create function cases.open_case(
  p_id uuid, p_number text, p_unit int, p_epoch int, p_restriction text, p_topic text, p_channel text, p_identity_mode text,
  p_size_bucket int, p_dialogue_recipient text, p_centre_grant bytea, p_reporter_grant bytea,
  p_message_id uuid, p_message bytea, p_message_hash bytea, p_author text, p_attachments uuid[],
  p_clocks jsonb, p_now timestamptz, p_ledger_id bigint, p_person uuid default null
) returns void
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  -- One statement instead of six: starting one costs nearly as much as the row that it writes. The nearest deadline is
  -- known from the start, so that the row and its seven indexes are written once.
  with opened as (
    insert into cases."case" (id, number, unit_id, restriction, counted_openly, matter, stage, topic, channel, identity_mode, size_bucket,
      received_at, stage_since, due_on, dialogue_sequence, dialogue_head, awaiting)
    values (p_id, p_number, p_unit, p_restriction, p_restriction = 'none',
      coalesce((select t.matter from cases.topic t where t.code = p_topic order by t.version desc limit 1), 'corruption'),
      'RECEIVED', p_topic, p_channel, p_identity_mode, p_size_bucket, p_now, p_now,
      coalesce((select min((clock ->> 'dueOn')::date) from jsonb_array_elements(p_clocks) clock), 'infinity'), 1, p_message_hash,
      case when p_reporter_grant is null then 'nobody' else 'centre' end)
  ), keyed as (
    insert into cases.case_key (case_id, kind, version, recipient, created_at)
    values (p_id, 'dialogue', 1, p_dialogue_recipient, p_now)
  ), granted as (
    insert into cases.key_grant (id, case_id, kind, version, grantee, unit_id, epoch, sealed, granted_by, granted_at)
    select gen_random_uuid(), p_id, 'dialogue', 1, holder.grantee, holder.unit_id, holder.epoch, holder.sealed, p_person, p_now
    from (values ('centre', p_unit, p_epoch, p_centre_grant), ('reporter', null, null, p_reporter_grant))
      holder (grantee, unit_id, epoch, sealed)
    where holder.sealed is not null
  ), written as (
    insert into cases.message (id, case_id, kind, key_version, sequence, hash, author, person_id, sealed, sent_at)
    values (p_message_id, p_id, 'dialogue', 1, 1, p_message_hash, p_author, p_person, p_message, p_now)
  ), timed as (
    insert into cases.clock (case_id, code, version, started_on, due_on)
    select p_id, clock ->> 'code', (clock ->> 'version')::int, (clock ->> 'startedOn')::date, (clock ->> 'dueOn')::date
    from jsonb_array_elements(p_clocks) clock
    on conflict do nothing
  )
  insert into cases.event (id, case_id, act, at, person_id, to_stage, facts, ledger_id)
  values (gen_random_uuid(), p_id, 'case.received', p_now, p_person, 'RECEIVED', jsonb_build_object('channel', p_channel), p_ledger_id);

  if cardinality(p_attachments) > 0 then
    update cases.attachment set case_id = p_id, message_id = p_message_id
    where id = any (p_attachments) and case_id is null;
    if (select count(*) from cases.attachment where id = any (p_attachments) and case_id = p_id) <> cardinality(p_attachments) then
      raise exception 'an attachment is not there' using errcode = 'foreign_key_violation', constraint = 'attachment_missing';
    end if;
  end if;
end
$$;
comment on function cases.open_case is 'Everything that a new case consists of, in the caller''s transaction. An officer who filed it is p_person; without a grant for a reporter nobody follows it up.';
revoke execute on function cases.open_case from public;

------------------------------------------------------------------ figures of ethics, asked by the feature that reports on them
create function cases.ethics_matters(p_units int[], p_from timestamptz, p_until timestamptz) returns table (
  unit_id int, case_id uuid, matter text, restriction text, stage text, outcome text, received_at timestamptz, answered_at timestamptz,
  closed_at timestamptz
)
  language sql stable security definer set search_path = ''
as $$
  select c.unit_id, c.id, c.matter, c.restriction, c.stage, c.outcome, c.received_at,
    (select min(m.sent_at) from cases.message m where m.case_id = c.id and m.kind = 'dialogue' and m.author = 'officer'),
    c.closed_at
  from cases."case" c
  where c.matter <> 'corruption' and c.unit_id = any (p_units) and c.received_at >= p_from and c.received_at < p_until;
$$;
comment on function cases.ethics_matters is 'Ethics matters received in a period, without content: for counting only. No role may call it; functions that count do.';
revoke execute on function cases.ethics_matters from public;
