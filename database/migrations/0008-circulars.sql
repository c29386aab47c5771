-- Circulars and policies: what was issued, to which centres, who has read it, what they answered; and notices of change.
create schema if not exists knowledge;
grant usage on schema knowledge to prongsai_public, prongsai_officer, prongsai_worker;

create table knowledge.circular (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  kind text not null check (kind in ('circular', 'policy', 'order', 'announcement')),
  number text not null,
  dated date not null,
  subject text not null,
  gist text,
  secrecy text not null default 'none' check (secrecy = 'none'),
  audience jsonb not null,
  is_public boolean not null,
  answer_due_on date,
  answer_asked text,
  file_id uuid not null unique,
  file_name text not null,
  file_size int not null check (file_size > 0),
  file_sha256 bytea not null check (length(file_sha256) = 32),
  supersedes uuid references knowledge.circular (id),
  issued_by uuid not null references network.person (id),
  issued_at timestamptz not null,
  unique (unit_id, number, dated),
  -- So that an addressee's row can name the issuing centre and be right.
  unique (id, unit_id),
  check ((answer_due_on is null) = (answer_asked is null))
);
create index on knowledge.circular (issued_at desc);
create index on knowledge.circular (supersedes);
comment on table knowledge.circular is 'Register of circulars, policies and orders. Never a secret one: those are kept off this system.';
comment on column knowledge.circular.id is 'Identifier, made by the client, so that issuing may be repeated.';
comment on column knowledge.circular.unit_id is 'Issuing centre.';
comment on column knowledge.circular.kind is 'Kind of paper.';
comment on column knowledge.circular.number is 'Number as typed on the paper.';
comment on column knowledge.circular.dated is 'Date on the paper.';
comment on column knowledge.circular.subject is 'Subject as on the paper.';
comment on column knowledge.circular.gist is 'What it asks, in a few plain sentences.';
comment on column knowledge.circular.secrecy is 'Always none (Secrecy Regulation 2544: graded papers have registers of their own).';
comment on column knowledge.circular.audience is 'To whom, as chosen: all, kinds, or codes of centres.';
comment on column knowledge.circular.is_public is 'Whether anybody may read it.';
comment on column knowledge.circular.answer_due_on is 'Last day for an answer; null when none is asked.';
comment on column knowledge.circular.answer_asked is 'What is to be answered.';
comment on column knowledge.circular.file_id is 'The PDF in the file store.';
comment on column knowledge.circular.file_name is 'Name of the file as brought.';
comment on column knowledge.circular.file_size is 'Bytes.';
comment on column knowledge.circular.file_sha256 is 'Hash of the file.';
comment on column knowledge.circular.supersedes is 'The circular that this one replaces.';
comment on column knowledge.circular.issued_by is 'Who entered it.';
comment on column knowledge.circular.issued_at is 'When it was sent to the centres.';

create table knowledge.circular_addressee (
  circular_id uuid not null,
  unit_id int not null references network.unit (id),
  from_unit_id int not null,
  acknowledged_by uuid references network.person (id),
  acknowledged_at timestamptz,
  primary key (circular_id, unit_id),
  unique (circular_id, unit_id, from_unit_id),
  foreign key (circular_id, from_unit_id) references knowledge.circular (id, unit_id),
  check ((acknowledged_by is null) = (acknowledged_at is null))
);
create index on knowledge.circular_addressee (unit_id) where acknowledged_at is null;
comment on table knowledge.circular_addressee is 'A centre that a circular was sent to, resolved on the day of issue, and its acknowledgement.';
comment on column knowledge.circular_addressee.circular_id is 'Which circular.';
comment on column knowledge.circular_addressee.unit_id is 'Which centre.';
comment on column knowledge.circular_addressee.from_unit_id is 'Issuing centre, so that a policy needs no look at the circular.';
comment on column knowledge.circular_addressee.acknowledged_by is 'Officer of the centre who acknowledged first.';
comment on column knowledge.circular_addressee.acknowledged_at is 'When.';

create table knowledge.circular_answer (
  id uuid primary key,
  circular_id uuid not null,
  unit_id int not null,
  from_unit_id int not null,
  text text not null,
  file_id uuid unique,
  file_name text,
  file_size int check (file_size > 0),
  answered_by uuid not null references network.person (id),
  answered_at timestamptz not null,
  foreign key (circular_id, unit_id, from_unit_id)
    references knowledge.circular_addressee (circular_id, unit_id, from_unit_id),
  check ((file_id is null) = (file_name is null))
);
create index on knowledge.circular_answer (circular_id, unit_id, answered_at desc);
comment on table knowledge.circular_answer is 'What a centre answered; a correction is a further row, and the last counts.';
comment on column knowledge.circular_answer.id is 'Identifier, made by the client.';
comment on column knowledge.circular_answer.circular_id is 'To which circular.';
comment on column knowledge.circular_answer.unit_id is 'Whose answer.';
comment on column knowledge.circular_answer.from_unit_id is 'Issuing centre.';
comment on column knowledge.circular_answer.text is 'The answer.';
comment on column knowledge.circular_answer.file_id is 'A PDF that goes with it, in the file store.';
comment on column knowledge.circular_answer.file_name is 'Name of the file as brought.';
comment on column knowledge.circular_answer.file_size is 'Bytes.';
comment on column knowledge.circular_answer.answered_by is 'Who.';
comment on column knowledge.circular_answer.answered_at is 'When.';

