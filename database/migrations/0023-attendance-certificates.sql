-- Who was there, by ticket, by name or on paper; and the certificates that stand on it.

------------------------------------------------------------------ what completes a seminar
create table seminars.completion_default (
  code text not null check (code in ('attendance-percent', 'post-test-percent')),
  percent int not null check (percent between 0 and 100),
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  changed_by uuid references network.person (id),
  primary key (code, valid_from)
);
comment on table seminars.completion_default is 'Shares that a seminar asks for when its organisers say nothing else; a change ends the row and adds one.';
comment on column seminars.completion_default.code is 'Which share: of attendance, or of the test at the end.';
comment on column seminars.completion_default.percent is 'Least share in per cent.';
comment on column seminars.completion_default.basis is 'Legal or other basis.';
comment on column seminars.completion_default.source is 'Where the fact was taken from.';
comment on column seminars.completion_default.status is 'unconfirmed until an official has confirmed it.';
comment on column seminars.completion_default.valid_from is 'First day of force.';
comment on column seminars.completion_default.valid_to is 'First day on which it is no more in force.';
comment on column seminars.completion_default.changed_by is 'Who entered it; null for what shipped with the product.';

create table seminars.completion_rule (
  seminar_id uuid primary key,
  host_unit_id int not null,
  attendance_by text not null check (attendance_by in ('half-day', 'slot')),
  attendance_percent int not null check (attendance_percent between 0 and 100),
  post_test_percent int not null check (post_test_percent between 0 and 100),
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
comment on table seminars.completion_rule is 'What one seminar asks for a certificate, where it differs from the defaults.';
comment on column seminars.completion_rule.seminar_id is 'Which seminar.';
comment on column seminars.completion_rule.host_unit_id is 'Its organising centre.';
comment on column seminars.completion_rule.attendance_by is 'Whether presence is taken by half-day or by part of the programme.';
comment on column seminars.completion_rule.attendance_percent is 'Least share of the planned half-days or parts.';
comment on column seminars.completion_rule.post_test_percent is 'Least share of points in the test at the end, when there is one.';
comment on column seminars.completion_rule.changed_by is 'Who set it.';
comment on column seminars.completion_rule.changed_at is 'When.';

------------------------------------------------------------------ devices at the door
create table seminars.scan_device (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  name text not null check (length(name) between 1 and 80),
  made_by uuid not null references network.person (id),
  made_at timestamptz not null,
  link_ends_at timestamptz not null,
  secret_hash bytea check (length(secret_hash) = 32),
  enrolled_at timestamptz,
  last_seen_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references network.person (id),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  check ((secret_hash is null) = (enrolled_at is null))
);
create index on seminars.scan_device (seminar_id);
comment on table seminars.scan_device is 'A telephone that scans tickets of one seminar, let in by a link that serves once.';
comment on column seminars.scan_device.id is 'Identifier, made by the client.';
comment on column seminars.scan_device.seminar_id is 'The only seminar it may scan for.';
comment on column seminars.scan_device.host_unit_id is 'Organising centre.';
comment on column seminars.scan_device.name is 'Where it stands or who carries it.';
comment on column seminars.scan_device.made_by is 'Organiser who let it in.';
comment on column seminars.scan_device.made_at is 'When.';
comment on column seminars.scan_device.link_ends_at is 'Until when its link serves.';
comment on column seminars.scan_device.secret_hash is 'SHA-256 of the secret that the device made for itself.';
comment on column seminars.scan_device.enrolled_at is 'When its link was used.';
comment on column seminars.scan_device.last_seen_at is 'When it last asked for the list or sent scans.';
comment on column seminars.scan_device.revoked_at is 'When it was shut out; it erases its list as soon as it hears of it.';
comment on column seminars.scan_device.revoked_by is 'By whom.';

------------------------------------------------------------------ scans, corrections, apologies: rows are only added
create table seminars.scan (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  registration_id uuid,
  session text not null check (session ~ '^(\d{4}-\d{2}-\d{2}/(am|pm)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  source text not null check (source in ('qr', 'manual', 'paper')),
  device_id uuid references seminars.scan_device (id),
  typed_by uuid references network.person (id),
  device_verdict text check (device_verdict in ('ok', 'duplicate', 'forged', 'unknown', 'cancelled', 'not-confirmed', 'wrong-seminar')),
  server_verdict text not null check (server_verdict in ('ok', 'duplicate', 'forged', 'unknown', 'cancelled', 'not-confirmed', 'wrong-seminar')),
  device_at timestamptz not null,
  received_at timestamptz not null,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id),
  check ((source = 'paper') = (typed_by is not null)),
  check ((source = 'paper') = (device_id is null)),
  check ((device_id is null) = (device_verdict is null)),
  check (server_verdict not in ('ok', 'duplicate', 'cancelled', 'not-confirmed') or registration_id is not null)
);
-- One presence a person and session, whichever device comes first; the others become duplicates.
create unique index scan_one_ok on seminars.scan (registration_id, session) where server_verdict = 'ok';
create index on seminars.scan (seminar_id, session);
create index on seminars.scan (registration_id);
comment on table seminars.scan is 'A ticket read, a name found or a signature on paper; never changed. What device and server thought of it stands apart.';
comment on column seminars.scan.id is 'Made by the device for each scan, so that sending again adds nothing.';
comment on column seminars.scan.seminar_id is 'Which seminar.';
comment on column seminars.scan.host_unit_id is 'Organising centre.';
comment on column seminars.scan.registration_id is 'Whose seat; null for a ticket that was not made here or is of another seminar.';
comment on column seminars.scan.session is 'Half-day (2027-06-20/am) or identifier of the part of the programme.';
comment on column seminars.scan.source is 'Ticket read by camera, found by code or name, or typed in from paper.';
comment on column seminars.scan.device_id is 'Which device; null for paper.';
comment on column seminars.scan.typed_by is 'Who typed it in from paper.';
comment on column seminars.scan.device_verdict is 'What the device said at the door, perhaps without network; null for paper.';
comment on column seminars.scan.server_verdict is 'What the server says, knowing all devices and the state of the seat on arrival.';
comment on column seminars.scan.device_at is 'When, by the device''s clock; for paper the time of typing.';
comment on column seminars.scan.received_at is 'When the server had it.';

create table seminars.attendance_correction (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  registration_id uuid not null,
  session text not null check (session ~ '^(\d{4}-\d{2}-\d{2}/(am|pm)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  present boolean not null,
  reason text not null check (length(reason) between 3 and 500),
  made_by uuid not null references network.person (id),
  made_at timestamptz not null,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id)
);
create index on seminars.attendance_correction (seminar_id, registration_id, session, made_at);
comment on table seminars.attendance_correction is 'An organiser says that somebody was there or not, and why; the last one stands, scans stay as they are.';
comment on column seminars.attendance_correction.id is 'Identifier, made by the client.';
comment on column seminars.attendance_correction.seminar_id is 'Which seminar.';
comment on column seminars.attendance_correction.host_unit_id is 'Organising centre.';
comment on column seminars.attendance_correction.registration_id is 'Whose seat.';
comment on column seminars.attendance_correction.session is 'As in a scan.';
comment on column seminars.attendance_correction.present is 'Was there, or was not.';
comment on column seminars.attendance_correction.reason is 'Why.';
comment on column seminars.attendance_correction.made_by is 'Who says so.';
comment on column seminars.attendance_correction.made_at is 'When.';

create table seminars.apology (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  registration_id uuid not null,
  session text not null check (session ~ '^(\d{4}-\d{2}-\d{2}/(am|pm)|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$'),
  reason text not null check (length(reason) between 1 and 500),
  made_by uuid references network.person (id),
  made_at timestamptz not null,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id)
);
create index on seminars.apology (seminar_id, registration_id);
comment on table seminars.apology is 'Says before that somebody cannot be there. It explains an absence; it does not make it shorter.';
comment on column seminars.apology.id is 'Identifier, made by the client.';
comment on column seminars.apology.seminar_id is 'Which seminar.';
comment on column seminars.apology.host_unit_id is 'Organising centre.';
comment on column seminars.apology.registration_id is 'Whose seat.';
comment on column seminars.apology.session is 'As in a scan.';
comment on column seminars.apology.reason is 'Why.';
comment on column seminars.apology.made_by is 'Organiser who entered it; null when it came by the participant''s link.';
comment on column seminars.apology.made_at is 'When.';

