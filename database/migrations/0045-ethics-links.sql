-- Ethics and its neighbours: what looks like corruption goes on to the case officers; a breach is not closed without a
-- measure or the reason for none; evidence of a moral organisation's year as files.

------------------------------------------------------------------ what looks like corruption, filed with the case officers
create function ethics.refer(
  p_id uuid, p_matter uuid, p_number text, p_unit_code text, p_epoch int, p_restriction text, p_topic text,
  p_size_bucket int, p_dialogue_recipient text, p_centre_grant bytea,
  p_message_id uuid, p_message bytea, p_message_hash bytea, p_attachments uuid[], p_clocks jsonb,
  p_ledger_entry text, p_ledger_salt bytea, p_now timestamptz, p_today date
) returns table (outcome text, number text)
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  v_unit int;
  v_has_key boolean;
begin
  if p_restriction not in ('none', 'unit') then
    return query select 'conflict', null::text;
    return;
  end if;
  if not cases.may_handle(p_matter) or exists (select from cases."case" c where c.id = p_matter and c.matter = 'corruption') then
    return query select 'not-found', null::text;
    return;
  end if;
  -- Two sends of one referral at the same moment: the second one waits and is told of the first.
  perform pg_advisory_xact_lock(hashtextextended(p_id::text, 45));
  if exists (select from cases."case" c where c.id = p_id) then
    return query
      select case when h.id is null then 'conflict' else 'repeated' end, case when h.id is not null then c.number end
      from cases."case" c
      left join ethics.handover h
        on h.id = p_id and h.to_case = p_id and h.case_id = p_matter and h.handed_by = platform.acting_person()
      where c.id = p_id;
    return;
  end if;
  -- To the centre of the matter or one above it, and to nobody else.
  select unit.id,
    exists (select from network.centre_epoch e where e.unit_id = unit.id and e.epoch = p_epoch and e.retired_at is null)
  into v_unit, v_has_key
  from network.unit unit
  join network.unit_closure closure on closure.ancestor = unit.id
  join cases."case" c on c.unit_id = closure.descendant
  where c.id = p_matter and unit.code = p_unit_code
    and unit.valid_from <= p_today and (unit.valid_to is null or unit.valid_to > p_today);
  if v_unit is null then
    return query select 'not-above', null::text;
    return;
  end if;
  if not v_has_key then
    return query select 'stale-key', null::text;
    return;
  end if;
  if not exists (
    select from cases.topic t
    where t.code = p_topic and t.matter = 'corruption' and t.valid_from <= p_today and (t.valid_to is null or t.valid_to > p_today)
  ) then
    return query select 'unknown-topic', null::text;
    return;
  end if;
  if (
    select count(*) from cases.attachment a
    where a.id = any (p_attachments) and a.case_id is null and a.uploaded_by = platform.acting_person()
  ) <> cardinality(p_attachments) then
    return query select 'missing-attachment', null::text;
    return;
  end if;

  perform cases.open_case(p_id, p_number, v_unit, p_epoch, p_restriction, p_topic, 'ethics', 'anonymous',
    p_size_bucket, p_dialogue_recipient, p_centre_grant, null,
    p_message_id, p_message, p_message_hash, 'officer', p_attachments, p_clocks, p_now,
    ledger.record(p_ledger_entry, p_ledger_salt), platform.acting_person());
  insert into ethics.handover (id, case_id, kind, to_case, handed_on, handed_by, handed_at)
  values (p_id, p_matter, 'referral', p_id, p_today, platform.acting_person(), p_now);
  return query select 'accepted', p_number;
end
$$;
comment on function ethics.refer is 'Files a new case of corruption from an ethics matter that the acting person works on, and links the two; safe to repeat. She does not read the new case unless she works on corruption too.';

create function ethics.own_referrals(p_matter uuid) returns table (referred_on date)
  language sql stable security definer set search_path = ''
as $$
  select h.handed_on
  from ethics.handover h
  where h.case_id = p_matter and h.kind = 'referral' and h.handed_by = platform.acting_person() and cases.may_handle(p_matter)
  order by h.handed_at
$$;
comment on function ethics.own_referrals is 'Days on which the acting person herself filed something from this matter with the case officers: no number, and nothing of what others filed, for it may be about them.';

do $$
declare
  f text;
begin
  foreach f in array array[
    'refer(uuid, uuid, text, text, int, text, text, int, text, bytea, uuid, bytea, bytea, uuid[], jsonb, text, bytea, timestamptz, date)',
    'own_referrals(uuid)'
  ] loop
    execute format('revoke execute on function ethics.%s from public', f);
    execute format('grant execute on function ethics.%s to prongsai_officer', f);
  end loop;
