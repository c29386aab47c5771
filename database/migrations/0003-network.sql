-- The network of centres, its people, how they sign in, and which keys they hold.
create schema network;
comment on schema network is 'Centres, people, roles, sign-in, keys.';
grant usage on schema network to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ centres
create table network.unit (
  id int generated always as identity primary key,
  code text not null unique,
  kind text not null check (kind in ('ministry', 'department', 'state-enterprise', 'bangkok', 'province')),
  parent_id int references network.unit (id),
  name_th text not null,
  short_th text,
  name_en text not null,
  region text check (region in ('central', 'north', 'northeast', 'east', 'west', 'south')),
  districts int,
  longitude float8,
  latitude float8,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  check ((kind = 'ministry') = (parent_id is null))
);
comment on table network.unit is 'An anti-corruption operation centre of the network; the list changes by order, so rows end, they are not deleted.';
comment on column network.unit.id is 'Internal number.';
comment on column network.unit.code is 'Stable code: ISO 3166-2:TH for provinces, the English abbreviation for others.';
comment on column network.unit.kind is 'Which tier and kind of body the centre belongs to.';
comment on column network.unit.parent_id is 'The centre it reports to.';
comment on column network.unit.name_th is 'Name of the body in Thai.';
comment on column network.unit.short_th is 'Thai abbreviation.';
comment on column network.unit.name_en is 'Name of the body in English.';
comment on column network.unit.region is 'Six-region grouping, for provinces.';
comment on column network.unit.districts is 'Number of districts, for provinces and Bangkok.';
comment on column network.unit.longitude is 'Centroid, degrees east.';
comment on column network.unit.latitude is 'Centroid, degrees north.';
comment on column network.unit.valid_from is 'First day of the centre.';
comment on column network.unit.valid_to is 'First day on which it is no more; null while it stands.';
comment on column network.unit.source is 'Order or source of the fact.';

create table network.unit_closure (
  ancestor int not null references network.unit (id),
  descendant int not null references network.unit (id),
  depth int not null,
  primary key (ancestor, descendant)
);
create index on network.unit_closure (descendant, ancestor);
comment on table network.unit_closure is 'Every pair of a centre and one below it (itself at depth 0); kept right by trigger, read by policies.';
comment on column network.unit_closure.ancestor is 'The centre above.';
comment on column network.unit_closure.descendant is 'The centre below or the same.';
comment on column network.unit_closure.depth is 'Steps between the two.';

-- The network is small (a hundred centres), so the closure is simply made anew when the tree changes.
create function network.rebuild_unit_closure() returns trigger
  language plpgsql security definer set search_path = pg_catalog, network
as $$
begin
  if exists (
    with recursive line (descendant, ancestor, depth) as (
      select id, parent_id, 1 from network.unit where parent_id is not null
      union all
      select line.descendant, unit.parent_id, line.depth + 1
      from line
      join network.unit unit on unit.id = line.ancestor
      where unit.parent_id is not null and line.depth < 20
    )
    select from line where ancestor = descendant or depth >= 20
  ) then
    raise exception 'a centre cannot stand above itself' using errcode = 'check_violation';
  end if;
  delete from network.unit_closure;
  insert into network.unit_closure (ancestor, descendant, depth)
  with recursive line (ancestor, descendant, depth) as (
    select id, id, 0 from network.unit
    union all
    select unit.parent_id, line.descendant, line.depth + 1
    from line
    join network.unit unit on unit.id = line.ancestor
    where unit.parent_id is not null
  )
  select ancestor, descendant, depth from line;
  return null;
end
$$;
comment on function network.rebuild_unit_closure is 'Keeps unit_closure equal to the tree; refuses a circle.';
create trigger unit_tree_changed
  after insert or delete or update of parent_id on network.unit
  for each statement execute function network.rebuild_unit_closure();