create table knowledge.notice (
  id uuid primary key,
  -- Features add kinds; their words stand in the notices' dictionary, which the compiler keeps complete.
  kind text not null check (kind ~ '^[a-z][a-z-]{1,40}$'),
  object_id text not null,
  title_th text not null,
  title_en text not null,
  href text check (href like '/%'),
  touches jsonb not null default '[]',
  audience_units int[],
  audience_roles text[] not null check (cardinality(audience_roles) > 0),
  raised_by uuid references network.person (id),
  raised_at timestamptz not null
);
create index on knowledge.notice (raised_at desc);
comment on table knowledge.notice is 'Something that officers rely on has changed: what, and what it touches.';
comment on column knowledge.notice.id is 'Identifier, made by who raises it, so that raising may be repeated.';
comment on column knowledge.notice.kind is 'What changed.';
comment on column knowledge.notice.object_id is 'Which one.';
comment on column knowledge.notice.title_th is 'What happened, in Thai.';
comment on column knowledge.notice.title_en is 'What happened, in English.';
comment on column knowledge.notice.href is 'Page of the changed thing.';
comment on column knowledge.notice.touches is 'Clocks, papers, courses that depend on it, each with the roles that own them.';
comment on column knowledge.notice.audience_units is 'Centres concerned; null for all.';
comment on column knowledge.notice.audience_roles is 'Roles concerned.';
comment on column knowledge.notice.raised_by is 'Who; null for an import.';
comment on column knowledge.notice.raised_at is 'When.';

create table knowledge.notice_seen (
  notice_id uuid not null references knowledge.notice (id),
  person_id uuid not null references network.person (id),
  seen_at timestamptz not null,
  primary key (notice_id, person_id)
);
comment on table knowledge.notice_seen is 'A person marked a notice as seen.';
comment on column knowledge.notice_seen.notice_id is 'Which notice.';
comment on column knowledge.notice_seen.person_id is 'Who.';
comment on column knowledge.notice_seen.seen_at is 'When.';

grant select (id, unit_id, kind, number, dated, subject, gist, is_public, file_id, file_name, file_size, file_sha256, supersedes, issued_at)
  on knowledge.circular to prongsai_public;
grant select, insert on knowledge.circular to prongsai_officer;
grant select, insert on knowledge.circular_addressee to prongsai_officer;
grant update (acknowledged_by, acknowledged_at) on knowledge.circular_addressee to prongsai_officer;
grant select, insert on knowledge.circular_answer to prongsai_officer;
grant select, insert on knowledge.notice to prongsai_officer, prongsai_worker;
grant select, insert on knowledge.notice_seen to prongsai_officer;

alter table knowledge.circular_addressee enable row level security;
create policy addressee_read on knowledge.circular_addressee for select to prongsai_officer
  using (unit_id in (select network.held_units()) or from_unit_id in (select network.held_units()));
-- A centre addresses itself and those below it; the ministry, all.
create policy addressee_add on knowledge.circular_addressee for insert to prongsai_officer
  with check (
    from_unit_id in (select network.units_with_role(array['head', 'registrar', 'planner', 'administrator']))
    and unit_id in (select descendant from network.unit_closure where ancestor = from_unit_id)
    and acknowledged_at is null
  );
-- Once, by those who handle the centre's matter; never taken back.
create policy addressee_acknowledge on knowledge.circular_addressee for update to prongsai_officer
  using (unit_id = any (platform.case_units()) and acknowledged_at is null)
  with check (unit_id = any (platform.case_units()) and acknowledged_by = platform.acting_person());

alter table knowledge.circular enable row level security;
create policy circular_public on knowledge.circular for select to prongsai_public using (is_public);
create policy circular_read on knowledge.circular for select to prongsai_officer
  using (
    (is_public and platform.acting_person() is not null)
    or unit_id in (select network.held_units())
    or id in (select circular_id from knowledge.circular_addressee)
  );
create policy circular_issue on knowledge.circular for insert to prongsai_officer
  with check (unit_id in (select network.units_with_role(array['head', 'registrar', 'planner', 'administrator'])) and issued_by = platform.acting_person());

alter table knowledge.circular_answer enable row level security;
create policy answer_read on knowledge.circular_answer for select to prongsai_officer
  using (unit_id in (select network.held_units()) or from_unit_id in (select network.held_units()));
create policy answer_give on knowledge.circular_answer for insert to prongsai_officer
  with check (unit_id = any (platform.case_units()) and answered_by = platform.acting_person());

alter table knowledge.notice enable row level security;
create policy notice_worker on knowledge.notice for all to prongsai_worker using (true) with check (raised_by is null);
create policy notice_read on knowledge.notice for select to prongsai_officer
  using (
    raised_by = platform.acting_person()
    or exists (
      select from network.appointment held
      where held.person_id = platform.acting_person()
        and held.role = any (audience_roles)
        and (audience_units is null or held.unit_id = any (audience_units))
        and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
        and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
    )
  );
create policy notice_raise on knowledge.notice for insert to prongsai_officer
  with check (raised_by = platform.acting_person() and exists (select network.held_units()));

alter table knowledge.notice_seen enable row level security;
create policy seen_own on knowledge.notice_seen for all to prongsai_officer
  using (person_id = platform.acting_person()) with check (person_id = platform.acting_person());