create view seminars.presence with (security_invoker = true) as
  select distinct on (seminar_id, registration_id, session) seminar_id, registration_id, session, present, source
  from (
    select seminar_id, registration_id, session, true as present, source, 0 as weight, received_at as at
    from seminars.scan
    where server_verdict = 'ok'
    union all
    select seminar_id, registration_id, session, present, 'correction', 1, made_at
    from seminars.attendance_correction
  ) said
  order by seminar_id, registration_id, session, weight desc, at desc;
comment on view seminars.presence is 'Who was where, as it stands: the last correction, else a scan that the server accepted.';
comment on column seminars.presence.seminar_id is 'Which seminar.';
comment on column seminars.presence.registration_id is 'Whose seat.';
comment on column seminars.presence.session is 'As in a scan.';
comment on column seminars.presence.present is 'Was there.';
comment on column seminars.presence.source is 'How it is known.';

------------------------------------------------------------------ certificates
create table seminars.credential_key (
  key_id text primary key check (key_id ~ '^[A-Za-z0-9_-]{8,64}$'),
  public_key bytea not null unique check (length(public_key) = 32),
  used_from timestamptz not null
);
comment on table seminars.credential_key is 'Public keys that have signed certificates; those of the past stay, so that old certificates can be checked.';
comment on column seminars.credential_key.key_id is 'Name of the key in the installation''s DID document.';
comment on column seminars.credential_key.public_key is 'Ed25519, raw.';
comment on column seminars.credential_key.used_from is 'When it first signed.';

