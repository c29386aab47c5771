-- Someone tells us something. The citizens' side may only call the functions at the end of this file: it can read no table
-- that holds a report, not even with a fault in a query.
create schema reports;
comment on schema reports is 'The receipt side of a report: how its sender comes back.';
grant usage on schema reports to prongsai_public, prongsai_officer, prongsai_worker;

create table reports.report (
  id uuid primary key references cases."case" (id),
  lookup bytea not null unique check (length(lookup) = 32),
  salt bytea not null check (length(salt) = 16),
  recipient text not null check (recipient like 'age1pq1%'),
  signing_key bytea not null check (length(signing_key) = 32),
  ledger_id bigint not null
);
-- A key cannot be compressed; it stays in its row.
alter table reports.report alter column recipient set storage external, set (toast_tuple_target = 8160);
comment on table reports.report is 'What the reporter''s receipt opens; the receipt itself is never here.';
comment on column reports.report.id is 'The same as the case''s.';
comment on column reports.report.lookup is 'HMAC-SHA256 of the receipt''s look-up value under a pepper kept outside the database.';
comment on column reports.report.salt is 'Random salt of the keys derived from the receipt, so that no guess serves two reports.';
comment on column reports.report.recipient is 'The reporter''s age hybrid recipient.';
comment on column reports.report.signing_key is 'The reporter''s Ed25519 public key.';
comment on column reports.report.ledger_id is 'Outbox number of the filing, for its proof.';

create table reports.spent_challenge (
  challenge bytea primary key,
  expires_at timestamptz not null
);
create index on reports.spent_challenge (expires_at);
comment on table reports.spent_challenge is 'Proofs of work already used; removed once they have expired.';
comment on column reports.spent_challenge.challenge is 'SHA-256 of the challenge.';
comment on column reports.spent_challenge.expires_at is 'When the challenge dies by itself.';
grant select, delete on reports.spent_challenge to prongsai_worker;

alter table reports.report enable row level security;
alter table reports.spent_challenge enable row level security;
create policy spent_challenge_sweep on reports.spent_challenge for all to prongsai_worker using (true);

