-- Seats of seminars: kinds and quotas, the one way from nomination to a seat, the waiting list, the registration form,
-- reminders. A seat changes its state through the functions below and in no other way: no role may write the column.
create table seminars.seat_kind (
  seminar_id uuid not null references seminars.seminar (id),
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
  name_th text not null check (length(name_th) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  seats int check (seats >= 0),
  is_open boolean not null,
  position int not null,
  primary key (seminar_id, code)
);
comment on table seminars.seat_kind is 'A kind of seat of a seminar: participant, head, observer and what else its organiser needs.';
comment on column seminars.seat_kind.seminar_id is 'Which seminar.';
comment on column seminars.seat_kind.code is 'Stable code within the seminar.';
comment on column seminars.seat_kind.name_th is 'Name in Thai.';
comment on column seminars.seat_kind.name_en is 'Name in English.';
comment on column seminars.seat_kind.seats is 'Most seats of this kind; null when only the seminar''s whole number limits it.';
comment on column seminars.seat_kind.is_open is 'Whether centres may nominate for it.';
comment on column seminars.seat_kind.position is 'Order of columns.';

create table seminars.quota (
  seminar_id uuid not null,
  host_unit_id int not null,
  unit_id int not null references network.unit (id),
  kind text not null,
  seats int not null check (seats between 0 and 10000),
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  primary key (seminar_id, unit_id, kind),
  foreign key (seminar_id, kind) references seminars.seat_kind (seminar_id, code),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.quota (unit_id);
comment on table seminars.quota is 'Seats kept for a centre until the day of release.';
comment on column seminars.quota.seminar_id is 'Which seminar.';
comment on column seminars.quota.host_unit_id is 'Organising centre, so that a policy needs no look at the seminar.';
comment on column seminars.quota.unit_id is 'Which centre.';
comment on column seminars.quota.kind is 'Which kind of seat.';
comment on column seminars.quota.seats is 'How many.';
comment on column seminars.quota.changed_by is 'Who set it.';
comment on column seminars.quota.changed_at is 'When.';

create table seminars.seat_settings (
  seminar_id uuid primary key references seminars.seminar (id),
  confirms text not null default 'at-once' check (confirms in ('at-once', 'by-organiser')),
  offers_automatic boolean not null default true,
  offer_hours int not null default 48 check (offer_hours between 1 and 720),
  shows_remaining boolean not null default false,
  citizen_number_reason text check (length(citizen_number_reason) between 10 and 500),
  citizen_number_days int not null default 90 check (citizen_number_days between 1 and 3650),
  changed_at timestamptz
);
comment on table seminars.seat_settings is 'How seats of a seminar are given; made with the seminar, changed by its organisers.';
comment on column seminars.seat_settings.seminar_id is 'Which seminar.';
comment on column seminars.seat_settings.confirms is 'Whether the head''s approval takes a free seat at once, or the organiser confirms each.';
comment on column seminars.seat_settings.offers_automatic is 'Whether a free seat is offered to the next in the queue without anybody''s doing.';
comment on column seminars.seat_settings.offer_hours is 'Hours in which an offer may be accepted; then it goes to the next.';
comment on column seminars.seat_settings.shows_remaining is 'Whether the public page tells how many seats are left.';
comment on column seminars.seat_settings.citizen_number_reason is 'Why finance needs citizen numbers, in the participant''s words; null: they are not asked for and cannot be stored.';
comment on column seminars.seat_settings.citizen_number_days is 'Days after the last day of the seminar on which citizen numbers are erased.';
comment on column seminars.seat_settings.changed_at is 'When it was changed last; null while as made.';

create function seminars.open_seats() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into seminars.seat_settings (seminar_id) values (new.id);
  insert into seminars.seat_kind (seminar_id, code, name_th, name_en, is_open, position)
  values
    (new.id, 'participant', 'ผู้เข้าร่วม', 'Participant', true, 0),
    (new.id, 'head', 'หัวหน้าศูนย์', 'Head of centre', false, 1),
    (new.id, 'observer', 'ผู้สังเกตการณ์', 'Observer', false, 2);
  return null;
end
$$;
comment on function seminars.open_seats is 'Gives a new seminar its settings and usual kinds of seat.';
create trigger seminar_seats
  after insert on seminars.seminar
  for each row execute function seminars.open_seats();

------------------------------------------------------------------ a registration's way
create sequence seminars.arrival;
comment on sequence seminars.arrival is 'Order in which requests for seats came to be decided; the waiting list is read by it.';

alter table seminars.registration
  add column arrival_no bigint unique,
  add column from_pool boolean not null default false,
  add column offer_until timestamptz,
  add constraint registration_offer check ((state = 'offered') = (offer_until is not null)),
  add constraint registration_kind foreign key (seminar_id, kind) references seminars.seat_kind (seminar_id, code);
-- A substitute takes the number of the person in whose place she stands.
alter table seminars.registration drop constraint registration_arrival_no_key;
create index on seminars.registration (seminar_id, arrival_no) where state = 'waitlisted';
create index on seminars.registration (offer_until) where state = 'offered';
create unique index registration_one_substitute on seminars.registration (substitutes);
comment on column seminars.registration.arrival_no is 'When its request for a seat was decided, in order; null before.';
comment on column seminars.registration.from_pool is 'Whether its seat is one of the common ones rather than of its centre''s quota.';
comment on column seminars.registration.offer_until is 'Until when an offered seat may be accepted.';

create table seminars.registration_event (
  id uuid primary key default gen_random_uuid(),
  registration_id uuid not null,
  seminar_id uuid not null,
  host_unit_id int not null,
  unit_id int not null,
  what text not null check (what in ('state', 'corrected')),
  from_state text,
  to_state text not null,
  reason text,
  by_person uuid references network.person (id),
  by_side text not null check (by_side in ('officer', 'holder', 'program')),
  at timestamptz not null,
  mailed_at timestamptz,
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id)
);
create index on seminars.registration_event (registration_id, at);
create index on seminars.registration_event (at) where mailed_at is null;
comment on table seminars.registration_event is 'What happened to a registration, in order; written by trigger, never changed.';
comment on column seminars.registration_event.id is 'Identifier; the mail about it carries the same, so it is sent once.';
comment on column seminars.registration_event.registration_id is 'Which registration.';
comment on column seminars.registration_event.seminar_id is 'Of which seminar.';
comment on column seminars.registration_event.host_unit_id is 'Organising centre.';
comment on column seminars.registration_event.unit_id is 'Sending centre.';
comment on column seminars.registration_event.what is 'A step of its state, or a correction of name or address.';
comment on column seminars.registration_event.from_state is 'State before; null for the nomination.';
comment on column seminars.registration_event.to_state is 'State after.';
comment on column seminars.registration_event.reason is 'Reason given.';
comment on column seminars.registration_event.by_person is 'Officer who did it.';
comment on column seminars.registration_event.by_side is 'Whether an officer, the person alone, or the program did it.';
comment on column seminars.registration_event.at is 'When.';
comment on column seminars.registration_event.mailed_at is 'When the mail about it was queued, or found not to be needed.';

create function seminars.keep_registration_event() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  what text := 'state';
begin
  if tg_op = 'UPDATE' and new.state = old.state then
    if (new.prefix_th, new.name_th, new.email, new.person_id) is not distinct from (old.prefix_th, old.name_th, old.email, old.person_id) then
      return null;
    end if;
    what := 'corrected';
  end if;
  insert into seminars.registration_event
    (registration_id, seminar_id, host_unit_id, unit_id, what, from_state, to_state, reason, by_person, by_side, at)
  values (
    new.id, new.seminar_id, new.host_unit_id, new.unit_id, what,
    case when tg_op = 'UPDATE' then old.state end,
    new.state,
    case when what = 'state' then new.state_reason end,
    -- An offer and its end are the queue's doing, whoever's step set it in motion.
    case when what = 'corrected' or new.state not in ('offered', 'released') then platform.acting_person() end,
    case
      when what = 'state' and new.state in ('offered', 'released') then 'program'
      when platform.acting_seat() = new.id or new.person_id = platform.acting_person() then 'holder'
      when platform.acting_person() is not null then 'officer'
      else 'program'
    end,
    new.changed_at
  );
  return null;
end
$$;
comment on function seminars.keep_registration_event is 'Writes the history of a registration.';
create trigger registration_history
  after insert or update on seminars.registration
  for each row execute function seminars.keep_registration_event();

-- One person, one row, whether she was named by her account or by her address.
create function seminars.know_person() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  if new.person_id is not null and new.email is null then
    select email into new.email from network.person where id = new.person_id;
  elsif new.person_id is null and new.email is not null then
    select person.id into new.person_id
    from network.person person
    join network.appointment held on held.person_id = person.id
    where person.email = new.email and held.unit_id = new.unit_id
    limit 1;
  end if;
  return new;
end
$$;
comment on function seminars.know_person is 'Joins a nomination to the account of its address within the sending centre, and an account to its address.';
create trigger registration_person
  before insert on seminars.registration
  for each row execute function seminars.know_person();

-- The state machine as data; src/features/seminars/seats/seat-steps.ts says the same, and a test compares the two.
create table seminars.seat_step (
  step text not null,
  from_state text not null,
  to_state text not null,
  sides text[] not null check (sides <@ array['holder', 'nominator', 'sender-head', 'host', 'program']),
  primary key (step, from_state)
);
comment on table seminars.seat_step is 'Which step leads from which state to which, and whose step it is.';
comment on column seminars.seat_step.step is 'Step.';
comment on column seminars.seat_step.from_state is 'State before.';
comment on column seminars.seat_step.to_state is 'State after; for "place" and "requeue" the arithmetic of seats decides between confirmed and waitlisted.';
comment on column seminars.seat_step.sides is 'Who may: the person herself, who nominated her, the head of her centre, the organisers, the program.';
insert into seminars.seat_step (step, from_state, to_state, sides)
values
  ('approve', 'nominated', 'approved', '{sender-head,host}'),
  ('reject', 'nominated', 'rejected', '{sender-head,host}'),
  ('reject', 'approved', 'rejected', '{host}'),
  ('reject', 'waitlisted', 'rejected', '{host}'),
  ('place', 'approved', 'confirmed', '{host}'),
  ('accept', 'offered', 'confirmed', '{holder,host}'),
  ('decline', 'offered', 'declined', '{holder,host}'),
  ('lapse', 'offered', 'released', '{host,program}'),
  ('withdraw', 'nominated', 'withdrawn', '{holder,nominator,sender-head,host}'),
  ('withdraw', 'approved', 'withdrawn', '{holder,sender-head,host}'),
  ('withdraw', 'waitlisted', 'withdrawn', '{holder,sender-head,host}'),
  ('withdraw', 'offered', 'withdrawn', '{holder,sender-head,host}'),
  ('withdraw', 'confirmed', 'withdrawn', '{holder,sender-head,host}'),
  ('requeue', 'released', 'waitlisted', '{sender-head,host}'),
  ('requeue', 'declined', 'waitlisted', '{sender-head,host}'),
  ('requeue', 'withdrawn', 'waitlisted', '{host}'),
  ('substitute', 'nominated', 'substituted', '{sender-head,host}'),
  ('substitute', 'approved', 'substituted', '{sender-head,host}'),
  ('substitute', 'waitlisted', 'substituted', '{sender-head,host}'),
  ('substitute', 'offered', 'substituted', '{sender-head,host}'),
  ('substitute', 'confirmed', 'substituted', '{sender-head,host}');

------------------------------------------------------------------ the arithmetic of seats
-- One decision at a time in a seminar, in the order of asking: an advisory lock queues first come, first served, and
-- ends with the transaction. Without it two requests would both see the last seat free.
create function seminars.lock_seats(p_seminar uuid) returns void
  language sql volatile
as $$
  select pg_advisory_xact_lock(hashtextextended('seminars.seats ' || p_seminar::text, 0))
$$;
comment on function seminars.lock_seats is 'Waits for its turn to decide about seats of the seminar.';

create function seminars.is_released(p_seminar uuid, p_at timestamptz) returns boolean
  language sql stable
as $$
  select coalesce((p_at at time zone 'Asia/Bangkok')::date >= release_on, false) from seminars.seminar where id = p_seminar
$$;
comment on function seminars.is_released is 'Whether quotas hold seats no longer.';

create function seminars.held_seats(p_seminar uuid, p_kind text) returns int
  language sql stable
as $$
  select count(*)::int from seminars.registration
  where seminar_id = p_seminar and state in ('confirmed', 'offered') and (p_kind is null or kind = p_kind)
$$;
comment on function seminars.held_seats is 'Seats taken or on offer, of a kind or of all.';

create function seminars.reserved_seats(p_seminar uuid, p_kind text, p_at timestamptz) returns int
  language sql stable
as $$
  select case when seminars.is_released(p_seminar, p_at) then 0 else coalesce(sum(greatest(quota.seats - coalesce(used.seats, 0), 0)), 0)::int end
  from seminars.quota quota
  left join (
    select unit_id, kind, count(*)::int as seats
    from seminars.registration
    where seminar_id = p_seminar and state in ('confirmed', 'offered') and not from_pool
    group by unit_id, kind
  ) used on used.unit_id = quota.unit_id and used.kind = quota.kind
  where quota.seminar_id = p_seminar and (p_kind is null or quota.kind = p_kind)
$$;
comment on function seminars.reserved_seats is 'Seats kept for centres that have not used their quota yet; none from the day of release.';

create function seminars.pool_free(p_seminar uuid, p_kind text, p_at timestamptz) returns int
  language sql stable
as $$
  select greatest(0, least(
    seminar.seats - seminars.held_seats(p_seminar, null) - seminars.reserved_seats(p_seminar, null, p_at),
    coalesce(kind.seats - seminars.held_seats(p_seminar, p_kind) - seminars.reserved_seats(p_seminar, p_kind, p_at), 100000)
  ))
  from seminars.seminar seminar
  join seminars.seat_kind kind on kind.seminar_id = seminar.id and kind.code = p_kind
  where seminar.id = p_seminar
$$;
comment on function seminars.pool_free is 'Common seats free for a kind: neither held nor kept for a centre.';

create function seminars.quota_free(p_seminar uuid, p_unit int, p_kind text, p_at timestamptz) returns int
  language sql stable
as $$
  select case when seminars.is_released(p_seminar, p_at) then 0 else coalesce((
    select greatest(0, least(
      quota.seats - (
        select count(*)::int from seminars.registration used
        where used.seminar_id = p_seminar and used.unit_id = p_unit and used.kind = p_kind
          and used.state in ('confirmed', 'offered') and not used.from_pool
      ),
      seminar.seats - seminars.held_seats(p_seminar, null),
      coalesce(kind.seats - seminars.held_seats(p_seminar, p_kind), 100000)
    ))
    from seminars.quota quota
    join seminars.seminar seminar on seminar.id = quota.seminar_id
    join seminars.seat_kind kind on kind.seminar_id = quota.seminar_id and kind.code = quota.kind
    where quota.seminar_id = p_seminar and quota.unit_id = p_unit and quota.kind = p_kind
  ), 0) end
$$;
comment on function seminars.quota_free is 'Seats of a centre''s quota that are still free.';

-- Called with the lock held.
create function seminars.place_seat(p_registration uuid, p_at timestamptz) returns text
  language plpgsql
as $$
declare
  asked seminars.registration;
  goes text := 'waitlisted';
  pool boolean := false;
begin
  select * into asked from seminars.registration where id = p_registration;
  if seminars.held_seats(asked.seminar_id, null) >= (select seats from seminars.seminar where id = asked.seminar_id) then
    goes := 'waitlisted'; -- Full: nothing else needs counting, and others wait for this decision.
  elsif seminars.quota_free(asked.seminar_id, asked.unit_id, asked.kind, p_at) > 0 then
    goes := 'confirmed';
  elsif seminars.pool_free(asked.seminar_id, asked.kind, p_at) > 0
    -- Nobody passes those who wait and could have the seat (offers may be switched off for a while).
    and not exists (
      select from (
        select distinct kind from seminars.registration where seminar_id = asked.seminar_id and state = 'waitlisted'
      ) waiting
      where seminars.pool_free(asked.seminar_id, waiting.kind, p_at) > 0
    ) then
    goes := 'confirmed';
    pool := true;
  end if;
  update seminars.registration
  set state = goes, from_pool = pool, arrival_no = nextval('seminars.arrival'), state_reason = null, changed_at = p_at
  where id = p_registration;
  return goes;
end
$$;
comment on function seminars.place_seat is 'Gives an approved registration a seat of its quota, a common one, or the end of the waiting list.';

-- Called with the lock held.
create function seminars.offer_seats(p_seminar uuid, p_at timestamptz, p_by_hand boolean default false) returns int
  language plpgsql
as $$
declare
  seminar seminars.seminar;
  settings seminars.seat_settings;
  waiting record;
  pool boolean;
  made int := 0;
begin
  select * into seminar from seminars.seminar where id = p_seminar;
  select * into settings from seminars.seat_settings where seminar_id = p_seminar;
  if not (settings.offers_automatic or p_by_hand) or seminar.state <> 'published'
    or p_at >= seminar.starts_on::timestamp at time zone 'Asia/Bangkok' then
    return 0;
  end if;
  for waiting in
    select id, unit_id, kind from seminars.registration
    where seminar_id = p_seminar and state = 'waitlisted'
    order by arrival_no
  loop
    exit when seminars.held_seats(p_seminar, null) >= seminar.seats;
    if seminars.quota_free(p_seminar, waiting.unit_id, waiting.kind, p_at) > 0 then
      pool := false;
    elsif seminars.pool_free(p_seminar, waiting.kind, p_at) > 0 then
      pool := true;
    else
      continue;
    end if;
    update seminars.registration
    set state = 'offered', from_pool = pool, state_reason = null, changed_at = p_at,
      -- No longer than the eve of the seminar: an empty chair helps nobody.
      offer_until = least(p_at + make_interval(hours => settings.offer_hours), seminar.starts_on::timestamp at time zone 'Asia/Bangkok')
    where id = waiting.id;
    made := made + 1;
  end loop;
  return made;
end
$$;
comment on function seminars.offer_seats is 'Offers what is free to those who wait, in order; skips whoever no free seat fits.';

create function seminars.sides_of(p_registration seminars.registration) returns text[]
  language sql stable
as $$
  select array_remove(array[
    case when p_registration.id = platform.acting_seat() or p_registration.person_id = platform.acting_person() then 'holder' end,
    case when p_registration.made_by = platform.acting_person() then 'nominator' end,
    case when p_registration.unit_id in (select network.units_with_role(array['head'])) then 'sender-head' end,
    case when p_registration.host_unit_id in (select network.units_with_role(array['organiser', 'head'])) then 'host' end,
    case when platform.acting_person() is null and platform.acting_seat() is null
      and pg_has_role(session_user, 'prongsai_worker', 'member') then 'program' end
  ], null)
$$;
comment on function seminars.sides_of is 'On which sides of a registration the acting person stands.';

create function seminars.is_own_seat(p_registration seminars.registration) returns boolean
  language sql stable
as $$
  select coalesce(
    p_registration.person_id = platform.acting_person()
    or p_registration.email = (select email from network.person where id = platform.acting_person()),
    false)
$$;
comment on function seminars.is_own_seat is 'Whether the acting person would decide about herself, known by her account or her address.';

create function seminars.step_seat(p_registration uuid, p_step text, p_at timestamptz, p_reason text default null) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  asked seminars.registration;
  rule seminars.seat_step;
  mine text[];
  goes text;
begin
  select * into asked from seminars.registration where id = p_registration;
  if not found or cardinality(seminars.sides_of(asked)) = 0 then
    raise exception 'no such seat' using errcode = 'no_data_found';
  end if;
  perform seminars.lock_seats(asked.seminar_id);
  select * into asked from seminars.registration where id = p_registration;
  mine := seminars.sides_of(asked);
  select * into rule from seminars.seat_step where step = p_step and from_state = asked.state and step <> 'substitute';
  if not found then
    -- Said twice: it stands where the step led.
    if exists (
      select from seminars.seat_step said
      where said.step = p_step and said.sides && mine
        and (said.to_state = asked.state or (p_step in ('approve', 'place', 'requeue') and asked.state in ('confirmed', 'waitlisted', 'offered')))
    ) then
      return asked.state;
    end if;
    raise exception 'the seat is % and no longer open to this step', asked.state using errcode = 'object_not_in_prerequisite_state';
  end if;
  if not rule.sides && mine then
    raise exception 'this step is not yours' using errcode = 'insufficient_privilege';
  end if;
  -- Nobody decides about her own seat: a head's is approved by another head or the organisers.
  if p_step in ('approve', 'place', 'requeue') and seminars.is_own_seat(asked) then
    raise exception 'nobody approves herself' using errcode = 'insufficient_privilege';
  end if;
  if p_step in ('approve', 'place', 'requeue', 'accept') and not exists (
    select from seminars.seminar
    where id = asked.seminar_id and state = 'published' and (p_at at time zone 'Asia/Bangkok')::date <= ends_on
  ) then
    raise exception 'the seminar gives no seats now' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if p_step = 'accept' and asked.offer_until <= p_at then
    raise exception 'the offer is over' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if p_step = 'lapse' and asked.offer_until > p_at then
    raise exception 'the offer still stands' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if p_step in ('place', 'requeue') then
    goes := seminars.place_seat(asked.id, p_at);
  else
    goes := rule.to_state;
    update seminars.registration
    set state = goes, state_reason = p_reason, changed_at = p_at, offer_until = null
    where id = asked.id;
    if p_step = 'approve' and (select confirms = 'at-once' from seminars.seat_settings where seminar_id = asked.seminar_id) then
      goes := seminars.place_seat(asked.id, p_at);
    end if;
  end if;
  if asked.state in ('confirmed', 'offered') and goes <> 'confirmed' then
    perform seminars.offer_seats(asked.seminar_id, p_at);
  end if;
  return goes;
end
$$;
comment on function seminars.step_seat is 'The one way in which a seat changes its state: a step of seat_step by one of its sides, alone in the seminar for that moment.';

create function seminars.substitute_seat(
  p_registration uuid, p_id uuid, p_at timestamptz, p_reason text,
  p_person uuid, p_prefix text, p_name text, p_position text, p_email text, p_phone text
) returns text
  language plpgsql security definer set search_path = ''
as $$
declare
  old seminars.registration;
  substitute seminars.registration;
begin
  select * into old from seminars.registration where id = p_registration;
  if not found or cardinality(seminars.sides_of(old)) = 0 then
    raise exception 'no such seat' using errcode = 'no_data_found';
  end if;
  perform seminars.lock_seats(old.seminar_id);
  select * into old from seminars.registration where id = p_registration;
  if not exists (
    select from seminars.seat_step where step = 'substitute' and seat_step.sides && seminars.sides_of(old)
  ) then
    raise exception 'this step is not yours' using errcode = 'insufficient_privilege';
  end if;
  select * into substitute from seminars.registration where id = p_id;
  if found and substitute.substitutes = p_registration then
    return substitute.state;
  end if;
  -- Whoever came in another's place after the day could evaluate as if she had been there.
  if not exists (
    select from seminars.seminar s
    where s.id = old.seminar_id and s.state = 'published' and (p_at at time zone 'Asia/Bangkok')::date <= s.starts_on
  ) then
    raise exception 'the seminar has begun' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if not exists (select from seminars.seat_step where step = 'substitute' and from_state = old.state) then
    raise exception 'the seat is % and cannot be handed on', old.state using errcode = 'object_not_in_prerequisite_state';
  end if;
  -- Only somebody with a role in the same centre is named by her account.
  if p_person is not null and not exists (
    select from network.appointment held where held.person_id = p_person and held.unit_id = old.unit_id
  ) then
    raise exception 'this account is not of the centre' using errcode = 'insufficient_privilege';
  end if;
  -- A head does not give herself the seat of an officer.
  if p_person = platform.acting_person() or p_email = (select email from network.person where id = platform.acting_person()) then
    raise exception 'nobody approves herself' using errcode = 'insufficient_privilege';
  end if;
  update seminars.registration
  set state = 'substituted', state_reason = p_reason, changed_at = p_at, offer_until = null
  where id = old.id;
  insert into seminars.registration
    (id, seminar_id, host_unit_id, unit_id, kind, person_id, prefix_th, name_th, position_th, email, phone,
     state, substitutes, made_by, made_at, changed_at, arrival_no, from_pool, offer_until)
  values
    (p_id, old.seminar_id, old.host_unit_id, old.unit_id, old.kind, p_person, p_prefix, p_name, p_position, p_email, p_phone,
     old.state, old.id, platform.acting_person(), p_at, p_at, old.arrival_no, old.from_pool, old.offer_until);
  return old.state;
end
$$;
comment on function seminars.substitute_seat is 'Puts another person in the same seat, at the same place in the queue; the first one''s history stays.';

create function seminars.settle_seats(p_seminar uuid, p_at timestamptz, p_by_hand boolean default false) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  over record;
  made int;
begin
  if not (
    seminars.organises(p_seminar)
    or (platform.acting_person() is null and platform.acting_seat() is null and pg_has_role(session_user, 'prongsai_worker', 'member'))
  ) then
    raise exception 'not an organiser of this seminar' using errcode = 'insufficient_privilege';
  end if;
  perform seminars.lock_seats(p_seminar);
  update seminars.registration
  set state = 'released', state_reason = null, changed_at = p_at, offer_until = null
  where seminar_id = p_seminar and state = 'offered' and offer_until <= p_at;
  return seminars.offer_seats(p_seminar, p_at, p_by_hand);
end
$$;
comment on function seminars.settle_seats is 'Ends offers that were not answered in time and offers what is free, by hand also while automatic offers are off; returns how many offers it made.';

create function seminars.remaining_seats(p_seminar uuid, p_at timestamptz)
  returns table (kind text, name_th text, name_en text, free int)
  language sql stable security definer set search_path = ''
as $$
  select kind.code, kind.name_th, kind.name_en, seminars.pool_free(p_seminar, kind.code, p_at)
  from seminars.seat_kind kind
  join seminars.seat_settings settings on settings.seminar_id = kind.seminar_id
  where kind.seminar_id = p_seminar
    and kind.is_open
    and seminars.is_public(p_seminar)
    and (settings.shows_remaining or platform.acting_person() is not null)
  order by kind.position
$$;
comment on function seminars.remaining_seats is 'Common seats that are left of each kind; to the public only when the organiser wants it.';

create function seminars.queue_place(p_registration uuid) returns int
  language sql stable security definer set search_path = ''
as $$
  select (
    select count(*)::int from seminars.registration before
    where before.seminar_id = waiting.seminar_id and before.state = 'waitlisted' and before.arrival_no <= waiting.arrival_no
  )
  from seminars.registration waiting
  where waiting.id = p_registration
    and waiting.state = 'waitlisted'
    and (
      waiting.id = platform.acting_seat()
      or waiting.person_id = platform.acting_person()
      or waiting.unit_id in (select network.units_with_role(array['organiser', 'head']))
      or waiting.host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    )
$$;
comment on function seminars.queue_place is 'Place in the waiting list, 1 for the next; null for whoever it does not concern.';

create function seminars.centre_seats(p_seminar uuid, p_unit int)
  returns table (kind text, quota int, held int, from_quota int, undecided int, waiting int)
  language sql stable security definer set search_path = ''
as $$
  select
    kind.code,
    coalesce(quota.seats, 0),
    count(*) filter (where seat.state in ('confirmed', 'offered'))::int,
    count(*) filter (where seat.state in ('confirmed', 'offered') and not seat.from_pool)::int,
    count(*) filter (where seat.state in ('nominated', 'approved'))::int,
    count(*) filter (where seat.state = 'waitlisted')::int
  from seminars.seat_kind kind
  left join seminars.quota quota on quota.seminar_id = kind.seminar_id and quota.kind = kind.code and quota.unit_id = p_unit
  left join seminars.registration seat on seat.seminar_id = kind.seminar_id and seat.kind = kind.code and seat.unit_id = p_unit
  where kind.seminar_id = p_seminar
    and seminars.is_public(p_seminar)
    and (p_unit in (select network.held_units()) or seminars.organises(p_seminar))
  group by kind.code, kind.position, quota.seats
  order by kind.position
$$;
comment on function seminars.centre_seats is 'A centre''s quota of each kind and how far it is used; for its own officers, who do not all see the names.';

revoke execute on function
  seminars.centre_seats, seminars.know_person, seminars.lock_seats, seminars.place_seat, seminars.offer_seats, seminars.step_seat, seminars.substitute_seat,
  seminars.settle_seats, seminars.remaining_seats, seminars.queue_place, seminars.pool_free, seminars.quota_free,
  seminars.reserved_seats, seminars.held_seats, seminars.sides_of, seminars.is_own_seat, seminars.open_seats,
  seminars.keep_registration_event
from public;
grant execute on function seminars.step_seat, seminars.queue_place, seminars.remaining_seats to prongsai_public, prongsai_officer;
grant execute on function seminars.substitute_seat, seminars.centre_seats to prongsai_officer;
grant execute on function seminars.step_seat to prongsai_worker;
grant execute on function seminars.settle_seats to prongsai_officer, prongsai_worker;

------------------------------------------------------------------ the registration form
create table seminars.form_version (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  version int not null check (version > 0),
  made_by uuid not null references network.person (id),
  made_at timestamptz not null,
  unique (seminar_id, version)
);
comment on table seminars.form_version is 'A wording of a seminar''s registration form; a change makes the next one, so that old answers keep their questions.';
comment on column seminars.form_version.id is 'Identifier, made by the client.';
comment on column seminars.form_version.seminar_id is 'Which seminar.';
comment on column seminars.form_version.version is 'Counts up from 1; the highest is asked.';
comment on column seminars.form_version.made_by is 'Who.';
comment on column seminars.form_version.made_at is 'When.';

create table seminars.form_field (
  seminar_id uuid not null,
  version int not null,
  code text not null check (code ~ '^[a-z][a-z0-9-]{0,29}$'),
  position int not null,
  kind text not null check (kind in ('choice', 'choices', 'text', 'number', 'yes-no')),
  label_th text not null check (length(label_th) between 1 and 200),
  label_en text not null check (length(label_en) between 1 and 200),
  hint_th text not null default '',
  hint_en text not null default '',
  choices jsonb not null default '[]',
  is_required boolean not null,
  shown_when jsonb,
  retention_days int check (retention_days between 1 and 3650),
  primary key (seminar_id, version, code),
  foreign key (seminar_id, version) references seminars.form_version (seminar_id, version)
);
comment on table seminars.form_field is 'A question of a wording of the form.';
comment on column seminars.form_field.seminar_id is 'Which seminar.';
comment on column seminars.form_field.version is 'Which wording.';
comment on column seminars.form_field.code is 'Stable code across wordings.';
comment on column seminars.form_field.position is 'Order.';
comment on column seminars.form_field.kind is 'How it is answered.';
comment on column seminars.form_field.label_th is 'Question in Thai.';
comment on column seminars.form_field.label_en is 'Question in English.';
comment on column seminars.form_field.hint_th is 'What helps to answer, in Thai.';
comment on column seminars.form_field.hint_en is 'The same in English.';
comment on column seminars.form_field.choices is 'Answers to choose from: code, th, en.';
comment on column seminars.form_field.is_required is 'Whether it must be answered when shown.';
comment on column seminars.form_field.shown_when is 'Asked only when another field has one of these answers: field, is.';
comment on column seminars.form_field.retention_days is 'Days after the seminar''s last day on which answers are erased; null: with the project''s papers.';

create table seminars.form_answer (
  registration_id uuid not null,
  seminar_id uuid not null,
  host_unit_id int not null,
  version int not null,
  code text not null,
  value jsonb,
  answered_at timestamptz not null,
  erased_at timestamptz,
  primary key (registration_id, code),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id),
  foreign key (seminar_id, version, code) references seminars.form_field (seminar_id, version, code),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  check (erased_at is null or value is null)
);
create index on seminars.form_answer (seminar_id);
comment on table seminars.form_answer is 'An answer of a participant, under the wording she answered; seen by her and the organisers, not by her centre.';
comment on column seminars.form_answer.registration_id is 'Whose.';
comment on column seminars.form_answer.seminar_id is 'Of which seminar.';
comment on column seminars.form_answer.host_unit_id is 'Organising centre, for the policies.';
comment on column seminars.form_answer.version is 'Wording that she was asked.';
comment on column seminars.form_answer.code is 'Which question.';
comment on column seminars.form_answer.value is 'Answer: text, number, boolean, or codes chosen; null when left empty or erased.';
comment on column seminars.form_answer.answered_at is 'When answered last.';
comment on column seminars.form_answer.erased_at is 'When it was erased because its time was over.';