grant select on network.unit, network.unit_closure to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;
grant insert, update on network.unit to prongsai_officer;
alter table network.unit enable row level security;
create policy unit_read on network.unit for select using (true);
-- The tree is the ministry administrator's: whoever administers the root.
create policy unit_write on network.unit for insert to prongsai_officer
  with check (exists (select from network.unit root where root.parent_id is null and root.id = any (platform.admin_units())));
create policy unit_change on network.unit for update to prongsai_officer
  using (exists (select from network.unit root where root.parent_id is null and root.id = any (platform.admin_units())));

------------------------------------------------------------------ people and what they are appointed to
create table network.person (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  name_th text not null,
  name_en text,
  position_th text,
  locale text not null default 'th' check (locale in ('th', 'en')),
  created_at timestamptz not null,
  disabled_at timestamptz
);
comment on table network.person is 'An officer, head, organiser, auditor or administrator; never a reporter.';
comment on column network.person.id is 'Identifier.';
comment on column network.person.email is 'Work address, lower case; the name at sign-in.';
comment on column network.person.name_th is 'Name in Thai, with prefix.';
comment on column network.person.name_en is 'Name in English.';
comment on column network.person.position_th is 'Position as printed in papers.';
comment on column network.person.locale is 'Language of the pages.';
comment on column network.person.created_at is 'When the invitation was accepted.';
comment on column network.person.disabled_at is 'When the account was closed; sign-in is refused from then.';

