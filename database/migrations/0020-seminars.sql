-- The core of seminars: a seminar, its rooms, programme and speakers, competencies, and who has a seat.
-- Quotas, forms, attendance, tests, evaluation and certificates stand in the migrations after this one.
create extension if not exists btree_gist with schema platform;
grant usage on schema platform to prongsai_public, prongsai_officer, prongsai_worker;

create schema seminars;
comment on schema seminars is 'Seminars and courses: project, programme, seats, attendance, tests, competence, certificates.';
grant usage on schema seminars to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ the seminar
create table seminars.seminar (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{2,79}$'),
  title_th text not null check (length(title_th) between 3 and 300),
  title_en text check (length(title_en) between 3 and 300),
  summary_th text not null default '',
  summary_en text not null default '',
  fiscal_year int not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  venue_th text not null default '',
  venue_en text not null default '',
  seats int not null check (seats between 1 and 100000),
  nominate_by date,
  release_on date,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'approved', 'published', 'closed', 'cancelled')),
  state_reason text,
  sequence int not null default 0,
  created_by uuid not null references network.person (id),
  created_at timestamptz not null,
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  -- So that a row of another table can name the organising centre and be right.
  unique (id, unit_id),
  check (nominate_by is null or nominate_by <= starts_on),
  check (release_on is null or release_on <= starts_on)
);
create index on seminars.seminar (starts_on);
create index on seminars.seminar (unit_id);
comment on table seminars.seminar is 'A seminar or course of a centre, from draft to its close; rows are cancelled, not deleted.';
comment on column seminars.seminar.id is 'Identifier, made by the client, so that making may be repeated.';
comment on column seminars.seminar.unit_id is 'Organising centre.';
comment on column seminars.seminar.slug is 'Name in public addresses.';
comment on column seminars.seminar.title_th is 'Title in Thai, as on its papers.';
comment on column seminars.seminar.title_en is 'Title in English.';
comment on column seminars.seminar.summary_th is 'What it is about, for its public page.';
comment on column seminars.seminar.summary_en is 'The same in English.';
comment on column seminars.seminar.fiscal_year is 'Fiscal year it is paid from, Common Era year of its September.';
comment on column seminars.seminar.starts_on is 'First day.';
comment on column seminars.seminar.ends_on is 'Last day.';
comment on column seminars.seminar.venue_th is 'Place in Thai.';
comment on column seminars.seminar.venue_en is 'Place in English.';
comment on column seminars.seminar.seats is 'Seats in all; never more are confirmed.';
comment on column seminars.seminar.nominate_by is 'Last day on which centres nominate within their quota.';
comment on column seminars.seminar.release_on is 'Day on which unused quota seats go to the waiting list.';
comment on column seminars.seminar.state is 'draft → submitted → approved (or returned) → published → closed; or cancelled.';
comment on column seminars.seminar.state_reason is 'Why it was returned or cancelled.';
comment on column seminars.seminar.sequence is 'Revision number of its calendar entries (RFC 5545 SEQUENCE).';
comment on column seminars.seminar.created_by is 'Who made it.';
comment on column seminars.seminar.created_at is 'When.';
comment on column seminars.seminar.changed_by is 'Who changed it last.';
comment on column seminars.seminar.changed_at is 'When it was changed last; pages send it back so that nobody overwrites a colleague.';

------------------------------------------------------------------ the programme
create table seminars.room (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  name_th text not null,
  name_en text,
  capacity int check (capacity > 0),
  position int not null,
  unique (seminar_id, id)
);
comment on table seminars.room is 'A room of a seminar''s venue; a column of its timetable.';
comment on column seminars.room.id is 'Identifier, made by the client.';
comment on column seminars.room.seminar_id is 'Which seminar.';
comment on column seminars.room.name_th is 'Name in Thai.';
comment on column seminars.room.name_en is 'Name in English.';
comment on column seminars.room.capacity is 'People it holds.';
comment on column seminars.room.position is 'Order of columns.';