create table seminars.citizen_number (
  registration_id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  sealed bytea not null check (length(sealed) between 30 and 100),
  given_at timestamptz not null,
  erase_on date not null,
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
comment on table seminars.citizen_number is 'Citizen number of a participant, only where finance needs it; under the installation''s key, erased after its time.';
comment on column seminars.citizen_number.registration_id is 'Whose.';
comment on column seminars.citizen_number.seminar_id is 'Of which seminar.';
comment on column seminars.citizen_number.host_unit_id is 'Organising centre, for the policies.';
comment on column seminars.citizen_number.sealed is 'AES-256-GCM under the account key, bound to the registration.';
comment on column seminars.citizen_number.given_at is 'When.';
comment on column seminars.citizen_number.erase_on is 'Day on which it is erased.';

create function seminars.erase_answers(p_at timestamptz) returns int
  language plpgsql security definer set search_path = ''
as $$
declare
  today date := (p_at at time zone 'Asia/Bangkok')::date;
  answers int;
  numbers int;
begin
  update seminars.form_answer answer
  set value = null, erased_at = p_at
  from seminars.form_field field, seminars.seminar seminar
  where answer.value is not null
    and (field.seminar_id, field.version, field.code) = (answer.seminar_id, answer.version, answer.code)
    and seminar.id = answer.seminar_id
    and seminar.ends_on + field.retention_days < today;
  get diagnostics answers = row_count;
  delete from seminars.citizen_number where erase_on <= today;
  get diagnostics numbers = row_count;
  return answers + numbers;
end
$$;
comment on function seminars.erase_answers is 'Erases answers and citizen numbers whose time is over; returns how many.';
revoke execute on function seminars.erase_answers from public;
grant execute on function seminars.erase_answers to prongsai_worker;

------------------------------------------------------------------ reminders
create table seminars.reminder (
  seminar_id uuid not null references seminars.seminar (id),
  kind text not null check (kind in ('nominate', 'form', 'seminar')),
  days_before int not null check (days_before between 0 and 90),
  primary key (seminar_id, kind, days_before)
);
comment on table seminars.reminder is 'When to remind, as days before an anchor, so that it moves with the seminar.';
comment on column seminars.reminder.seminar_id is 'Which seminar.';
comment on column seminars.reminder.kind is 'nominate: centres with free quota, before the last day of nominating; form: participants whose form is open, and seminar: all with a seat, both before the first day.';
comment on column seminars.reminder.days_before is 'How many days before.';

create function seminars.open_reminders() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  insert into seminars.reminder (seminar_id, kind, days_before)
  values (new.id, 'nominate', 7), (new.id, 'nominate', 2), (new.id, 'form', 10), (new.id, 'seminar', 3);
  return null;
end
$$;
comment on function seminars.open_reminders is 'Gives a new seminar its usual reminders.';
revoke execute on function seminars.open_reminders from public;
create trigger seminar_reminders
  after insert on seminars.seminar
  for each row execute function seminars.open_reminders();

------------------------------------------------------------------ who sees and does what
-- Of a registration an officer may enter the nomination and correct who it is about; its state is the functions'.
revoke insert, update on seminars.registration from prongsai_officer, prongsai_worker;
grant insert (id, seminar_id, host_unit_id, unit_id, kind, person_id, prefix_th, name_th, position_th, email, phone, state, made_by, made_at, changed_at)
  on seminars.registration to prongsai_officer;
grant update (prefix_th, name_th, position_th, email, phone, changed_at) on seminars.registration to prongsai_officer;
grant update (position_th, phone) on seminars.registration to prongsai_public;

drop policy registration_worker on seminars.registration;
create policy registration_worker on seminars.registration for select to prongsai_worker using (true);
drop policy registration_nominate on seminars.registration;
create policy registration_nominate on seminars.registration for insert to prongsai_officer
  with check (
    state = 'nominated'
    and made_by = platform.acting_person()
    and (
      unit_id in (select network.units_with_role(array['head', 'organiser', 'case-officer', 'ethics-officer', 'planner', 'registrar']))
      or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    )
    and exists (
      select from seminars.seminar open
      join seminars.seat_kind asked on asked.seminar_id = open.id
      where open.id = registration.seminar_id and open.state = 'published' and asked.code = registration.kind and asked.is_open
    )
    and (
      person_id is null
      or exists (select from network.appointment held where held.person_id = registration.person_id and held.unit_id = registration.unit_id)
    )
  );
-- Correcting a name is no way of sending somebody else: after the head's approval it is the organisers' alone.
drop policy registration_change on seminars.registration;
create policy registration_correct on seminars.registration for update to prongsai_officer
  using (
    host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    or (
      state = 'nominated'
      and (made_by = platform.acting_person() or unit_id in (select network.units_with_role(array['organiser', 'head'])))
    )
  );
create policy registration_own on seminars.registration for update to prongsai_public
  using (id = platform.acting_seat());

grant select on seminars.registration_event to prongsai_officer, prongsai_worker;
grant update (mailed_at) on seminars.registration_event to prongsai_worker;
alter table seminars.registration_event enable row level security;
create policy event_worker on seminars.registration_event for all to prongsai_worker using (true) with check (true);
create policy event_read on seminars.registration_event for select to prongsai_officer
  using (
    host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    or unit_id in (select network.units_with_role(array['organiser', 'head']))
    or exists (select from seminars.registration mine where mine.id = registration_id and mine.person_id = platform.acting_person())
  );

grant select on seminars.seat_step to prongsai_officer;
alter table seminars.seat_step enable row level security;
create policy seat_step_read on seminars.seat_step for select using (true);

grant select on seminars.quota to prongsai_officer, prongsai_worker;
grant insert, update, delete on seminars.quota to prongsai_officer;
alter table seminars.quota enable row level security;
create policy quota_worker on seminars.quota for select to prongsai_worker using (true);
create policy quota_read on seminars.quota for select to prongsai_officer
  using (unit_id in (select network.held_units()) or host_unit_id in (select network.held_units()));
create policy quota_set on seminars.quota for all to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])))
  with check (
    host_unit_id in (select network.units_with_role(array['organiser', 'head']))
    and changed_by = platform.acting_person()
  );

