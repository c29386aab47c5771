-- Mail that waits to be sent, and work that waits to be done: both are asked for in the transaction that makes the change.
create function platform.administers_network() returns boolean
  language sql stable
as $$
  select exists (
    select from network.unit root
    where root.parent_id is null and root.id = any (platform.admin_units())
  )
$$;
comment on function platform.administers_network is 'Whether the acting person administers the top of the network, and so the installation.';

------------------------------------------------------------------ work to be done
create table platform.job_request (
  id uuid primary key,
  name text not null check (name ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  payload jsonb not null default '{}' check (octet_length(payload::text) <= 4096),
  singleton_key text check (char_length(singleton_key) between 1 and 200),
  not_before timestamptz,
  requested_by uuid references network.person (id),
  requested_at timestamptz not null default now()
);
comment on table platform.job_request is 'Work asked for and not yet handed to the queue; emptied twice a second by the worker.';
comment on column platform.job_request.id is 'Identifier, made by who asks, so that asking may be repeated.';
comment on column platform.job_request.name is 'Which work: feature.what-happens.';
comment on column platform.job_request.payload is 'Identifiers the work needs; never content.';
comment on column platform.job_request.singleton_key is 'While one with this key waits, no second is queued; null for no such bound.';
comment on column platform.job_request.not_before is 'When it may begin; null for at once.';
comment on column platform.job_request.requested_by is 'Person in whose transaction it was asked for; null for the program itself.';
comment on column platform.job_request.requested_at is 'When.';

create table platform.failed_job (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  error text not null,
  tries int not null,
  failed_at timestamptz not null,
  run_again_at timestamptz,
  run_again_by uuid references network.person (id),
  check ((run_again_at is null) = (run_again_by is null))
);
create index on platform.failed_job (failed_at desc);
comment on table platform.failed_job is 'Work given up after all its tries, until an administrator lets it run again.';
comment on column platform.failed_job.id is 'Identifier of the work.';
comment on column platform.failed_job.name is 'Which work.';
comment on column platform.failed_job.payload is 'Identifiers the work needs.';
comment on column platform.failed_job.error is 'Name or code of the last error and where in the program; no message, which might quote content.';
comment on column platform.failed_job.tries is 'How often it was tried.';
comment on column platform.failed_job.failed_at is 'When it was given up.';
comment on column platform.failed_job.run_again_at is 'When an administrator asked for another run; the worker then takes the row away.';
comment on column platform.failed_job.run_again_by is 'Who asked.';

grant insert (id, name, payload, singleton_key, not_before, requested_by) on platform.job_request to prongsai_officer;
grant select, insert, update, delete on platform.job_request to prongsai_worker;
grant select (id, name, error, tries, failed_at, run_again_at, run_again_by) on platform.failed_job to prongsai_officer;
grant update (run_again_at, run_again_by) on platform.failed_job to prongsai_officer;
grant select, insert, update, delete on platform.failed_job to prongsai_worker;

alter table platform.job_request enable row level security;
create policy job_request_ask on platform.job_request for insert to prongsai_officer
  with check (requested_by is not null and requested_by = platform.acting_person());
create policy job_request_work on platform.job_request for all to prongsai_worker using (true) with check (requested_by is null);

alter table platform.failed_job enable row level security;
create policy failed_job_see on platform.failed_job for select to prongsai_officer using (platform.administers_network());
create policy failed_job_again on platform.failed_job for update to prongsai_officer
  using (platform.administers_network() and run_again_at is null)
  with check (platform.administers_network() and run_again_by = platform.acting_person());
create policy failed_job_work on platform.failed_job for all to prongsai_worker using (true) with check (true);

------------------------------------------------------------------ mail to be sent
create table platform.mail (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  recipient text check (recipient ~ '^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]{1,190}$'),
  domain text not null,
  subject text check (subject !~ '[[:cntrl:]]' and char_length(subject) between 1 and 300),
  text text check (char_length(text) between 1 and 10000),
  about text,
  queued_by uuid references network.person (id),
  queued_at timestamptz not null default now(),
  not_before timestamptz not null default now(),
  tries int not null default 0,
  last_error text,
  sent_at timestamptz,
  failed_at timestamptz,
  check (sent_at is null or failed_at is null),
  -- What was sent is forgotten here: an address and a link are nobody's business afterwards.
  check ((sent_at is null) = (recipient is not null and subject is not null and text is not null))
);
create index on platform.mail (not_before) where sent_at is null and failed_at is null;
create index on platform.mail (queued_at desc);
comment on table platform.mail is 'Mail that waits, was sent, or was given up. No case matter, no password; what was sent is forgotten but for its kind.';
comment on column platform.mail.id is 'Identifier, made by who asks; also the Message-ID, by which receivers know a repetition.';
comment on column platform.mail.kind is 'What it is for: feature.what-happens.';
comment on column platform.mail.recipient is 'One address; null once sent.';
comment on column platform.mail.domain is 'What stands after the @, which says whose server took it.';
comment on column platform.mail.subject is 'Subject line; null once sent.';
comment on column platform.mail.text is 'Plain text; null once sent.';
comment on column platform.mail.about is 'Identifier of what it is about, for the feature that asked.';
comment on column platform.mail.queued_by is 'Person in whose transaction it was queued; null for the program itself.';
comment on column platform.mail.queued_at is 'When it was queued.';
comment on column platform.mail.not_before is 'When it is next to be tried.';
comment on column platform.mail.tries is 'How often it was tried.';
comment on column platform.mail.last_error is 'Code of the last refusal (SMTP reply or network error); no words of the server, which quote addresses.';
comment on column platform.mail.sent_at is 'When a server took it.';
comment on column platform.mail.failed_at is 'When it was given up.';

grant insert (id, kind, recipient, domain, subject, text, about, queued_by, not_before) on platform.mail to prongsai_officer;
grant select (id, kind, domain, queued_at, not_before, tries, last_error, sent_at, failed_at) on platform.mail to prongsai_officer;
grant update (not_before, tries, failed_at) on platform.mail to prongsai_officer;
grant select, insert, update, delete on platform.mail to prongsai_worker;

alter table platform.mail enable row level security;
create policy mail_queue on platform.mail for insert to prongsai_officer
  with check (queued_by is not null and queued_by = platform.acting_person());
create policy mail_see on platform.mail for select to prongsai_officer using (platform.administers_network());
-- Only what was given up can be tried again, and only by waiting anew.
create policy mail_again on platform.mail for update to prongsai_officer
  using (platform.administers_network() and failed_at is not null)
  with check (platform.administers_network() and failed_at is null and tries = 0);
create policy mail_work on platform.mail for all to prongsai_worker using (true) with check (true);