create table seminars.slot (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  kind text not null check (kind in ('opening', 'lecture', 'panel', 'exchange', 'group-work', 'test', 'break', 'closing')),
  title_th text not null check (length(title_th) between 1 and 300),
  title_en text check (length(title_en) <= 300),
  detail_th text not null default '',
  detail_en text not null default '',
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  groups int not null default 1 check (groups between 1 and 50),
  counts_for_attendance boolean not null default true,
  changed_at timestamptz not null,
  unique (seminar_id, id),
  foreign key (seminar_id, room_id) references seminars.room (seminar_id, id),
  constraint slot_room_free exclude using gist (room_id with =, during with &&)
);
create index on seminars.slot (seminar_id, starts_at);
comment on table seminars.slot is 'A part of the programme: opening, lecture, panel, exchange, group work, test, break, closing.';
comment on column seminars.slot.id is 'Identifier, made by the client.';
comment on column seminars.slot.seminar_id is 'Which seminar.';
comment on column seminars.slot.kind is 'Kind of part; rules of money and evaluation depend on it.';
comment on column seminars.slot.title_th is 'Title in Thai.';
comment on column seminars.slot.title_en is 'Title in English.';
comment on column seminars.slot.detail_th is 'What it is about.';
comment on column seminars.slot.detail_en is 'The same in English.';
comment on column seminars.slot.room_id is 'Room; null for all rooms or not yet known. A room holds one part at a time.';
comment on column seminars.slot.starts_at is 'Start.';
comment on column seminars.slot.ends_at is 'End.';
comment on column seminars.slot.during is 'Start and end as a range, for the rules of no overlap.';
comment on column seminars.slot.groups is 'Groups that work side by side (group work).';
comment on column seminars.slot.counts_for_attendance is 'Whether being there is counted towards the share that a certificate asks for.';
comment on column seminars.slot.changed_at is 'When it was changed last.';

create table seminars.speaker (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  name_th text not null,
  name_en text,
  position_th text not null default '',
  organisation_th text not null default '',
  affiliation text not null check (affiliation in ('state', 'non-state')),
  email text,
  unique (seminar_id, id)
);
comment on table seminars.speaker is 'A speaker, moderator or panellist of a seminar; needs no account.';
comment on column seminars.speaker.id is 'Identifier, made by the client.';
comment on column seminars.speaker.seminar_id is 'Which seminar.';
comment on column seminars.speaker.name_th is 'Name in Thai with prefix.';
comment on column seminars.speaker.name_en is 'Name in English.';
comment on column seminars.speaker.position_th is 'Position.';
comment on column seminars.speaker.organisation_th is 'Organisation.';
comment on column seminars.speaker.affiliation is 'Of the state or not: the ceiling of the fee depends on it.';
comment on column seminars.speaker.email is 'For the invitation and the programme; seen by organisers only.';

create table seminars.slot_speaker (
  slot_id uuid not null,
  speaker_id uuid not null,
  seminar_id uuid not null,
  role text not null check (role in ('speaker', 'moderator', 'panellist', 'facilitator')),
  group_no int check (group_no > 0),
  during tstzrange not null,
  primary key (slot_id, speaker_id),
  foreign key (seminar_id, slot_id) references seminars.slot (seminar_id, id) on delete cascade,
  foreign key (seminar_id, speaker_id) references seminars.speaker (seminar_id, id),
  constraint slot_speaker_free exclude using gist (speaker_id with =, during with &&)
);
comment on table seminars.slot_speaker is 'Who speaks in which part of the programme; nobody speaks in two at once.';
comment on column seminars.slot_speaker.slot_id is 'Which part.';
comment on column seminars.slot_speaker.speaker_id is 'Who.';
comment on column seminars.slot_speaker.seminar_id is 'Of which seminar both are.';
comment on column seminars.slot_speaker.role is 'In which role.';
comment on column seminars.slot_speaker.group_no is 'Which group, in group work.';
comment on column seminars.slot_speaker.during is 'Copy of the part''s time, kept by trigger.';

create function seminars.copy_slot_time() returns trigger
  language plpgsql
as $$
begin
  select during into new.during from seminars.slot where id = new.slot_id;
  return new;
end
$$;
comment on function seminars.copy_slot_time is 'Gives a speaker''s row the time of its part, for the rule of no overlap.';
create trigger slot_speaker_time
  before insert or update on seminars.slot_speaker
  for each row execute function seminars.copy_slot_time();

create function seminars.move_speakers() returns trigger
  language plpgsql
as $$
begin
  update seminars.slot_speaker set role = role where slot_id = new.id;
  return null;
end
$$;
comment on function seminars.move_speakers is 'Takes speakers along when their part is moved.';
create trigger slot_moved
  after update of starts_at, ends_at on seminars.slot
  for each row execute function seminars.move_speakers();