grant select on seminars.seat_kind, seminars.form_version, seminars.form_field
  to prongsai_public, prongsai_officer, prongsai_worker;
grant insert, update on seminars.seat_kind to prongsai_officer;
grant select on seminars.seat_settings, seminars.reminder to prongsai_officer, prongsai_worker;
grant select (seminar_id, shows_remaining, citizen_number_reason, citizen_number_days) on seminars.seat_settings to prongsai_public;
grant update on seminars.seat_settings to prongsai_officer;
grant insert, update, delete on seminars.reminder to prongsai_officer;
grant insert on seminars.form_version, seminars.form_field to prongsai_officer;
do $$
declare
  part text;
begin
  foreach part in array array['seat_kind', 'seat_settings', 'form_version', 'form_field', 'reminder'] loop
    execute format('alter table seminars.%I enable row level security', part);
    execute format('create policy %I on seminars.%I for select to prongsai_worker using (true)', part || '_worker', part);
    execute format('create policy %I on seminars.%I for select to prongsai_public using (seminars.is_public(seminar_id))', part || '_public', part);
    execute format('create policy %I on seminars.%I for select to prongsai_officer using (exists (select from seminars.seminar s where s.id = seminar_id))', part || '_read', part);
    execute format('create policy %I on seminars.%I for all to prongsai_officer using (seminars.organises(seminar_id)) with check (seminars.organises(seminar_id))', part || '_organise', part);
  end loop;