create table seminars.certificate_counter (
  host_unit_id int not null references network.unit (id),
  year int not null check (year between 2500 and 2700),
  last int not null,
  primary key (host_unit_id, year)
);
comment on table seminars.certificate_counter is 'Last number of a centre''s certificates in a Buddhist year.';
comment on column seminars.certificate_counter.host_unit_id is 'Issuing centre.';
comment on column seminars.certificate_counter.year is 'Buddhist year.';
comment on column seminars.certificate_counter.last is 'Last number given.';

create table seminars.certificate_batch (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  kind text not null check (kind in ('attendee', 'speaker', 'organiser')),
  chosen uuid[] not null default '{}',
  dated date not null,
  signer_name text not null check (length(signer_name) between 2 and 200),
  signer_position text not null check (length(signer_position) between 2 and 300),
  asked_by uuid not null references network.person (id),
  asked_as text not null,
  asked_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  total int not null default 0,
  issued int not null default 0,
  printed int not null default 0,
  file_id uuid,
  finished_at timestamptz,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.certificate_batch (seminar_id, asked_at desc);
comment on table seminars.certificate_batch is 'An order to issue certificates, worked off in the background; safe to work off again.';
comment on column seminars.certificate_batch.id is 'Identifier, made by the client.';
comment on column seminars.certificate_batch.seminar_id is 'Which seminar.';
comment on column seminars.certificate_batch.host_unit_id is 'Issuing centre.';
comment on column seminars.certificate_batch.kind is 'For those who attended, for speakers, or for organisers.';
comment on column seminars.certificate_batch.chosen is 'Speakers or organisers chosen; empty for attendees, whom the rules choose.';
comment on column seminars.certificate_batch.dated is 'Date on the certificates.';
comment on column seminars.certificate_batch.signer_name is 'Who signs, as printed.';
comment on column seminars.certificate_batch.signer_position is 'In which position, as printed.';
comment on column seminars.certificate_batch.asked_by is 'Who ordered it.';
comment on column seminars.certificate_batch.asked_as is 'In which role.';
comment on column seminars.certificate_batch.asked_at is 'When.';
comment on column seminars.certificate_batch.state is 'waiting → running → done.';
comment on column seminars.certificate_batch.total is 'Certificates to issue.';
comment on column seminars.certificate_batch.issued is 'Issued so far.';
comment on column seminars.certificate_batch.printed is 'Pages of the common PDF drawn so far.';
comment on column seminars.certificate_batch.file_id is 'The PDF of all of them for printing, in the file store.';
comment on column seminars.certificate_batch.finished_at is 'When the last one was ready.';

create table seminars.certificate (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  batch_id uuid not null references seminars.certificate_batch (id),
  seminar_id uuid not null,
  host_unit_id int not null,
  kind text not null check (kind in ('attendee', 'speaker', 'organiser')),
  registration_id uuid,
  speaker_id uuid,
  person_id uuid references network.person (id),
  year int not null,
  number int not null check (number > 0),
  snapshot jsonb not null,
  hash bytea not null check (length(hash) = 32),
  credential text not null,
  status_index int not null unique,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references network.person (id),
  revoked_kind text check (revoked_kind in ('wrong-data', 'issued-in-error', 'conduct')),
  revoked_reason text check (length(revoked_reason) between 3 and 500),
  unique (host_unit_id, year, number),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id),
  foreign key (seminar_id, speaker_id) references seminars.speaker (seminar_id, id),
  check (case kind
    when 'attendee' then registration_id is not null and speaker_id is null
    when 'speaker' then speaker_id is not null and registration_id is null
    else person_id is not null and registration_id is null and speaker_id is null end),
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoked_kind is null)),
  check ((revoked_at is null) = (revoked_reason is null))
);
-- Taken before the row is written, because the signed credential names it.
create sequence seminars.certificate_status minvalue 0 start with 0 owned by seminars.certificate.status_index;
grant usage on sequence seminars.certificate_status to prongsai_worker;
-- Working an order off again issues nothing twice; after a revocation a right one may be issued.
create unique index certificate_one_by_registration on seminars.certificate (registration_id) where revoked_at is null;
create unique index certificate_one_by_speaker on seminars.certificate (speaker_id) where revoked_at is null;
create unique index certificate_one_by_organiser on seminars.certificate (seminar_id, person_id)
  where kind = 'organiser' and revoked_at is null;