------------------------------------------------------------------ competencies
create table seminars.competency (
  code text primary key check (code ~ '^[A-Z][A-Z0-9]{0,7}$'),
  kind text not null check (kind in ('knowledge', 'skill', 'competence')),
  name_th text not null,
  name_en text not null,
  description_th text not null default '',
  description_en text not null default '',
  position int not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
comment on table seminars.competency is 'What an officer of a centre should know, be able to do, and stand for; the frame changes by order, so rows end.';
comment on column seminars.competency.code is 'Code, such as K1.';
comment on column seminars.competency.kind is 'Knowledge, skill or competence, as the founding project names them.';
comment on column seminars.competency.name_th is 'Name in Thai.';
comment on column seminars.competency.name_en is 'Name in English.';
comment on column seminars.competency.description_th is 'What it means in the work of a centre.';
comment on column seminars.competency.description_en is 'The same in English.';
comment on column seminars.competency.position is 'Order in lists.';
comment on column seminars.competency.basis is 'Legal or other basis.';
comment on column seminars.competency.source is 'Where the fact was taken from.';
comment on column seminars.competency.status is 'unconfirmed until an official has confirmed it.';
comment on column seminars.competency.valid_from is 'First day of force.';
comment on column seminars.competency.valid_to is 'First day on which it is no more in force.';

create table seminars.slot_competency (
  slot_id uuid not null references seminars.slot (id) on delete cascade,
  competency_code text not null references seminars.competency (code),
  primary key (slot_id, competency_code)
);
comment on table seminars.slot_competency is 'Which competencies a part of the programme serves.';
comment on column seminars.slot_competency.slot_id is 'Which part.';
comment on column seminars.slot_competency.competency_code is 'Which competency.';

------------------------------------------------------------------ seats
create table seminars.registration (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  unit_id int not null references network.unit (id),
  kind text not null default 'participant',
  person_id uuid references network.person (id),
  prefix_th text not null default '',
  name_th text not null check (length(name_th) between 2 and 200),
  position_th text not null default '',
  email text check (email = lower(email)),
  phone text,
  state text not null check (state in (
    'nominated', 'approved', 'confirmed', 'waitlisted', 'offered',
    'rejected', 'declined', 'withdrawn', 'substituted', 'released')),
  state_reason text,
  substitutes uuid references seminars.registration (id),
  made_by uuid references network.person (id),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  unique (seminar_id, id),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.registration (seminar_id, unit_id, kind, state);
create index on seminars.registration (person_id);
-- Nobody holds two seats of one seminar: neither by account nor by address.
create unique index registration_one_by_person on seminars.registration (seminar_id, person_id)
  where person_id is not null and state in ('nominated', 'approved', 'confirmed', 'waitlisted', 'offered');
create unique index registration_one_by_email on seminars.registration (seminar_id, email)
  where email is not null and state in ('nominated', 'approved', 'confirmed', 'waitlisted', 'offered');
comment on table seminars.registration is 'A person''s way to a seat: nominated, approved by the head, confirmed or waiting, and what became of it.';
comment on column seminars.registration.id is 'Identifier, made by the client; the link of the participant is made from it.';
comment on column seminars.registration.seminar_id is 'Which seminar.';
comment on column seminars.registration.host_unit_id is 'Organising centre, so that a policy needs no look at the seminar.';
comment on column seminars.registration.unit_id is 'Centre that sends the person, and whose quota is used.';
comment on column seminars.registration.kind is 'Kind of seat, as the seminar''s quotas name them.';
comment on column seminars.registration.person_id is 'Account, when the person has one.';
comment on column seminars.registration.prefix_th is 'Prefix or rank.';
comment on column seminars.registration.name_th is 'Given and family name in Thai.';
comment on column seminars.registration.position_th is 'Position.';
comment on column seminars.registration.email is 'Address, lower case.';
comment on column seminars.registration.phone is 'Telephone.';
comment on column seminars.registration.state is 'Where it stands; only confirmed ones hold a seat, offered ones hold one until the offer ends.';
comment on column seminars.registration.state_reason is 'Why it was rejected, withdrawn or released.';
comment on column seminars.registration.substitutes is 'The registration in whose place this one stands.';
comment on column seminars.registration.made_by is 'Officer who nominated; null when the person came by a link.';
comment on column seminars.registration.made_at is 'When.';
comment on column seminars.registration.changed_at is 'When its state changed last.';

------------------------------------------------------------------ who sees and does what
grant select on seminars.seminar, seminars.room, seminars.slot, seminars.slot_competency, seminars.competency, seminars.slot_speaker
  to prongsai_public, prongsai_officer, prongsai_worker;
grant select (id, seminar_id, name_th, name_en, position_th, organisation_th) on seminars.speaker to prongsai_public;
grant select on seminars.speaker to prongsai_officer, prongsai_worker;
grant insert, update on seminars.seminar to prongsai_officer;
grant insert, update, delete on seminars.room, seminars.slot, seminars.speaker, seminars.slot_speaker, seminars.slot_competency
  to prongsai_officer;
grant insert, update on seminars.competency to prongsai_officer;
grant select, insert, update on seminars.registration to prongsai_officer, prongsai_worker;
grant select on seminars.registration to prongsai_public;

create function seminars.is_public(p_seminar uuid) returns boolean
  language sql stable
as $$
  select exists (select from seminars.seminar where id = p_seminar and state in ('published', 'closed', 'cancelled'))
$$;
comment on function seminars.is_public is 'Whether anybody may see the seminar and its programme.';

create function seminars.organises(p_seminar uuid) returns boolean
  language sql stable
as $$
  select exists (
    select from seminars.seminar
    where id = p_seminar
      and unit_id in (select network.units_with_role(array['organiser', 'head']))
  )
$$;
comment on function seminars.organises is 'Whether the acting person organises the seminar: an organiser or head of its centre.';

alter table seminars.seminar enable row level security;
create policy seminar_worker on seminars.seminar for select to prongsai_worker using (true);
create policy seminar_public on seminars.seminar for select to prongsai_public
  using (state in ('published', 'closed', 'cancelled'));
create policy seminar_read on seminars.seminar for select to prongsai_officer
  using (
    (state in ('published', 'closed', 'cancelled') and platform.acting_person() is not null)
    or unit_id in (select network.held_units())
  );
create policy seminar_make on seminars.seminar for insert to prongsai_officer
  with check (
    unit_id in (select network.units_with_role(array['organiser', 'head']))
    and created_by = platform.acting_person()
    and state = 'draft'
  );
create policy seminar_change on seminars.seminar for update to prongsai_officer
  using (unit_id in (select network.units_with_role(array['organiser', 'head'])))
  with check (
    changed_by = platform.acting_person()
    -- It cannot be handed to a centre that never asked for it.
    and unit_id in (select network.units_with_role(array['organiser', 'head']))
  );
-- Approval is the head's, whoever else may change the seminar.
create function seminars.only_head_approves() returns trigger
  language plpgsql
as $$
begin
  if new.state = 'approved' and old.state <> 'approved'
    and new.unit_id not in (select network.units_with_role(array['head'])) then
    raise exception 'only the head of the organising centre approves' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function seminars.only_head_approves is 'Refuses an approval by anybody but a head of the organising centre.';
create trigger seminar_approval
  before update of state on seminars.seminar
  for each row execute function seminars.only_head_approves();

do $$
declare
  part text;
begin
  foreach part in array array['room', 'slot', 'speaker', 'slot_speaker'] loop
    execute format('alter table seminars.%I enable row level security', part);
    execute format('create policy %I on seminars.%I for select to prongsai_worker using (true)', part || '_worker', part);
    execute format('create policy %I on seminars.%I for select to prongsai_public using (seminars.is_public(seminar_id))', part || '_public', part);
    execute format('create policy %I on seminars.%I for select to prongsai_officer using (exists (select from seminars.seminar s where s.id = seminar_id))', part || '_read', part);
    execute format('create policy %I on seminars.%I for all to prongsai_officer using (seminars.organises(seminar_id)) with check (seminars.organises(seminar_id))', part || '_organise', part);
  end loop;
end
$$;

alter table seminars.slot_competency enable row level security;
create policy slot_competency_read on seminars.slot_competency for select
  using (exists (select from seminars.slot where slot.id = slot_id));
create policy slot_competency_organise on seminars.slot_competency for all to prongsai_officer
  using (exists (select from seminars.slot where slot.id = slot_id and seminars.organises(slot.seminar_id)))
  with check (exists (select from seminars.slot where slot.id = slot_id and seminars.organises(slot.seminar_id)));

alter table seminars.competency enable row level security;
create policy competency_read on seminars.competency for select using (true);
create policy competency_add on seminars.competency for insert to prongsai_officer
  with check (network.root_unit() in (select network.units_with_role(array['administrator', 'planner', 'organiser'])));
create policy competency_change on seminars.competency for update to prongsai_officer
  using (network.root_unit() in (select network.units_with_role(array['administrator', 'planner', 'organiser'])));

-- Names, telephones and needs of people: the organisers, the sending centre's head and organiser, and the person alone.
alter table seminars.registration enable row level security;
create policy registration_worker on seminars.registration for all to prongsai_worker using (true) with check (true);
create policy registration_seat on seminars.registration for select to prongsai_public
  using (id = platform.acting_seat());
create policy registration_read on seminars.registration for select to prongsai_officer
  using (
    person_id = platform.acting_person()
    or made_by = platform.acting_person()
    or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    or unit_id in (select network.units_with_role(array['organiser', 'head']))
  );
create policy registration_nominate on seminars.registration for insert to prongsai_officer
  with check (
    made_by = platform.acting_person()
    and (
      unit_id in (select network.held_units())
      or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    )
  );
create policy registration_change on seminars.registration for update to prongsai_officer
  using (
    person_id = platform.acting_person()
    or made_by = platform.acting_person()
    or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    or unit_id in (select network.units_with_role(array['organiser', 'head']))
  );
