-- What hangs on an ethics matter, a case like any other: finding, measures, handover; public questions and answers made
-- from advice; written objections to wrongful orders, which nobody of the officer's own line can see.

alter table ethics.choice drop constraint choice_list_check;
alter table ethics.choice add constraint choice_list_check
  check (list in ('giver', 'conflict-relation', 'conflict-interest', 'measure', 'no-measure', 'standard', 'objection-ground'));

------------------------------------------------------------------ finding, measures, handover of a breach
create function ethics.handles_breach(p_case uuid) returns boolean
  language sql stable
as $$
  select cases.may_handle(p_case)
    and exists (select from cases."case" c where c.id = p_case and c.matter = 'ethics-breach')
$$;
comment on function ethics.handles_breach is 'Whether the acting person works on this case and it is a breach of ethics.';

create table ethics.finding (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  finding text not null check (finding in ('breach', 'no-breach', 'not-established')),
  standards text[] not null,
  found_by uuid not null references network.person (id),
  found_at timestamptz not null,
  check ((finding = 'breach') = (cardinality(standards) > 0))
);
create index on ethics.finding (case_id, found_at desc);
comment on table ethics.finding is 'What the facts of a breach report showed; only added, the last one counts. The reasons are sealed notes of the case.';
comment on column ethics.finding.id is 'Identifier, made by the client.';
comment on column ethics.finding.case_id is 'Which matter.';
comment on column ethics.finding.finding is 'breach, no breach, or not to be established.';
comment on column ethics.finding.standards is 'Codes in ethics.choice, list standard: which standards were breached.';
comment on column ethics.finding.found_by is 'Who recorded it.';
comment on column ethics.finding.found_at is 'When.';

create table ethics.measure (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  measure text not null,
  measure_version int not null,
  taken_on date not null,
  recorded_by uuid not null references network.person (id),
  recorded_at timestamptz not null
);
create index on ethics.measure (case_id);
comment on table ethics.measure is 'An ethics measure that the superior took; only added.';
comment on column ethics.measure.id is 'Identifier, made by the client.';
comment on column ethics.measure.case_id is 'Which matter.';
comment on column ethics.measure.measure is 'Code in ethics.choice, list measure.';
comment on column ethics.measure.measure_version is 'Version of it.';
comment on column ethics.measure.taken_on is 'When the superior took it.';
comment on column ethics.measure.recorded_by is 'Who recorded it.';
comment on column ethics.measure.recorded_at is 'When.';

create table ethics.handover (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  kind text not null default 'discipline' check (kind in ('discipline', 'referral')),
  to_case uuid references cases."case" (id),
  letter text check (length(letter) between 1 and 100),
  handed_on date not null,
  handed_by uuid not null references network.person (id),
  handed_at timestamptz not null,
  check ((to_case is null) = (letter is not null)),
  check (kind = 'discipline' or to_case is not null),
  check (to_case <> case_id),
  unique (case_id, to_case)
);
create index on ethics.handover (case_id);
create index on ethics.handover (to_case) where to_case is not null;
comment on table ethics.handover is 'That an ethics matter went on: a breach to discipline, as an ordinary case of the centre or by letter to the personnel unit; or what looks like corruption to the case officers.';
comment on column ethics.handover.id is 'Identifier, made by the client.';
comment on column ethics.handover.case_id is 'Which matter of ethics.';
comment on column ethics.handover.kind is 'discipline, or referral: what looks like corruption was filed as a new case (ethics.refer).';
comment on column ethics.handover.to_case is 'The ordinary case that goes on with it.';
comment on column ethics.handover.letter is 'Otherwise the number of the letter to the personnel unit.';
comment on column ethics.handover.handed_on is 'Day of it.';
comment on column ethics.handover.handed_by is 'Who recorded it.';
comment on column ethics.handover.handed_at is 'When.';

grant select, insert on ethics.finding, ethics.measure, ethics.handover to prongsai_officer;
alter table ethics.finding enable row level security;
create policy finding_see on ethics.finding for select to prongsai_officer using (cases.may_handle(case_id));
create policy finding_make on ethics.finding for insert to prongsai_officer
  with check (ethics.handles_breach(case_id) and found_by = platform.acting_person());