create index on seminars.certificate (batch_id, number);
create index on seminars.certificate (seminar_id);
create index on seminars.certificate (person_id);
comment on table seminars.certificate is 'A certificate as issued, with everything printed on it; it can be revoked, never changed.';
comment on column seminars.certificate.id is 'Identifier.';
comment on column seminars.certificate.code is 'What the QR code and the paper carry; 80 random bits.';
comment on column seminars.certificate.batch_id is 'Order by which it was issued.';
comment on column seminars.certificate.seminar_id is 'Which seminar.';
comment on column seminars.certificate.host_unit_id is 'Issuing centre.';
comment on column seminars.certificate.kind is 'For having attended, spoken or organised.';
comment on column seminars.certificate.registration_id is 'Whose seat, for attendees.';
comment on column seminars.certificate.speaker_id is 'Which speaker.';
comment on column seminars.certificate.person_id is 'Account of the holder, when there is one.';
comment on column seminars.certificate.year is 'Buddhist year of its number.';
comment on column seminars.certificate.number is 'Number within centre and year.';
comment on column seminars.certificate.snapshot is 'Every printed field as it was on the day of issue.';
comment on column seminars.certificate.hash is 'SHA-256 of the canonical JSON of the snapshot, as in the ledger.';
comment on column seminars.certificate.credential is 'The same as a signed Open Badges 3.0 credential (VC-JWT).';
comment on column seminars.certificate.status_index is 'Its bit in the public list of revocations.';
comment on column seminars.certificate.issued_at is 'When.';
comment on column seminars.certificate.revoked_at is 'When it was revoked.';
comment on column seminars.certificate.revoked_by is 'By whom.';
comment on column seminars.certificate.revoked_kind is 'Kind of reason, which anybody who checks may read.';
comment on column seminars.certificate.revoked_reason is 'The reason in words, for the centre alone.';

------------------------------------------------------------------ who sees and does what
grant select on seminars.completion_default to prongsai_officer, prongsai_worker;
grant insert, update (valid_to) on seminars.completion_default to prongsai_officer;
grant select on seminars.completion_rule to prongsai_officer, prongsai_worker;
grant insert, update on seminars.completion_rule to prongsai_officer;
grant select, insert on seminars.scan_device to prongsai_officer;
grant update (revoked_at, revoked_by) on seminars.scan_device to prongsai_officer;
grant select, insert on seminars.scan to prongsai_public, prongsai_officer;
grant select, insert on seminars.attendance_correction to prongsai_officer;
grant select, insert on seminars.apology to prongsai_public, prongsai_officer;
grant select on seminars.scan, seminars.attendance_correction, seminars.apology to prongsai_worker;
grant select on seminars.presence to prongsai_officer, prongsai_worker;
grant select on seminars.credential_key to prongsai_public, prongsai_officer, prongsai_worker;
grant insert on seminars.credential_key to prongsai_worker;
grant select, insert, update on seminars.certificate_counter to prongsai_worker;
grant select, insert on seminars.certificate_batch to prongsai_officer;
grant select, update on seminars.certificate_batch to prongsai_worker;
grant select on seminars.certificate to prongsai_public, prongsai_officer;
grant select, insert on seminars.certificate to prongsai_worker;
grant update (revoked_at, revoked_by, revoked_kind, revoked_reason) on seminars.certificate to prongsai_officer;