create function reports.spend(p_challenge bytea, p_expires timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog
as $$
  with spent as (
    insert into reports.spent_challenge (challenge, expires_at) values (p_challenge, p_expires)
    on conflict do nothing
    returning true
  )
  select coalesce((select true from spent), false);
$$;
comment on function reports.spend is 'Uses a proof of work; false when it was used before.';

create function reports.known(p_id uuid, p_lookup bytea) returns table (outcome text, number text, message_id uuid)
  language sql stable security definer set search_path = pg_catalog
as $$
  select case when report.lookup = p_lookup then 'repeated' else 'conflict' end,
    case when report.lookup = p_lookup then c.number end,
    case when report.lookup = p_lookup then
      (select m.id from cases.message m where m.case_id = p_id and m.kind = 'dialogue' and m.sequence = 1)
    end
  from reports.report report
  join cases."case" c on c.id = report.id
  where report.id = p_id;
$$;
comment on function reports.known is 'Whether this report is here already: the same one, or another under its identifier.';

create function reports.accept(
  p_id uuid, p_number text, p_unit_code text, p_epoch int, p_restriction text, p_topic text, p_channel text, p_identity_mode text,
  p_size_bucket int, p_dialogue_recipient text, p_centre_grant bytea, p_reporter_grant bytea,
  p_message_id uuid, p_message bytea, p_message_hash bytea, p_author text, p_attachments uuid[], p_clocks jsonb,
  p_lookup bytea, p_salt bytea, p_recipient text, p_signing_key bytea,
  p_challenge bytea, p_challenge_expires timestamptz,
  p_ledger_entry text, p_ledger_salt bytea, p_now timestamptz, p_today date
) returns table (outcome text, number text, message_id uuid)
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  v_unit int;
  v_has_key boolean;
  v_has_topic boolean;
  v_ledger bigint;
begin
  -- A repeat first: whoever lost the answer sends again, perhaps with an expired proof of work or after a key change.
  if exists (select from reports.report report where report.id = p_id) then
    return query select * from reports.known(p_id, p_lookup);
    return;
  end if;
  if p_challenge is null then
    return query select 'no-proof', null::text, null::uuid;
    return;
  end if;

  select unit.id,
    exists (select from network.centre_epoch e where e.unit_id = unit.id and e.epoch = p_epoch and e.retired_at is null),
    exists (select from cases.topic t where t.code = p_topic and t.valid_from <= p_today and (t.valid_to is null or t.valid_to > p_today))
  into v_unit, v_has_key, v_has_topic
  from network.unit unit
  where unit.code = p_unit_code and unit.valid_from <= p_today and (unit.valid_to is null or unit.valid_to > p_today);
  if v_unit is null or not v_has_key or not v_has_topic then
    return query select case when v_unit is null then 'unit-closed' when not v_has_key then 'stale-key' else 'unknown-topic' end,
      null::text, null::uuid;
    return;
  end if;
  if not reports.spend(p_challenge, p_challenge_expires) then
    -- The other one of two simultaneous sends of this very report may have spent it while we waited for its row.
    return query select * from reports.known(p_id, p_lookup);
    if not found then return query select 'spent-challenge', null::text, null::uuid; end if;
    return;
  end if;

  v_ledger := ledger.record(p_ledger_entry, p_ledger_salt);
  perform cases.open_case(p_id, p_number, v_unit, p_epoch, p_restriction, p_topic, p_channel, p_identity_mode,
    p_size_bucket, p_dialogue_recipient, p_centre_grant, p_reporter_grant,
    p_message_id, p_message, p_message_hash, p_author, p_attachments, p_clocks, p_now, v_ledger);
  insert into reports.report (id, lookup, salt, recipient, signing_key, ledger_id)
  values (p_id, p_lookup, p_salt, p_recipient, p_signing_key, v_ledger);
  outcome := 'accepted';
  number := p_number;
  message_id := p_message_id;
  return next;
end
$$;
comment on function reports.accept is 'Takes one sealed report in one step; safe to repeat. Two errors are answers: unique_violation, the same report came at the same moment (ask reports.known); foreign_key_violation, an attachment is missing.';

create function reports.look_up(p_lookup bytea) returns table (id uuid, salt bytea, signing_key bytea)
  language sql stable security definer set search_path = pg_catalog
as $$
  select report.id, report.salt, report.signing_key from reports.report report where report.lookup = p_lookup;
$$;
comment on function reports.look_up is 'The report that a receipt opens.';

create function reports.read_signing_key(p_id uuid) returns bytea
  language sql stable security definer set search_path = pg_catalog
as $$
  select report.signing_key from reports.report report where report.id = p_id;
$$;
comment on function reports.read_signing_key is 'The key that must have signed a reporter''s request.';

create function reports.read_case(p_id uuid) returns table (
  number text, unit_code text, stage text, topic text, received_at timestamptz, stage_since timestamptz, outcome text,
  closed_at timestamptz, contested_at timestamptz, dialogue_sequence int, dialogue_head bytea, awaiting text, ledger_id bigint
)
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.number, unit.code, c.stage, c.topic, c.received_at, c.stage_since, c.outcome,
    c.closed_at, c.contested_at, c.dialogue_sequence, c.dialogue_head, c.awaiting, report.ledger_id
  from reports.report report
  join cases."case" c on c.id = report.id
  join network.unit unit on unit.id = c.unit_id
  where report.id = p_id;
$$;
comment on function reports.read_case is 'What a reporter may know of the case''s progress.';

create function reports.read_opening(p_id uuid) returns table (outbox_id bigint, salt bytea, entry text)
  language sql stable security definer set search_path = pg_catalog
as $$
  select report.ledger_id, opening.salt, opening.entry
  from reports.report report
  cross join lateral ledger.opening(report.ledger_id, 'report.filed', report.id::text) opening
  where report.id = p_id;
$$;
comment on function reports.read_opening is 'Salt and text of the filing''s ledger entry, which make the reporter''s proof of filing speak.';

create function reports.read_centre_key(p_unit_code text) returns table (epoch int, recipient text, outbox_id bigint, salt bytea, entry text)
  language sql stable security definer set search_path = pg_catalog
as $$
  select e.epoch, e.recipient, e.ledger_id, opening.salt, opening.entry
  from network.unit unit
  join network.centre_epoch e on e.unit_id = unit.id and e.retired_at is null
  left join lateral ledger.opening(e.ledger_id, 'centre-key.published', unit.code || '.' || e.epoch) opening on true
  where unit.code = p_unit_code;
$$;
comment on function reports.read_centre_key is 'A centre''s current public key with the ledger entry that published it: public, so that a sender can check it.';

create function reports.read_keys(p_id uuid) returns table (version int, recipient text, sealed bytea)
  language sql stable security definer set search_path = pg_catalog
as $$
  select k.version, k.recipient, g.sealed
  from cases.case_key k
  left join cases.key_grant g on g.case_id = k.case_id and g.kind = k.kind and g.version = k.version and g.grantee = 'reporter'
  where k.case_id = p_id and k.kind = 'dialogue'
  order by k.version;
$$;
comment on function reports.read_keys is 'The dialogue keys, each sealed for the reporter.';

create function reports.read_dialogue(p_id uuid) returns table (
  id uuid, key_version int, sequence int, previous_hash bytea, hash bytea, author text, signing_key bytea, sealed bytea, sent_at timestamptz
)
  language sql stable security definer set search_path = pg_catalog
as $$
  select m.id, m.key_version, m.sequence, m.previous_hash, m.hash, m.author,
    case m.author
      when 'officer' then (select k.signing_key from network.officer_key k
        where k.person_id = m.person_id and k.created_at <= m.sent_at order by k.version desc limit 1)
      -- The server, sealing for somebody without script, signs with the key of that somebody's receipt.
      else (select report.signing_key from reports.report report where report.id = p_id)
    end,
    m.sealed, m.sent_at
  from cases.message m
  where m.case_id = p_id and m.kind = 'dialogue'
  order by m.sequence;
$$;
comment on function reports.read_dialogue is 'The sealed dialogue with the key that must have signed each message; names of officers stay inside.';

create function reports.read_attachment(p_report uuid, p_attachment uuid) returns table (sealed_size bigint, sha256 bytea)
  language sql stable security definer set search_path = pg_catalog
as $$
  select a.sealed_size, a.sha256
  from cases.attachment a join cases.message m on m.id = a.message_id
  where a.id = p_attachment and a.case_id = p_report and m.kind = 'dialogue';
$$;
comment on function reports.read_attachment is 'Whether a file belongs to the reporter''s dialogue.';

create function reports.has_room(p_size bigint, p_most_files int, p_most_bytes bigint) returns boolean
  language sql stable security definer set search_path = pg_catalog
as $$
  select count(*) < p_most_files and coalesce(sum(a.sealed_size), 0) + p_size <= p_most_bytes
  from cases.attachment a
  where a.case_id is null and a.uploaded_by is null;
$$;
comment on function reports.has_room is 'Whether a reporter''s file of this size may join those that no message has named yet.';

create function reports.add_attachment(
  p_id uuid, p_size bigint, p_sha256 bytea, p_now timestamptz, p_most_files int, p_most_bytes bigint
) returns text
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  -- One at a time to the end of the transaction, so that many at once cannot pass the limit together.
  perform pg_advisory_xact_lock(hashtextextended('reports.add_attachment', 0));
  if exists (select from cases.attachment a where a.id = p_id) then
    return case when exists (select from cases.attachment a where a.id = p_id and a.sha256 = p_sha256) then 'repeated' else 'conflict' end;
  end if;
  if not reports.has_room(p_size, p_most_files, p_most_bytes) then return 'full'; end if;
  insert into cases.attachment (id, sealed_size, sha256, uploaded_at) values (p_id, p_size, p_sha256, p_now) on conflict do nothing;
  -- An officer's upload, which does not wait here, took the identifier in this moment.
  return case when found then 'accepted' else 'conflict' end;
end
$$;
comment on function reports.add_attachment is 'Notes a sealed file that is safely in the store, unless too much waits there for a message; safe to repeat.';

create function reports.add_message(
  p_report uuid, p_message_id uuid, p_key_version int, p_sequence int, p_previous bytea, p_message bytea, p_hash bytea, p_author text,
  p_attachments uuid[], p_contest boolean, p_ledger_entry text, p_ledger_salt bytea, p_now timestamptz, p_clocks jsonb default '[]'
) returns text
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  v_case cases."case";
  v_ledger bigint;
begin
  select c.* into v_case from cases."case" c join reports.report report on report.id = c.id where c.id = p_report for update of c;
  if not found then return 'unknown'; end if;
  if exists (select from cases.message m where m.id = p_message_id) then
    return case when exists (select from cases.message m where m.id = p_message_id and m.case_id = p_report) then 'repeated' else 'conflict' end;
  end if;
  -- Who asked for advice simply asks again.
  if p_contest and (v_case.stage not in ('CLOSED', 'REDIRECTED') or v_case.contested_at is not null or v_case.matter = 'ethics-advice') then return 'not-contestable'; end if;
  if not p_contest and v_case.stage = 'MERGED' then return 'closed'; end if;
  -- One proof of work let the report in; without an end, it would let in any amount of what follows. A contest comes once.
  if not p_contest and (
    select count(*) >= 40 or coalesce(sum(octet_length(m.sealed)), 0) + octet_length(p_message) > 16 * 1024 * 1024
    from cases.message m
    where m.case_id = p_report and m.kind = 'dialogue' and m.sequence > coalesce((
      select max(answer.sequence) from cases.message answer
      where answer.case_id = p_report and answer.kind = 'dialogue' and answer.author = 'officer'), 0)
  ) then return 'wait-for-answer'; end if;
  if p_sequence <> v_case.dialogue_sequence + 1 or p_previous is distinct from v_case.dialogue_head then return 'out-of-order'; end if;
  if p_key_version <> (select max(k.version) from cases.case_key k where k.case_id = p_report and k.kind = 'dialogue') then return 'stale-key'; end if;

  v_ledger := ledger.record(p_ledger_entry, p_ledger_salt);
  insert into cases.message (id, case_id, kind, key_version, sequence, previous_hash, hash, author, sealed, sent_at)
  values (p_message_id, p_report, 'dialogue', p_key_version, p_sequence, p_previous, p_hash, p_author, p_message, p_now);
  update cases.attachment set case_id = p_report, message_id = p_message_id where id = any (p_attachments) and case_id is null;
  if (select count(*) from cases.attachment a where a.id = any (p_attachments) and a.message_id = p_message_id) <> cardinality(p_attachments) then
    raise exception 'an attachment is not there' using errcode = 'foreign_key_violation', constraint = 'attachment_missing';
  end if;
  update cases."case" c set
    dialogue_sequence = p_sequence,
    dialogue_head = p_hash,
    awaiting = 'centre',
    stage = case
      when p_contest or c.stage = 'NEED_INFORMATION' then 'SCREENING'
      when c.matter = 'ethics-advice' then 'RECEIVED'
      else c.stage
    end,
    stage_since = case
      when p_contest or c.stage = 'NEED_INFORMATION' or (c.matter = 'ethics-advice' and c.stage <> 'RECEIVED') then p_now
      else c.stage_since
    end,
    contested_at = case when p_contest then p_now else c.contested_at end,
    closed_at = case when p_contest or c.matter = 'ethics-advice' then null else c.closed_at end,
    outcome = case when p_contest then null else c.outcome end,
    revision = c.revision + 1
  where c.id = p_report;
  -- A contested closing starts the clock of the first answer anew; p_clocks come from cases.clocksOnContest.
  if p_contest then perform cases.start_clocks(p_report, p_clocks); end if;
  insert into cases.event (id, case_id, act, at, from_stage, to_stage, ledger_id)
  values (gen_random_uuid(), p_report, case when p_contest then 'case.contested' else 'message.received' end, p_now,
    v_case.stage, (select c.stage from cases."case" c where c.id = p_report), v_ledger);
  return 'accepted';
exception when foreign_key_violation then
  return 'missing-attachment';
end
$$;
comment on function reports.add_message is 'Adds the reporter''s next message, or contests a closing once; safe to repeat.';

create function reports.recipient_of(p_case uuid) returns table (recipient text, signing_key bytea)
  language sql stable security definer set search_path = pg_catalog
as $$
  select report.recipient, report.signing_key
  from reports.report report
  where report.id = p_case and cases.may_handle(p_case);
$$;
comment on function reports.recipient_of is 'For an officer who handles the case: the reporter''s public keys, to grant a new case key to.';

create function reports.list_unnamed(p_before timestamptz, p_only_reporters boolean) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
as $$
  select a.id from cases.attachment a
  where a.case_id is null and a.uploaded_at < p_before and (not p_only_reporters or a.uploaded_by is null)
  order by a.uploaded_at;
$$;
comment on function reports.list_unnamed is 'Files that no message has named since then, the oldest first.';

create function reports.forget_unnamed(p_id uuid) returns boolean
  language sql security definer set search_path = pg_catalog
as $$
  with gone as (
    delete from cases.attachment a where a.id = p_id and a.case_id is null returning true
  )
  select exists (select from gone);
$$;
comment on function reports.forget_unnamed is 'Forgets a file unless a message names it by now; the caller then removes it from the store.';

do $$
declare
  f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'reports'::regnamespace loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to %I', f,
      case
        when f::text like '%recipient_of%' then 'prongsai_officer'
        when f::text like '%unnamed%' then 'prongsai_worker'
        else 'prongsai_public'
      end);
  end loop;
end
$$;