alter table ethics.measure enable row level security;
create policy measure_see on ethics.measure for select to prongsai_officer using (cases.may_handle(case_id));
create policy measure_make on ethics.measure for insert to prongsai_officer
  with check (ethics.handles_breach(case_id) and recorded_by = platform.acting_person());
alter table ethics.handover enable row level security;
-- The link tells each side about the other: for those who may read both.
create policy handover_see on ethics.handover for select to prongsai_officer
  using (cases.may_handle(case_id) and (to_case is null or cases.may_handle(to_case)));
create policy handover_make on ethics.handover for insert to prongsai_officer
  with check (
    ethics.handles_breach(case_id)
    and kind = 'discipline'
    and handed_by = platform.acting_person()
    and (to_case is null or (
      cases.may_handle(to_case)
      and exists (select from cases."case" c where c.id = to_case and c.matter = 'corruption')))
  );

------------------------------------------------------------------ public questions and answers
create table ethics.question (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  question_th text not null check (length(question_th) between 1 and 2000),
  answer_th text not null check (length(answer_th) between 1 and 6000),
  question_en text check (length(question_en) between 1 and 2000),
  answer_en text check (length(answer_en) between 1 and 6000),
  standards text[] not null default '{}',
  sections text[] not null default '{}',
  tokens text[] not null default '{}',
  state text not null check (state in ('submitted', 'returned', 'published', 'withdrawn')),
  written_by uuid not null references network.person (id),
  written_at timestamptz not null,
  decided_by uuid references network.person (id),
  decided_at timestamptz,
  reason text check (length(reason) between 1 and 1000),
  published_on date,
  revision int not null default 1,
  check (decided_by <> written_by),
  check ((question_en is null) = (answer_en is null)),
  check ((state in ('published', 'withdrawn')) = (published_on is not null)),
  check ((state in ('returned', 'withdrawn')) = (reason is not null)),
  check (state = 'submitted' or decided_by is not null or state = 'withdrawn')
);
create index on ethics.question (published_on desc) where state = 'published';
create index on ethics.question using gin (tokens);
comment on table ethics.question is 'A question and its answer, written anew from advice and free of persons; public once a second person has approved it.';
comment on column ethics.question.id is 'Identifier, made by the client.';
comment on column ethics.question.unit_id is 'Centre that wrote it; never shown to the public.';
comment on column ethics.question.question_th is 'Question in Thai.';
comment on column ethics.question.answer_th is 'Answer in Thai.';
comment on column ethics.question.question_en is 'The same in English, when there is one.';
comment on column ethics.question.answer_en is 'The same in English, when there is one.';
comment on column ethics.question.standards is 'Codes in ethics.choice, list standard.';
comment on column ethics.question.sections is 'Sections of the law library, as code/section.';
comment on column ethics.question.tokens is 'Search tokens of both languages (platform/text).';
comment on column ethics.question.state is 'submitted: waits for the second person; returned to the writer; published; withdrawn.';
comment on column ethics.question.written_by is 'Writer.';
comment on column ethics.question.written_at is 'When last handed in.';
comment on column ethics.question.decided_by is 'Second person, never the writer.';
comment on column ethics.question.decided_at is 'When.';
comment on column ethics.question.reason is 'Why returned or withdrawn.';
comment on column ethics.question.published_on is 'Day of publication; a day alone, so that it tells little about when the advice was given.';
comment on column ethics.question.revision is 'Counts up with each change.';

create table ethics.question_source (
  question_id uuid primary key references ethics.question (id),
  case_id uuid not null references cases."case" (id)
);
create index on ethics.question_source (case_id);
comment on table ethics.question_source is 'From which advice a question was made: for those who work on that advice alone.';
comment on column ethics.question_source.question_id is 'The public question.';
comment on column ethics.question_source.case_id is 'The advice.';

create function ethics.approves_questions(p_unit int) returns boolean
  language sql stable
as $$
  select p_unit in (select network.units_with_role(array['head']))
    or exists (
      select from network.unit root
      where root.parent_id is null and root.id in (select network.units_with_role(array['head', 'ethics-officer'])))
