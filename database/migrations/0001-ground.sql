-- The ground: group roles that every grant names, and what all features stand on.
-- Group roles belong to the cluster, so another installation on it may have made them already.
do $$
declare
  name text;
begin
  foreach name in array array['prongsai_public', 'prongsai_signin', 'prongsai_officer', 'prongsai_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
exception when duplicate_object or unique_violation then
  null; -- made by another installation at this very moment
end
$$;

revoke all on schema public from public;

create schema platform;
comment on schema platform is 'Facts that every feature stands on: holidays, installation.';
grant usage on schema platform to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;

-- Settings that row-level security reads; empty or missing means "nobody", so that a forgotten context shows no row.
create function platform.acting_person() returns uuid
  language sql stable
  return nullif(current_setting('app.person', true), '')::uuid;
comment on function platform.acting_person is 'The person for whom this transaction acts, or null.';

create function platform.case_units() returns int[]
  language sql stable
  return nullif(current_setting('app.case_units', true), '')::int[];
comment on function platform.case_units is 'Centres whose matter the acting person may handle, or null.';

create function platform.admin_units() returns int[]
  language sql stable
  return nullif(current_setting('app.admin_units', true), '')::int[];
comment on function platform.admin_units is 'Centres that the acting person administers, or null.';

create function platform.audit_units() returns int[]
  language sql stable
  return nullif(current_setting('app.audit_units', true), '')::int[];
comment on function platform.audit_units is 'Centres whose trail the acting person audits, or null.';

create function platform.acting_seat() returns uuid
  language sql stable
  return nullif(current_setting('app.seat', true), '')::uuid;
comment on function platform.acting_seat is 'The registration whose holder this transaction acts for (a participant of a seminar, by her link), or null.';

create table platform.holiday (
  date date primary key,
  name_th text not null,
  name_en text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  basis text not null,
  source text not null,
  entered_at timestamptz not null default now()
);
comment on table platform.holiday is 'Official holidays; the counting of days moves a last day that falls on one.';
comment on column platform.holiday.date is 'Civil date in Asia/Bangkok.';
comment on column platform.holiday.name_th is 'Name in Thai.';
comment on column platform.holiday.name_en is 'Name in English.';
comment on column platform.holiday.status is 'unconfirmed until an official has checked it against the Cabinet''s announcement.';
comment on column platform.holiday.basis is 'What makes it a holiday.';
comment on column platform.holiday.source is 'Where the fact was taken from.';
comment on column platform.holiday.entered_at is 'When the row was entered.';
grant select on platform.holiday to prongsai_public, prongsai_officer, prongsai_worker;
grant insert, update, delete on platform.holiday to prongsai_officer;
alter table platform.holiday enable row level security;
create policy holiday_read on platform.holiday for select using (true);
create policy holiday_write on platform.holiday for all to prongsai_officer
  using (platform.admin_units() is not null and cardinality(platform.admin_units()) > 0)
  with check (cardinality(platform.admin_units()) > 0);
