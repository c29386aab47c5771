-- Tests of seminars: a bank of questions, the blueprint by which before and after are drawn, attempts, answers, marks.
-- The answer keys stand in a table that the citizens' role has no right to; the worker marks.
create table seminars.question (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  is_shared boolean not null,
  retired_at timestamptz,
  made_by uuid not null references network.person (id),
  made_at timestamptz not null
);
create index on seminars.question (unit_id);
comment on table seminars.question is 'A question of the bank; what it asks stands in its versions.';
comment on column seminars.question.id is 'Identifier, made by the client.';
comment on column seminars.question.unit_id is 'Centre that keeps it.';
comment on column seminars.question.is_shared is 'Whether organisers of every centre may see and use it.';
comment on column seminars.question.retired_at is 'Since when it is drawn no more.';
comment on column seminars.question.made_by is 'Who made it.';
comment on column seminars.question.made_at is 'When.';

create table seminars.question_version (
  question_id uuid not null references seminars.question (id),
  version int not null check (version > 0),
  id uuid not null unique,
  kind text not null check (kind in ('single', 'multiple', 'matching', 'ordering', 'short')),
  stem_th text not null check (length(stem_th) between 3 and 2000),
  stem_en text check (length(stem_en) between 3 and 2000),
  body jsonb not null,
  competencies text[] not null check (cardinality(competencies) between 1 and 5),
  difficulty smallint not null check (difficulty between 1 and 3),
  tokens text[] not null,
  made_by uuid not null references network.person (id),
  made_at timestamptz not null,
  primary key (question_id, version)
);
create index on seminars.question_version using gin (tokens);
comment on table seminars.question_version is 'What a question asked at a time; never changed, a correction is a new version.';
comment on column seminars.question_version.question_id is 'Which question.';
comment on column seminars.question_version.version is 'Counted from 1; the highest is drawn.';
comment on column seminars.question_version.id is 'Made by the client, so that saving may be repeated.';
comment on column seminars.question_version.kind is 'One right, several right, matching, ordering, short text.';
comment on column seminars.question_version.stem_th is 'The question in Thai.';
comment on column seminars.question_version.stem_en is 'The same in English.';
comment on column seminars.question_version.body is 'What is to choose from, in an order that tells nothing about what is right.';
comment on column seminars.question_version.competencies is 'Competencies it can be drawn for.';
comment on column seminars.question_version.difficulty is '1 easy, 2 medium, 3 hard, as its author judged.';
comment on column seminars.question_version.tokens is 'Words by which it is found, as platform/text cuts them.';
comment on column seminars.question_version.made_by is 'Who wrote this version.';
comment on column seminars.question_version.made_at is 'When.';

create table seminars.question_key (
  question_id uuid not null,
  version int not null,
  key jsonb not null,
  primary key (question_id, version),
  foreign key (question_id, version) references seminars.question_version (question_id, version)
);
comment on table seminars.question_key is 'What is right; read by organisers and the worker, never by the citizens'' role.';
comment on column seminars.question_key.question_id is 'Which question.';
comment on column seminars.question_key.version is 'Which version.';
comment on column seminars.question_key.key is 'Places of what is right in the body, or the accepted texts.';