$$;
comment on function ethics.approves_questions is 'Whether the acting person may approve a question of this centre: its head, or head and ethics officers of the ministry.';

grant select (id, question_th, answer_th, question_en, answer_en, standards, sections, tokens, state, published_on)
  on ethics.question to prongsai_public;
grant select, insert on ethics.question to prongsai_officer;
grant update (question_th, answer_th, question_en, answer_en, standards, sections, tokens, state, written_at, decided_by, decided_at,
  reason, published_on, revision) on ethics.question to prongsai_officer;
grant select, insert on ethics.question_source to prongsai_officer;
alter table ethics.question enable row level security;
create policy question_public on ethics.question for select to prongsai_public using (state = 'published');
create policy question_see on ethics.question for select to prongsai_officer
  using (unit_id in (select network.units_with_role(array['ethics-officer', 'head'])) or ethics.approves_questions(unit_id));
create policy question_write on ethics.question for insert to prongsai_officer
  with check (
    unit_id in (select network.units_with_role(array['ethics-officer', 'head']))
    and written_by = platform.acting_person() and state = 'submitted' and decided_by is null
  );
-- The writer mends what came back; a second person decides what was handed in; either side may withdraw.
create policy question_mend on ethics.question for update to prongsai_officer
  using (state = 'returned' and written_by = platform.acting_person())
  with check (state = 'submitted' and decided_by is null);
create policy question_decide on ethics.question for update to prongsai_officer
  using (state = 'submitted' and written_by <> platform.acting_person() and ethics.approves_questions(unit_id))
  with check (state in ('published', 'returned') and decided_by = platform.acting_person());
create policy question_withdraw on ethics.question for update to prongsai_officer
  using (state = 'published' and (ethics.approves_questions(unit_id) or written_by = platform.acting_person()))
  with check (state = 'withdrawn');
alter table ethics.question_source enable row level security;
create policy question_source_see on ethics.question_source for select to prongsai_officer using (cases.may_handle(case_id));
create policy question_source_note on ethics.question_source for insert to prongsai_officer
  with check (
    cases.may_handle(case_id)
    and exists (select from cases."case" c where c.id = case_id and c.matter = 'ethics-advice')
    and exists (select from ethics.question q where q.id = question_id and q.written_by = platform.acting_person())
  );

-- Policies of one command are joined by "or", so their conditions before and after must be held together here; and what was
-- approved stays as it was.
create function ethics.guard_question() returns trigger
  language plpgsql
as $$
begin
  if (old.state, new.state) not in (('returned', 'submitted'), ('submitted', 'published'), ('submitted', 'returned'), ('published', 'withdrawn'))
  then raise exception 'a question does not go from % to %', old.state, new.state using errcode = 'check_violation'; end if;
  if old.state <> 'returned' and (new.question_th, new.answer_th, new.question_en, new.answer_en, new.standards, new.sections, new.tokens)
    is distinct from (old.question_th, old.answer_th, old.question_en, old.answer_en, old.standards, old.sections, old.tokens)
  then raise exception 'only what was returned is mended' using errcode = 'check_violation'; end if;
  if old.state = 'submitted' and new.decided_by is distinct from platform.acting_person()
  then raise exception 'whoever decides signs' using errcode = 'check_violation'; end if;
  return new;
end
$$;
comment on function ethics.guard_question is 'Keeps the order of steps and the approved wording.';
create trigger guard_question before update on ethics.question for each row execute function ethics.guard_question();

------------------------------------------------------------------ written objections to wrongful orders
create table ethics.objection (
  id uuid primary key,
  person_id uuid not null references network.person (id),
  follows uuid references ethics.objection (id),
  sealed bytea not null,
  commitment bytea not null check (length(commitment) = 32),
  recorded_at timestamptz not null,
  ledger_id bigint not null
);
create index on ethics.objection (person_id, recorded_at desc);
alter table ethics.objection alter column sealed set storage external;
comment on table ethics.objection is 'A written objection to an order held to be wrongful, or what became of one; sealed for the officer herself, only added.';
comment on column ethics.objection.id is 'Identifier, made by the client.';
comment on column ethics.objection.person_id is 'Whose it is; nobody else sees the row.';
comment on column ethics.objection.follows is 'The objection that this one goes on with.';
comment on column ethics.objection.sealed is 'age file for her own key.';
comment on column ethics.objection.commitment is 'SHA-256 of the text with its salt; the ledger entry carries it.';
comment on column ethics.objection.recorded_at is 'When.';
comment on column ethics.objection.ledger_id is 'Outbox number of its ledger entry, which names neither person nor centre.';