end
$$;

------------------------------------------------------------------ no breach is closed without a measure, or the reason for none
create table ethics.no_measure (
  id uuid primary key,
  case_id uuid not null references cases."case" (id),
  reason text not null,
  reason_version int not null,
  recorded_by uuid not null references network.person (id),
  recorded_at timestamptz not null
);
create index on ethics.no_measure (case_id);
comment on table ethics.no_measure is 'Why no measure was taken on a breach; only added. What there is to say beyond the code is a sealed note of the case.';
comment on column ethics.no_measure.id is 'Identifier, made by the client.';
comment on column ethics.no_measure.case_id is 'Which matter.';
comment on column ethics.no_measure.reason is 'Code in ethics.choice, list no-measure.';
comment on column ethics.no_measure.reason_version is 'Version of it.';
comment on column ethics.no_measure.recorded_by is 'Who recorded it.';
comment on column ethics.no_measure.recorded_at is 'When.';
grant select, insert on ethics.no_measure to prongsai_officer;
alter table ethics.no_measure enable row level security;
create policy no_measure_see on ethics.no_measure for select to prongsai_officer using (cases.may_handle(case_id));
create policy no_measure_make on ethics.no_measure for insert to prongsai_officer
  with check (ethics.handles_breach(case_id) and recorded_by = platform.acting_person());

-- Of a trigger, that sees what hangs on the matter whoever closes it.
create function ethics.guard_breach_closing() returns trigger
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if not exists (select from ethics.measure m where m.case_id = new.id)
    and not exists (select from ethics.no_measure n where n.case_id = new.id)
  then raise exception 'a breach is closed with a measure, or the reason for none' using errcode = 'check_violation', constraint = 'breach_measure'; end if;
  return new;
end
$$;
comment on function ethics.guard_breach_closing is 'Refuses to end a breach at the stage of measures of which neither a measure nor the reason for none is recorded.';
revoke execute on function ethics.guard_breach_closing from public;
create trigger guard_breach_closing before update of stage on cases."case" for each row
  when (old.stage = 'MEASURE' and new.stage <> 'MEASURE')
  execute function ethics.guard_breach_closing();

------------------------------------------------------------------ evidence of a moral organisation's year, as files
create table ethics.moral_file (
  id uuid primary key,
  assessment_id uuid not null references ethics.moral_assessment (id),
  position smallint not null check (position between 1 and 20),
  slot smallint not null check (slot between 1 and 5),
  name text not null check (length(name) between 1 and 120),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size bigint not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  added_by uuid not null references network.person (id),
  added_at timestamptz not null,
  unique (assessment_id, position, slot),
  unique (assessment_id, position, sha256)
);
comment on table ethics.moral_file is 'A picture or PDF that shows an activity of a self-assessment: for the centre and for who verifies it, never public.';
comment on column ethics.moral_file.id is 'Identifier; also its name in the file store.';
comment on column ethics.moral_file.assessment_id is 'Which assessment.';
comment on column ethics.moral_file.position is 'Which activity, from 1.';
comment on column ethics.moral_file.slot is 'Place among the files of the activity; there are no more than five.';
comment on column ethics.moral_file.name is 'As its sender called it.';
comment on column ethics.moral_file.media_type is 'Told by its bytes.';
comment on column ethics.moral_file.size is 'Bytes.';
comment on column ethics.moral_file.sha256 is 'Of the stored bytes: the same file sent again is one file.';
comment on column ethics.moral_file.added_by is 'Who added it.';
comment on column ethics.moral_file.added_at is 'When.';

grant select, insert, delete on ethics.moral_file to prongsai_officer;
alter table ethics.moral_file enable row level security;
-- Fewer than see the scores: the centre itself and who verifies it; of a draft the centre alone.
create policy moral_file_see on ethics.moral_file for select to prongsai_officer
  using (exists (
    select from ethics.moral_assessment shown
    where shown.id = assessment_id
      and (shown.unit_id in (select network.held_units()) or (shown.state <> 'draft' and ethics.verifies(shown.unit_id)))
  ));
create policy moral_file_add on ethics.moral_file for insert to prongsai_officer
  with check (added_by = platform.acting_person() and exists (
    select from ethics.moral_assessment own
    where own.id = assessment_id and own.state in ('draft', 'returned') and ethics.assesses(own.unit_id)
  ));
create policy moral_file_remove on ethics.moral_file for delete to prongsai_officer
  using (exists (
    select from ethics.moral_assessment own
    where own.id = assessment_id and own.state in ('draft', 'returned') and ethics.assesses(own.unit_id)
  ));