alter table seminars.completion_default enable row level security;
create policy completion_default_read on seminars.completion_default for select using (true);
create policy completion_default_add on seminars.completion_default for insert to prongsai_officer
  with check (
    changed_by = platform.acting_person()
    and network.root_unit() in (select network.units_with_role(array['administrator', 'planner']))
  );
create policy completion_default_end on seminars.completion_default for update to prongsai_officer
  using (network.root_unit() in (select network.units_with_role(array['administrator', 'planner'])));

alter table seminars.completion_rule enable row level security;
create policy completion_rule_worker on seminars.completion_rule for select to prongsai_worker using (true);
create policy completion_rule_organise on seminars.completion_rule for all to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])))
  with check (
    host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    and changed_by = platform.acting_person()
  );

alter table seminars.scan_device enable row level security;
create policy scan_device_organise on seminars.scan_device for all to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])))
  with check (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));

-- A device has no account and reads no table: it is known by its secret, and asks through these functions.
create function seminars.acting_device() returns uuid
  language sql stable
  return nullif(current_setting('app.scan_device', true), '')::uuid;
comment on function seminars.acting_device is 'The scanning device this transaction acts for, or null.';

create function seminars.enrol_device(p_device uuid, p_secret_hash bytea, p_now timestamptz) returns text
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  device seminars.scan_device;
begin
  select * into device from seminars.scan_device where id = p_device for update;
  if not found then return 'unknown'; end if;
  if device.revoked_at is not null then return 'revoked'; end if;
  if device.secret_hash = p_secret_hash then return 'enrolled'; end if;
  if device.secret_hash is not null then return 'used'; end if;
  if device.link_ends_at < p_now then return 'expired'; end if;
  update seminars.scan_device set secret_hash = p_secret_hash, enrolled_at = p_now, last_seen_at = p_now where id = p_device;
  return 'enrolled';
end
$$;
comment on function seminars.enrol_device is 'Binds a device to its link, once; the same secret again changes nothing.';

create function seminars.know_device(p_device uuid, p_secret_hash bytea, p_now timestamptz)
  returns table (seminar_id uuid, host_unit_id int, name text, revoked boolean)
  language sql volatile security definer set search_path = pg_catalog
as $$
  update seminars.scan_device device
  set last_seen_at = greatest(device.last_seen_at, p_now)
  where device.id = p_device and device.secret_hash = p_secret_hash
  returning device.seminar_id, device.host_unit_id, device.name, device.revoked_at is not null;
$$;
comment on function seminars.know_device is 'Which seminar a device scans for, and whether it was shut out; nothing for a wrong secret.';

create function seminars.device_seminar() returns uuid
  language sql stable security definer set search_path = pg_catalog
as $$
  select device.seminar_id from seminars.scan_device device
  where device.id = seminars.acting_device() and device.enrolled_at is not null and device.revoked_at is null;
$$;
comment on function seminars.device_seminar is 'The seminar of the acting device, or null when it has none or was shut out.';

create function seminars.device_people()
  returns table (id uuid, prefix_th text, name_th text, unit_id int, state text)
  language sql stable security definer set search_path = pg_catalog
as $$
  select r.id, r.prefix_th, r.name_th, r.unit_id, r.state
  from seminars.registration r
  where r.seminar_id = seminars.device_seminar()
  order by r.name_th, r.id;
$$;
comment on function seminars.device_people is 'The least that a device at the door needs of each person: name, centre, state. No address, no telephone, no needs.';

create function seminars.device_presence() returns table (registration_id uuid, session text)
  language sql stable security definer set search_path = pg_catalog
as $$
  select p.registration_id, p.session from seminars.presence p
  where p.seminar_id = seminars.device_seminar() and p.present;
$$;
comment on function seminars.device_presence is 'Who is in already, so that one device knows what another scanned.';

create function seminars.device_rule() returns text
  language sql stable security definer set search_path = pg_catalog
as $$
  select rule.attendance_by from seminars.completion_rule rule where rule.seminar_id = seminars.device_seminar();
$$;
comment on function seminars.device_rule is 'Whether presence is taken by half-day or by part; null for the default.';

alter table seminars.scan enable row level security;
create policy scan_worker on seminars.scan for select to prongsai_worker using (true);
create policy scan_device_own on seminars.scan for select to prongsai_public
  using (device_id = seminars.acting_device());