create table ethics.objection_share (
  id uuid primary key,
  objection_id uuid not null references ethics.objection (id),
  unit_id int not null,
  epoch int not null,
  sealed bytea not null,
  shared_at timestamptz not null,
  foreign key (unit_id, epoch) references network.centre_epoch (unit_id, epoch),
  unique (objection_id, unit_id)
);
create index on ethics.objection_share (unit_id);
alter table ethics.objection_share alter column sealed set storage external;
comment on table ethics.objection_share is 'An objection that its officer laid before the ethics officers of a centre above hers.';
comment on column ethics.objection_share.id is 'Identifier, made by the client.';
comment on column ethics.objection_share.objection_id is 'Which.';
comment on column ethics.objection_share.unit_id is 'Centre whose ethics officers read it.';
comment on column ethics.objection_share.epoch is 'Epoch of that centre''s key.';
comment on column ethics.objection_share.sealed is 'age file for that key.';
comment on column ethics.objection_share.shared_at is 'When.';

create function ethics.is_head() returns boolean
  language sql stable
as $$
  select exists (select network.units_with_role(array['head']))
$$;
comment on function ethics.is_head is 'Whether the acting person heads any centre, whatever else she is there.';

grant select, insert on ethics.objection, ethics.objection_share to prongsai_officer;
alter table ethics.objection enable row level security;
create policy objection_own on ethics.objection for select to prongsai_officer using (person_id = platform.acting_person());
create policy objection_record on ethics.objection for insert to prongsai_officer
  with check (person_id = platform.acting_person());
alter table ethics.objection_share enable row level security;
-- Not heads: they are the line in which the order came down.
create policy objection_share_see on ethics.objection_share for select to prongsai_officer
  using (
    (unit_id in (select network.units_with_role(array['ethics-officer'])) and not ethics.is_head())
    or exists (select from ethics.objection o where o.id = objection_id and o.person_id = platform.acting_person())
  );
create policy objection_share_give on ethics.objection_share for insert to prongsai_officer
  with check (
    exists (select from ethics.objection o where o.id = objection_id and o.person_id = platform.acting_person())
    and unit_id in (
      select closure.ancestor
      from network.unit_closure closure
      where closure.depth > 0 and closure.descendant in (select network.held_units()))
  );

create function ethics.shared_objections() returns table (
  id uuid, objection_id uuid, follows uuid, unit_id int, epoch int, sealed bytea, commitment bytea, recorded_at timestamptz, shared_at timestamptz
)
  language sql stable security definer set search_path = ''
as $$
  select share.id, o.id, o.follows, share.unit_id, share.epoch, share.sealed, o.commitment, o.recorded_at, share.shared_at
  from ethics.objection_share share
  join ethics.objection o on o.id = share.objection_id
  where share.unit_id in (select network.units_with_role(array['ethics-officer'])) and not ethics.is_head()
  order by share.shared_at desc
$$;
comment on function ethics.shared_objections is 'Objections laid before the ethics officers of the acting person''s centre: sealed, with time and commitment, without whose they are.';

create function ethics.objection_opening(p_id uuid) returns table (ledger_id bigint, salt bytea, entry text)
  language sql stable security definer set search_path = ''
as $$
  select o.ledger_id, opening.salt, opening.entry
  from ethics.objection o
  cross join lateral ledger.opening(o.ledger_id, 'ethics.objection-recorded', o.id::text) opening
  where o.id = p_id
    and (o.person_id = platform.acting_person() or exists (
      select from ethics.objection_share share
      where share.objection_id = o.id
        and share.unit_id in (select network.units_with_role(array['ethics-officer']))
        and not ethics.is_head()))