end
$$;

-- Food, health, travel: the person and the organisers, not her centre, and no longer than their time.
grant select, insert, update on seminars.form_answer to prongsai_public;
grant select on seminars.form_answer to prongsai_officer;
-- The program knows who has answered, to remind the others; not what.
grant select (registration_id) on seminars.form_answer to prongsai_worker;
alter table seminars.form_answer enable row level security;
create policy answer_worker on seminars.form_answer for select to prongsai_worker using (true);
create policy answer_own on seminars.form_answer for all to prongsai_public
  using (registration_id = platform.acting_seat())
  with check (
    registration_id = platform.acting_seat()
    and exists (
      select from seminars.registration own
      where own.id = registration_id and own.seminar_id = form_answer.seminar_id
        and own.state in ('nominated', 'approved', 'confirmed', 'waitlisted', 'offered')
    )
  );
create policy answer_read on seminars.form_answer for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));

grant select (registration_id, given_at, erase_on), insert, update (sealed, given_at, erase_on) on seminars.citizen_number to prongsai_public;
grant select on seminars.citizen_number to prongsai_officer;
alter table seminars.citizen_number enable row level security;
create policy citizen_number_own on seminars.citizen_number for all to prongsai_public
  using (registration_id = platform.acting_seat())
  with check (
    registration_id = platform.acting_seat()
    and exists (
      select from seminars.registration own
      where own.id = registration_id and own.seminar_id = citizen_number.seminar_id and own.state in ('confirmed', 'offered')
    )
    and exists (
      select from seminars.seat_settings asks
      where asks.seminar_id = citizen_number.seminar_id and asks.citizen_number_reason is not null
    )
  );
-- The organisers' purse alone: not even the head of the organising centre, unless she organises.
create policy citizen_number_read on seminars.citizen_number for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser'])));