create policy scan_device_add on seminars.scan for insert to prongsai_public
  with check (device_id = seminars.acting_device() and seminar_id = (select seminars.device_seminar()));
create policy scan_read on seminars.scan for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
create policy scan_paper on seminars.scan for insert to prongsai_officer
  with check (
    source = 'paper'
    and typed_by = platform.acting_person()
    and host_unit_id in (select network.units_with_role(array['organiser', 'head']))
  );

alter table seminars.attendance_correction enable row level security;
create policy correction_worker on seminars.attendance_correction for select to prongsai_worker using (true);
create policy correction_read on seminars.attendance_correction for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
create policy correction_make on seminars.attendance_correction for insert to prongsai_officer
  with check (
    made_by = platform.acting_person()
    and host_unit_id in (select network.units_with_role(array['organiser', 'head']))
  );

alter table seminars.apology enable row level security;
create policy apology_worker on seminars.apology for select to prongsai_worker using (true);
create policy apology_seat_read on seminars.apology for select to prongsai_public
  using (registration_id = platform.acting_seat());
create policy apology_seat_make on seminars.apology for insert to prongsai_public
  with check (registration_id = platform.acting_seat() and made_by is null);
create policy apology_read on seminars.apology for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
create policy apology_make on seminars.apology for insert to prongsai_officer
  with check (
    made_by = platform.acting_person()
    and host_unit_id in (select network.units_with_role(array['organiser', 'head']))
  );

alter table seminars.credential_key enable row level security;
create policy credential_key_read on seminars.credential_key for select using (true);
create policy credential_key_add on seminars.credential_key for insert to prongsai_worker with check (true);

alter table seminars.certificate_counter enable row level security;
create policy certificate_counter_worker on seminars.certificate_counter for all to prongsai_worker
  using (true) with check (true);

alter table seminars.certificate_batch enable row level security;
create policy certificate_batch_worker on seminars.certificate_batch for all to prongsai_worker
  using (true) with check (true);
create policy certificate_batch_read on seminars.certificate_batch for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
create policy certificate_batch_ask on seminars.certificate_batch for insert to prongsai_officer
  with check (
    asked_by = platform.acting_person()
    and state = 'waiting'
    and file_id is null
    and host_unit_id in (select network.units_with_role(array['head']))
    and not (kind = 'organiser' and platform.acting_person() = any (chosen))
  );

alter table seminars.certificate enable row level security;
create policy certificate_worker on seminars.certificate for all to prongsai_worker using (true) with check (true);
create policy certificate_seat on seminars.certificate for select to prongsai_public
  using (registration_id = platform.acting_seat());
create policy certificate_read on seminars.certificate for select to prongsai_officer
  using (
    person_id = platform.acting_person()
    or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
  );
create policy certificate_revoke on seminars.certificate for update to prongsai_officer
  using (revoked_at is null and host_unit_id in (select network.units_with_role(array['head'])))
  with check (revoked_at is not null and revoked_by = platform.acting_person());

-- Whoever holds the code sees what the paper shows; nobody lists certificates.
create function seminars.certificate_by_code(p_code text)
  returns table (
    kind text,
    snapshot jsonb,
    hash bytea,
    credential text,
    issued_at timestamptz,
    revoked_at timestamptz,
    revoked_kind text
  )
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.kind, c.snapshot, c.hash, c.credential, c.issued_at, c.revoked_at, c.revoked_kind
  from seminars.certificate c
  where c.code = p_code;
$$;
comment on function seminars.certificate_by_code is 'A certificate as whoever holds its code may see it.';

create function seminars.revoked_bits(p_from int, p_to int) returns table (place int)
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.status_index - p_from from seminars.certificate c
  where c.status_index between p_from and p_to and c.revoked_at is not null;
$$;
comment on function seminars.revoked_bits is 'Which bits of a part of the list of revocations are set; says nothing of whom.';

do $$
declare
  opened text;
begin
  foreach opened in array array[
    'enrol_device(uuid, bytea, timestamptz)', 'know_device(uuid, bytea, timestamptz)', 'device_seminar()',
    'device_people()', 'device_presence()', 'device_rule()', 'certificate_by_code(text)', 'revoked_bits(int, int)'
  ] loop
    execute format('revoke execute on function seminars.%s from public', opened);
    execute format('grant execute on function seminars.%s to prongsai_public, prongsai_officer, prongsai_worker', opened);
  end loop;
end
$$;