$$;
comment on function ethics.objection_opening is 'What makes the proof of an objection speak: for its officer, and for those before whom she laid it.';

------------------------------------------------------------------ figures
create function ethics.year_begins(p_year int) returns timestamptz
  language sql stable
  return make_timestamptz(p_year - 544, 10, 1, 0, 0, 0, 'Asia/Bangkok');
comment on function ethics.year_begins is 'First instant of a Buddhist-era fiscal year.';

create function ethics.matter_figures(p_year int) returns table (
  unit_id int, is_own boolean, what text, amount int
)
  language sql stable security definer set search_path = ''
as $$
  with own as (
    select network.units_with_role(array['ethics-officer', 'head']) as unit_id
  ), below as (
    select closure.descendant as unit_id
    from network.unit_closure closure
    where closure.depth > 0
      and closure.ancestor in (select network.units_with_role(array['head', 'ethics-officer', 'planner', 'overseer', 'auditor']))
    except
    select o.unit_id from own o
  ), matters as (
    -- What named persons have shut away is counted for them alone: whoever is left out would notice one more than she can list.
    select m.*, m.unit_id in (select o.unit_id from own o) as is_own
    from cases.ethics_matters(
      array(select o.unit_id from own o union all select b.unit_id from below b), ethics.year_begins(p_year), ethics.year_begins(p_year + 1)) m
    where m.restriction <> 'named' or (m.unit_id in (select o.unit_id from own o) and cases.may_handle(m.case_id))
  ), facts as (
    select m.unit_id, m.is_own, 'advice' as what from matters m where m.matter = 'ethics-advice'
    union all
    select m.unit_id, m.is_own, 'answered' from matters m where m.matter = 'ethics-advice' and m.answered_at is not null
    union all
    select m.unit_id, m.is_own, 'breaches' from matters m where m.matter = 'ethics-breach'
    union all
    select m.unit_id, m.is_own, 'finding:' || last.finding
    from matters m
    cross join lateral (
      select f.finding from ethics.finding f where f.case_id = m.case_id order by f.found_at desc limit 1) last
    union all
    select m.unit_id, m.is_own, 'measure:' || taken.measure
    from matters m join ethics.measure taken on taken.case_id = m.case_id
    union all
    select m.unit_id, m.is_own, 'handovers'
    from matters m join ethics.handover h on h.case_id = m.case_id and h.kind = 'discipline'
  ), lines as (
    select f.unit_id, f.is_own, f.what, count(*)::int as amount from facts f group by f.unit_id, f.is_own, f.what
    union all
    -- All centres below together, while they are enough not to be told apart.
    select null, false, f.what, count(*)::int from facts f
    where not f.is_own and (select count(*) from below) >= 5
    group by f.what
  )
  select l.unit_id, l.is_own, l.what, l.amount
  from lines l
  where l.is_own
    or (l.unit_id is not null and l.amount >= 5 and l.what in ('advice', 'answered', 'breaches'))
    -- Of parts of one whole, all or none: the one left out would be what is missing.
    or (l.unit_id is null and 5 <= (
      select min(part.amount) from lines part
      where part.unit_id is null and split_part(part.what, ':', 1) = split_part(l.what, ':', 1)))
  union all
  select m.unit_id, m.is_own, 'days', round(avg(extract(epoch from m.answered_at - m.received_at)) / 86400)::int
  from matters m
  where m.matter = 'ethics-advice' and m.answered_at is not null
  group by m.unit_id, m.is_own
  having m.is_own or count(*) >= 5
$$;
comment on function ethics.matter_figures is 'Figures of ethics matters received in a fiscal year: whole of centres whose ethics the acting person works on; of each centre below only what comes to five, so that few and none look alike; findings and measures of centres below together only (unit_id null).';

do $$
declare
  f text;
begin
  foreach f in array array['shared_objections()', 'objection_opening(uuid)', 'matter_figures(int)'] loop
    execute format('revoke execute on function ethics.%s from public', f);
    execute format('grant execute on function ethics.%s to prongsai_officer', f);
  end loop;
end
$$;