create table network.appointment (
  id uuid primary key,
  person_id uuid not null references network.person (id),
  unit_id int not null references network.unit (id),
  role text not null check (role in
    ('case-officer', 'head', 'ethics-officer', 'planner', 'organiser', 'registrar', 'overseer', 'auditor', 'administrator')),
  order_no text,
  acting_for uuid references network.person (id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  made_by uuid references network.person (id),
  made_at timestamptz not null
);
create unique index appointment_open on network.appointment (person_id, unit_id, role) where valid_to is null;
create index on network.appointment (person_id);
create index on network.appointment (unit_id);
comment on table network.appointment is 'A role of a person in a centre for a time; acting-for mandates name the person stood in for.';
comment on column network.appointment.id is 'Identifier.';
comment on column network.appointment.person_id is 'Who.';
comment on column network.appointment.unit_id is 'In which centre.';
comment on column network.appointment.role is 'What the role allows is data in each feature''s policies.';
comment on column network.appointment.order_no is 'Number of the appointing order.';
comment on column network.appointment.acting_for is 'Set when the person stands in for another (ผู้รักษาราชการแทน).';
comment on column network.appointment.valid_from is 'First day.';
comment on column network.appointment.valid_to is 'First day on which it no longer holds; null while open, the first day itself when it was withdrawn before a day had passed.';
comment on column network.appointment.made_by is 'The administrator who made it; null for the first.';
comment on column network.appointment.made_at is 'When it was entered.';

create table network.invitation (
  id uuid primary key,
  token_hash bytea not null unique,
  unit_id int references network.unit (id),
  roles text[] not null,
  email text,
  name_th text,
  for_person uuid references network.person (id),
  order_no text,
  invited_by uuid references network.person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references network.person (id),
  revoked_at timestamptz
);
comment on table network.invitation is 'A one-time link that makes an account; the first of all is printed at first start.';
comment on column network.invitation.id is 'Identifier.';
comment on column network.invitation.token_hash is 'SHA-256 of the secret in the link.';
comment on column network.invitation.unit_id is 'Centre of the roles; null for the very first administrator, who gets the ministry.';
comment on column network.invitation.roles is 'Roles that accepting gives.';
comment on column network.invitation.email is 'Address invited.';
comment on column network.invitation.name_th is 'Name as entered by who invited.';
comment on column network.invitation.for_person is 'Set when the link renews the sign-in of somebody who lost it; roles then stay as they are.';
comment on column network.invitation.order_no is 'Number of the appointing order.';
comment on column network.invitation.invited_by is 'Who invited; null for the first.';
comment on column network.invitation.created_at is 'When made.';
comment on column network.invitation.expires_at is 'Not valid from then.';
comment on column network.invitation.accepted_at is 'When used.';
comment on column network.invitation.accepted_by is 'Account that it made.';
comment on column network.invitation.revoked_at is 'When withdrawn.';

create function network.units_with_role(p_roles text[]) returns setof int
  language sql stable
as $$
  select held.unit_id
  from network.appointment held
  where held.person_id = platform.acting_person()
    and held.role = any (p_roles)
    and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
    and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
$$;
comment on function network.units_with_role is 'Centres in which the acting person holds one of these roles today; for policies of features.';

create function network.held_units() returns setof int
  language sql stable
as $$
  select held.unit_id
  from network.appointment held
  where held.person_id = platform.acting_person()
    and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
    and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
$$;
comment on function network.held_units is 'Centres in which the acting person holds any role today.';

create function network.root_unit() returns int
  language sql stable
as $$
  select id from network.unit where parent_id is null order by id limit 1
$$;
comment on function network.root_unit is 'The ministry''s own centre.';

grant select on network.person, network.appointment to prongsai_signin, prongsai_officer, prongsai_worker;
grant update (name_th, name_en, position_th, locale, disabled_at) on network.person to prongsai_officer;
grant insert, update on network.person to prongsai_signin;
grant insert on network.appointment to prongsai_signin;
grant insert, update on network.appointment to prongsai_officer;
grant select, insert, update on network.invitation to prongsai_signin, prongsai_officer;

alter table network.person enable row level security;
create policy person_signin on network.person for all to prongsai_signin using (true) with check (true);
create policy person_worker on network.person for select to prongsai_worker using (true);
create policy person_read on network.person for select to prongsai_officer using (platform.acting_person() is not null);
-- Another's account is in the hands of whoever administers every centre in which that person is appointed.
create function network.administers_whole(p_person uuid) returns boolean
  language sql stable set search_path = ''
  begin atomic
    select exists (
      select from network.appointment a
      where a.person_id = $1
        and a.unit_id in (select descendant from network.unit_closure where ancestor = any (platform.admin_units()))
    ) and not exists (
      select from network.appointment a
      where a.person_id = $1
        and (a.valid_to is null or a.valid_to > (now() at time zone 'Asia/Bangkok')::date)
        and a.unit_id not in (select descendant from network.unit_closure where ancestor = any (platform.admin_units()))
    );
  end;
comment on function network.administers_whole is 'Whether the acting person administers every centre in which this person is appointed today.';
revoke execute on function network.administers_whole from public;
grant execute on function network.administers_whole to prongsai_officer;
create policy person_change on network.person for update to prongsai_officer
  using (id = platform.acting_person() or network.administers_whole(id));

alter table network.appointment enable row level security;
create policy appointment_signin on network.appointment for all to prongsai_signin using (true) with check (true);
create policy appointment_worker on network.appointment for select to prongsai_worker using (true);
create policy appointment_read on network.appointment for select to prongsai_officer using (platform.acting_person() is not null);
create policy appointment_make on network.appointment for insert to prongsai_officer with check (
  unit_id in (select descendant from network.unit_closure where ancestor = any (platform.admin_units()))
);
create policy appointment_end on network.appointment for update to prongsai_officer using (
  unit_id in (select descendant from network.unit_closure where ancestor = any (platform.admin_units()))
);

alter table network.invitation enable row level security;
create policy invitation_signin on network.invitation for all to prongsai_signin using (true) with check (true);
create policy invitation_administrator on network.invitation for all to prongsai_officer
  using (unit_id in (select descendant from network.unit_closure where ancestor = any (platform.admin_units())))
  with check (unit_id in (select descendant from network.unit_closure where ancestor = any (platform.admin_units())));
-- A link to an account that stands already is a way into everything that its owner may do.
create policy invitation_whole_person on network.invitation as restrictive for insert to prongsai_officer
  with check (for_person is null or network.administers_whole(for_person));
-- The head brings in her own officers, and nobody who would oversee or administer her.
create policy invitation_head on network.invitation for all to prongsai_officer
  using (
    for_person is null
    and not roles && array['administrator', 'auditor', 'overseer']
    and unit_id in (
      select a.unit_id from network.appointment a
      where a.person_id = platform.acting_person() and a.role = 'head'
        and (a.valid_to is null or a.valid_to > (now() at time zone 'Asia/Bangkok')::date)
    )
  );

------------------------------------------------------------------ sign-in: secrets that only the sign-in role reads
create table network.password (
  person_id uuid primary key references network.person (id),
  hash text not null,
  changed_at timestamptz not null
);
comment on table network.password is 'Argon2id hash of a password.';
comment on column network.password.person_id is 'Whose.';
comment on column network.password.hash is 'PHC string.';
comment on column network.password.changed_at is 'When set.';

create table network.totp (
  person_id uuid primary key references network.person (id),
  sealed_secret bytea not null,
  last_step bigint not null default 0,
  confirmed_at timestamptz
);
comment on table network.totp is 'Time-based one-time code (RFC 6238) beside the password.';
comment on column network.totp.person_id is 'Whose.';
comment on column network.totp.sealed_secret is 'The shared secret under the installation''s key, AES-256-GCM.';
comment on column network.totp.last_step is 'Last 30-second step used, so that a code serves once.';
comment on column network.totp.confirmed_at is 'When the first right code was typed.';

create table network.passkey (
  credential_id bytea primary key,
  person_id uuid not null references network.person (id),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index on network.passkey (person_id);
comment on table network.passkey is 'A WebAuthn credential.';
comment on column network.passkey.credential_id is 'As the authenticator gave it.';
comment on column network.passkey.person_id is 'Whose.';
comment on column network.passkey.public_key is 'COSE key.';
comment on column network.passkey.counter is 'Last signature counter.';
comment on column network.passkey.transports is 'How the browser reaches the authenticator.';
comment on column network.passkey.label is 'Name given by its owner.';
comment on column network.passkey.created_at is 'When registered.';
comment on column network.passkey.last_used_at is 'Last sign-in with it.';

create table network.session (
  id_hash bytea primary key,
  public_id uuid not null unique,
  person_id uuid not null references network.person (id),
  method text not null check (method in ('passkey', 'password')),
  device text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz not null,
  ended_at timestamptz
);
create index on network.session (person_id) where ended_at is null;
comment on table network.session is 'A signed-in browser; the id in the cookie is 256 random bits, kept only as SHA-256.';
comment on column network.session.id_hash is 'SHA-256 of the cookie''s value.';
comment on column network.session.public_id is 'Name of the session in lists, to revoke it.';
comment on column network.session.person_id is 'Who.';
comment on column network.session.method is 'How the person signed in.';
comment on column network.session.device is 'Kind of browser and system, for the owner''s list.';
comment on column network.session.created_at is 'Sign-in.';
comment on column network.session.last_seen_at is 'Last request; idle ones end.';
comment on column network.session.expires_at is 'Absolute end.';
comment on column network.session.confirmed_at is 'When the person last proved to be present; asked again before ceremonies and exports.';
comment on column network.session.ended_at is 'Signed out or revoked.';

create table network.ceremony (
  id uuid primary key,
  kind text not null check (kind in ('register', 'authenticate', 'password')),
  challenge text not null,
  person_id uuid references network.person (id),
  facts jsonb not null default '{}',
  expires_at timestamptz not null
);
-- Anybody may begin one, and each beginning clears those that are over.
create index on network.ceremony (expires_at);
comment on table network.ceremony is 'A sign-in or registration between its two requests; used once.';
comment on column network.ceremony.id is 'Identifier, handed back by the browser with its answer.';
comment on column network.ceremony.kind is 'Which ceremony.';
comment on column network.ceremony.challenge is 'Random challenge.';
comment on column network.ceremony.person_id is 'For whom, when known.';
comment on column network.ceremony.facts is 'What the second request needs.';
comment on column network.ceremony.expires_at is 'Not valid from then.';

create table network.failed_sign_in (
  subject bytea primary key,
  failures int not null,
  last_at timestamptz not null
);
comment on table network.failed_sign_in is 'Slows guessing at one account; holds no address.';
comment on column network.failed_sign_in.subject is 'SHA-256 of the account name tried.';
comment on column network.failed_sign_in.failures is 'Failures in a row.';
comment on column network.failed_sign_in.last_at is 'Last failure.';

grant select, insert, update, delete on
  network.password, network.totp, network.passkey, network.session, network.ceremony, network.failed_sign_in
to prongsai_signin;

------------------------------------------------------------------ keys (design: docs/threat-model.md)
create table network.officer_key (
  person_id uuid not null references network.person (id),
  version int not null,
  recipient text not null check (recipient like 'age1pq1%'),
  signing_key bytea not null check (length(signing_key) = 32),
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (person_id, version)
);
create unique index officer_key_current on network.officer_key (person_id) where retired_at is null;
comment on table network.officer_key is 'Public half of an officer''s keys, made in the officer''s browser.';
comment on column network.officer_key.person_id is 'Whose.';
comment on column network.officer_key.version is 'Counts up when keys are made anew.';
comment on column network.officer_key.recipient is 'age hybrid recipient (ML-KEM-768 with X25519).';
comment on column network.officer_key.signing_key is 'Ed25519 public key.';
comment on column network.officer_key.created_at is 'When enrolled.';
comment on column network.officer_key.retired_at is 'When replaced.';

create table network.wrapped_key (
  id uuid primary key,
  person_id uuid not null,
  version int not null,
  method text not null check (method in ('passkey', 'passphrase', 'recovery')),
  credential_id bytea,
  parameters jsonb not null,
  sealed bytea not null,
  created_at timestamptz not null,
  foreign key (person_id, version) references network.officer_key (person_id, version)
);
comment on table network.wrapped_key is 'An officer''s secret keys, wrapped in the browser by something only the officer has.';
comment on column network.wrapped_key.id is 'Identifier.';
comment on column network.wrapped_key.person_id is 'Whose.';
comment on column network.wrapped_key.version is 'Which key.';
comment on column network.wrapped_key.method is 'What unwraps it.';
comment on column network.wrapped_key.credential_id is 'For method passkey: which one.';
comment on column network.wrapped_key.parameters is 'Salt, cost and version of the wrapping; nothing secret.';
comment on column network.wrapped_key.sealed is 'The wrapped keys.';
comment on column network.wrapped_key.created_at is 'When wrapped.';

create table network.centre_epoch (
  unit_id int not null references network.unit (id),
  epoch int not null check (epoch > 0),
  recipient text not null check (recipient like 'age1pq1%'),
  made_by uuid not null references network.person (id),
  created_at timestamptz not null,
  retired_at timestamptz,
  ledger_id bigint not null,
  primary key (unit_id, epoch)
);
create unique index centre_epoch_current on network.centre_epoch (unit_id) where retired_at is null;
comment on table network.centre_epoch is 'A centre''s public key for a time; a new epoch begins when an officer leaves.';
comment on column network.centre_epoch.unit_id is 'Which centre.';
comment on column network.centre_epoch.epoch is 'Counts up from 1.';
comment on column network.centre_epoch.recipient is 'age hybrid recipient; reports are sealed for it.';
comment on column network.centre_epoch.made_by is 'Officer in whose browser it was made.';
comment on column network.centre_epoch.created_at is 'From when.';
comment on column network.centre_epoch.retired_at is 'Until when; null for the current one.';
comment on column network.centre_epoch.ledger_id is 'Ledger outbox number of the entry that published it.';

create table network.centre_grant (
  unit_id int not null,
  epoch int not null,
  person_id uuid not null references network.person (id),
  key_version int not null,
  sealed bytea not null,
  granted_by uuid not null references network.person (id),
  granted_at timestamptz not null,
  primary key (unit_id, epoch, person_id, key_version),
  foreign key (unit_id, epoch) references network.centre_epoch (unit_id, epoch)
);
comment on table network.centre_grant is 'A centre''s secret key of an epoch, sealed for one officer by another in the browser.';
comment on column network.centre_grant.unit_id is 'Which centre.';
comment on column network.centre_grant.epoch is 'Which epoch.';
comment on column network.centre_grant.person_id is 'For whom.';
comment on column network.centre_grant.key_version is 'For which of the officer''s keys.';
comment on column network.centre_grant.sealed is 'age file.';
comment on column network.centre_grant.granted_by is 'Who granted.';
comment on column network.centre_grant.granted_at is 'When.';

grant select on network.centre_epoch to prongsai_public, prongsai_officer, prongsai_worker;
grant insert, update (retired_at) on network.centre_epoch to prongsai_officer;
grant select on network.officer_key to prongsai_officer, prongsai_worker;
grant insert, update (retired_at) on network.officer_key to prongsai_officer;
grant select, insert, delete on network.wrapped_key to prongsai_officer;
grant select, insert on network.centre_grant to prongsai_officer;

alter table network.officer_key enable row level security;
create policy officer_key_read on network.officer_key for select to prongsai_officer using (platform.acting_person() is not null);
create policy officer_key_worker on network.officer_key for select to prongsai_worker using (true);
create policy officer_key_own on network.officer_key for insert to prongsai_officer with check (person_id = platform.acting_person());
create policy officer_key_retire on network.officer_key for update to prongsai_officer using (person_id = platform.acting_person());

alter table network.wrapped_key enable row level security;
create policy wrapped_key_own on network.wrapped_key for all to prongsai_officer
  using (person_id = platform.acting_person()) with check (person_id = platform.acting_person());

alter table network.centre_epoch enable row level security;
create policy centre_epoch_read on network.centre_epoch for select using (true);
create policy centre_epoch_make on network.centre_epoch for insert to prongsai_officer
  with check (unit_id = any (platform.case_units()) and made_by = platform.acting_person());
create policy centre_epoch_retire on network.centre_epoch for update to prongsai_officer
  using (unit_id = any (platform.case_units()));

alter table network.centre_grant enable row level security;
-- Who holds a grant is seen by the centre; only the person sealed for can use the bytes. A leaver fetches nothing more.
create policy centre_grant_read on network.centre_grant for select to prongsai_officer
  using (unit_id = any (platform.case_units()));
create policy centre_grant_give on network.centre_grant for insert to prongsai_officer
  with check (
    unit_id = any (platform.case_units())
    and granted_by = platform.acting_person()
    and exists (
      select from network.appointment a
      where a.person_id = centre_grant.person_id and a.unit_id = centre_grant.unit_id
        and a.role in ('case-officer', 'head', 'ethics-officer', 'registrar')
        and (a.valid_to is null or a.valid_to > (now() at time zone 'Asia/Bangkok')::date)
    )
  );

create function network.holds_current_key(p_person uuid, p_unit int) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from network.centre_grant held
      join network.centre_epoch epoch on epoch.unit_id = held.unit_id and epoch.epoch = held.epoch
      where held.person_id = $1 and held.unit_id = $2 and epoch.retired_at is null
    );
  end;
comment on function network.holds_current_key is 'Whether a person was granted the centre''s present key: an administrator, who sees no grant, learns that a new epoch is due.';
revoke execute on function network.holds_current_key from public;
grant execute on function network.holds_current_key to prongsai_officer;