------------------------------------------------------------------ tests of a seminar
create table seminars.test_blueprint (
  seminar_id uuid not null,
  host_unit_id int not null,
  competency_code text not null references seminars.competency (code),
  questions int not null check (questions between 1 and 50),
  primary key (seminar_id, competency_code),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
comment on table seminars.test_blueprint is 'How many questions of each competency a test has; the same before and after.';
comment on column seminars.test_blueprint.seminar_id is 'Which seminar.';
comment on column seminars.test_blueprint.host_unit_id is 'Organising centre, so that a policy needs no look at the seminar.';
comment on column seminars.test_blueprint.competency_code is 'Which competency.';
comment on column seminars.test_blueprint.questions is 'How many questions.';

create table seminars.test_pool (
  seminar_id uuid not null,
  host_unit_id int not null,
  question_id uuid not null,
  version int not null,
  competencies text[] not null,
  primary key (seminar_id, question_id),
  foreign key (question_id, version) references seminars.question_version (question_id, version),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
comment on table seminars.test_pool is 'Questions from which a seminar''s tests are drawn, fixed when the first is released.';
comment on column seminars.test_pool.seminar_id is 'Which seminar.';
comment on column seminars.test_pool.host_unit_id is 'Organising centre.';
comment on column seminars.test_pool.question_id is 'Which question.';
comment on column seminars.test_pool.version is 'Its version on that day.';
comment on column seminars.test_pool.competencies is 'Competencies it can be drawn for.';

create table seminars.test (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  phase text not null check (phase in ('pre', 'post')),
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  minutes int check (minutes between 1 and 600),
  grace_minutes int not null check (grace_minutes between 0 and 60),
  tries int not null check (tries between 1 and 10),
  shows_answers boolean not null,
  pool_id uuid,
  released_at timestamptz,
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  unique (seminar_id, phase),
  unique (id, seminar_id, host_unit_id),
  check ((pool_id is null) = (released_at is null)),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
comment on table seminars.test is 'A test of a seminar, before or after it.';
comment on column seminars.test.id is 'Identifier, made by the client.';
comment on column seminars.test.seminar_id is 'Which seminar.';
comment on column seminars.test.host_unit_id is 'Organising centre.';
comment on column seminars.test.phase is 'Before (pre) or after (post) the seminar.';
comment on column seminars.test.opens_at is 'From when one may start.';
comment on column seminars.test.closes_at is 'Until when one may answer.';
comment on column seminars.test.minutes is 'Minutes for one attempt; null for as long as the test is open.';
comment on column seminars.test.grace_minutes is 'Minutes after the end in which answers still on their way are taken, for a lost connection.';
comment on column seminars.test.tries is 'Attempts a person may make; the best counts.';
comment on column seminars.test.shows_answers is 'Whether participants see what was right, after the test has closed.';
comment on column seminars.test.pool_id is 'Names the fixed pool; both tests of a seminar share it.';
comment on column seminars.test.released_at is 'Since when participants see it; null for a draft.';
comment on column seminars.test.changed_by is 'Who changed it last.';
comment on column seminars.test.changed_at is 'When.';

------------------------------------------------------------------ attempts
create table seminars.test_attempt (
  id uuid primary key,
  test_id uuid not null,
  seminar_id uuid not null,
  host_unit_id int not null,
  registration_id uuid not null,
  try_no int not null check (try_no between 1 and 10),
  seed text not null,
  drawn jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz check (finished_at >= started_at),
  finished_by text check (finished_by in ('person', 'time')),
  share numeric(6, 5) check (share between 0 and 1),
  marked_at timestamptz,
  unique (test_id, registration_id, try_no),
  check ((finished_at is null) = (finished_by is null)),
  check ((share is null) = (marked_at is null)),
  foreign key (test_id, seminar_id, host_unit_id) references seminars.test (id, seminar_id, host_unit_id),
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id)
);
create index on seminars.test_attempt (registration_id);
create index on seminars.test_attempt (started_at) where marked_at is null;
create index on seminars.test_attempt (seminar_id);
comment on table seminars.test_attempt is 'One person''s attempt at a test: made when she presses start, by one row and no lock.';
comment on column seminars.test_attempt.id is 'Identifier, made by the client: pressing start twice starts once.';
comment on column seminars.test_attempt.test_id is 'Which test.';
comment on column seminars.test_attempt.seminar_id is 'Of which seminar.';
comment on column seminars.test_attempt.host_unit_id is 'Organising centre.';
comment on column seminars.test_attempt.registration_id is 'Whose.';
comment on column seminars.test_attempt.try_no is 'First, second attempt.';
comment on column seminars.test_attempt.seed is 'From which questions and orders were drawn; the same seed and pool draw the same.';
comment on column seminars.test_attempt.drawn is 'Question, version and competency by place, as drawn.';
comment on column seminars.test_attempt.started_at is 'When it was started.';
comment on column seminars.test_attempt.finished_at is 'When it was handed in, or its time ran out.';
comment on column seminars.test_attempt.finished_by is 'Handed in by the person, or ended by time.';
comment on column seminars.test_attempt.share is 'Share of points; null until marked.';
comment on column seminars.test_attempt.marked_at is 'When it was marked.';

create table seminars.test_answer (
  save_id uuid not null,
  attempt_id uuid not null references seminars.test_attempt (id),
  place int not null check (place >= 0),
  answer jsonb not null,
  saved_at timestamptz not null,
  arrived bigint generated always as identity,
  primary key (save_id, place)
);
create index on seminars.test_answer (attempt_id, place, arrived desc);
comment on table seminars.test_answer is 'Answers as they were saved; only added, the last that arrived counts.';
comment on column seminars.test_answer.save_id is 'Of the page that was sent, made by the page: sending it twice saves once.';
comment on column seminars.test_answer.attempt_id is 'Of which attempt.';
comment on column seminars.test_answer.place is 'Place of the question in the attempt.';
comment on column seminars.test_answer.answer is 'What was chosen or typed.';
comment on column seminars.test_answer.saved_at is 'When.';
comment on column seminars.test_answer.arrived is 'Order of arrival.';

create table seminars.test_mark (
  attempt_id uuid not null references seminars.test_attempt (id),
  place int not null,
  seminar_id uuid not null,
  host_unit_id int not null,
  question_id uuid not null,
  version int not null,
  competency_code text not null references seminars.competency (code),
  share numeric(6, 5) not null check (share between 0 and 1),
  is_answered boolean not null,
  primary key (attempt_id, place),
  foreign key (question_id, version) references seminars.question_version (question_id, version),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.test_mark (seminar_id);
create index on seminars.test_mark (question_id);
comment on table seminars.test_mark is 'The mark of every question of a finished attempt.';
comment on column seminars.test_mark.attempt_id is 'Which attempt.';
comment on column seminars.test_mark.place is 'Place of the question in it.';
comment on column seminars.test_mark.seminar_id is 'Of which seminar.';
comment on column seminars.test_mark.host_unit_id is 'Organising centre.';
comment on column seminars.test_mark.question_id is 'Which question.';
comment on column seminars.test_mark.version is 'Which version.';
comment on column seminars.test_mark.competency_code is 'For which competency it was drawn.';
comment on column seminars.test_mark.share is 'Share of its point.';
comment on column seminars.test_mark.is_answered is 'Whether anything was answered.';

------------------------------------------------------------------ who sees and does what
grant select, insert on seminars.question, seminars.question_version, seminars.question_key to prongsai_officer;
grant update (is_shared, retired_at) on seminars.question to prongsai_officer;
grant select, insert, update, delete on seminars.test_blueprint to prongsai_officer;
grant select, insert, delete on seminars.test_pool to prongsai_officer;
grant select, insert, update on seminars.test to prongsai_officer;
grant select on seminars.test_attempt, seminars.test_mark to prongsai_officer;
grant select on seminars.question, seminars.question_version, seminars.question_key, seminars.test_blueprint, seminars.test_pool,
  seminars.test, seminars.test_answer to prongsai_worker;
grant select, insert on seminars.test_mark to prongsai_worker;
grant select on seminars.test_attempt to prongsai_worker;
grant update (finished_at, finished_by, share, marked_at) on seminars.test_attempt to prongsai_worker;
grant select on seminars.test, seminars.test_pool, seminars.test_blueprint, seminars.test_attempt, seminars.test_answer
  to prongsai_public;
grant insert (id, test_id, seminar_id, host_unit_id, registration_id, try_no, seed, drawn, started_at)
  on seminars.test_attempt to prongsai_public;
grant update (finished_at, finished_by) on seminars.test_attempt to prongsai_public;
grant insert (save_id, attempt_id, place, answer, saved_at) on seminars.test_answer to prongsai_public;

create function seminars.seat_seminar() returns uuid
  language sql stable security definer set search_path = pg_catalog
as $$
  select r.seminar_id from seminars.registration r
  where r.id = platform.acting_seat() and r.state = 'confirmed';
$$;
comment on function seminars.seat_seminar is 'Seminar in which the acting seat is confirmed, or null.';

create function seminars.test_until(p_test uuid, p_started timestamptz) returns timestamptz
  language sql stable
as $$
  select least(closes_at, p_started + make_interval(mins => minutes))
  from seminars.test
  where id = p_test
$$;
comment on function seminars.test_until is 'When an attempt begun then has to be handed in, without the minutes of grace.';

create function seminars.attempt_questions(p_attempt uuid)
  returns table (place int, question_id uuid, version int, kind text, stem_th text, stem_en text, body jsonb)
  language sql stable security definer set search_path = pg_catalog
as $$
  select drawn.place::int - 1, v.question_id, v.version, v.kind, v.stem_th, v.stem_en, v.body
  from seminars.test_attempt a
    cross join lateral jsonb_array_elements(a.drawn) with ordinality as drawn (what, place)
    join seminars.test_pool p
      on p.seminar_id = a.seminar_id and p.question_id = (drawn.what ->> 'q')::uuid
    join seminars.question_version v on v.question_id = p.question_id and v.version = p.version
  where a.id = p_attempt and a.registration_id = platform.acting_seat()
  order by drawn.place;
$$;
comment on function seminars.attempt_questions is 'Questions of an attempt of the acting seat, without what is right.';
revoke execute on function seminars.seat_seminar(), seminars.attempt_questions(uuid) from public;
grant execute on function seminars.seat_seminar(), seminars.attempt_questions(uuid) to prongsai_public;

alter table seminars.question enable row level security;
create policy question_worker on seminars.question for select to prongsai_worker using (true);
create policy question_read on seminars.question for select to prongsai_officer
  using (
    unit_id in (select network.units_with_role(array['organiser', 'head']))
    or (is_shared and exists (select network.units_with_role(array['organiser'])))
  );
create policy question_make on seminars.question for insert to prongsai_officer
  with check (
    made_by = platform.acting_person()
    and unit_id in (select network.units_with_role(array['organiser', 'head']))
  );
create policy question_change on seminars.question for update to prongsai_officer
  using (unit_id in (select network.units_with_role(array['organiser', 'head'])))
  with check (unit_id in (select network.units_with_role(array['organiser', 'head'])));

alter table seminars.question_version enable row level security;
create policy question_version_worker on seminars.question_version for select to prongsai_worker using (true);
create policy question_version_read on seminars.question_version for select to prongsai_officer
  using (exists (select from seminars.question q where q.id = question_id));
create policy question_version_write on seminars.question_version for insert to prongsai_officer
  with check (
    made_by = platform.acting_person()
    and exists (
      select from seminars.question q
      where q.id = question_id and q.unit_id in (select network.units_with_role(array['organiser', 'head']))
    )
  );

alter table seminars.question_key enable row level security;
create policy question_key_worker on seminars.question_key for select to prongsai_worker using (true);
create policy question_key_read on seminars.question_key for select to prongsai_officer
  using (exists (select from seminars.question q where q.id = question_id));
create policy question_key_write on seminars.question_key for insert to prongsai_officer
  with check (exists (
    select from seminars.question q
    where q.id = question_id and q.unit_id in (select network.units_with_role(array['organiser', 'head']))
  ));

do $$
declare
  part text;
begin
  foreach part in array array['test_blueprint', 'test_pool', 'test'] loop
    execute format('alter table seminars.%I enable row level security', part);
    execute format('create policy %I on seminars.%I for select to prongsai_worker using (true)', part || '_worker', part);
    execute format(
      'create policy %I on seminars.%I for all to prongsai_officer
         using (host_unit_id in (select network.units_with_role(array[''organiser'', ''head''])))
         with check (host_unit_id in (select network.units_with_role(array[''organiser'', ''head''])))',
      part || '_organise', part);
  end loop;
end
$$;
create policy test_seat on seminars.test for select to prongsai_public
  using (released_at is not null and seminar_id = (select seminars.seat_seminar()));
create policy test_blueprint_seat on seminars.test_blueprint for select to prongsai_public
  using (seminar_id = (select seminars.seat_seminar()));
create policy test_pool_seat on seminars.test_pool for select to prongsai_public
  using (seminar_id = (select seminars.seat_seminar()));

alter table seminars.test_attempt enable row level security;
create policy test_attempt_worker on seminars.test_attempt for all to prongsai_worker using (true) with check (true);
create policy test_attempt_read on seminars.test_attempt for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
create policy test_attempt_seat on seminars.test_attempt for select to prongsai_public
  using (registration_id = platform.acting_seat());
create policy test_attempt_start on seminars.test_attempt for insert to prongsai_public
  with check (
    registration_id = platform.acting_seat()
    and finished_at is null
    and exists (
      select from seminars.test t
      where t.id = test_id
        and t.released_at is not null
        and started_at >= t.opens_at
        and started_at < t.closes_at
        and try_no <= t.tries
    )
  );
create policy test_attempt_finish on seminars.test_attempt for update to prongsai_public
  using (registration_id = platform.acting_seat() and finished_at is null)
  with check (registration_id = platform.acting_seat() and finished_by = 'person');

alter table seminars.test_answer enable row level security;
create policy test_answer_worker on seminars.test_answer for select to prongsai_worker using (true);
create policy test_answer_seat on seminars.test_answer for select to prongsai_public
  using (exists (
    select from seminars.test_attempt a where a.id = attempt_id and a.registration_id = platform.acting_seat()
  ));
create policy test_answer_save on seminars.test_answer for insert to prongsai_public
  with check (exists (
    select from seminars.test_attempt a join seminars.test t on t.id = a.test_id
    where a.id = attempt_id
      and a.registration_id = platform.acting_seat()
      and a.finished_at is null
      and saved_at <= seminars.test_until(a.test_id, a.started_at) + make_interval(mins => t.grace_minutes)
  ));

alter table seminars.test_mark enable row level security;
create policy test_mark_worker on seminars.test_mark for all to prongsai_worker using (true) with check (true);
create policy test_mark_read on seminars.test_mark for select to prongsai_officer
  using (host_unit_id in (select network.units_with_role(array['organiser', 'head'])));
