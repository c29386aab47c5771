-- What a seminar changed: evaluation, action plans and their follow-ups, competence by evidence, materials.

------------------------------------------------------------------ numbers that an order or circular may change
create table seminars.learning_rule (
  code text not null check (code in (
    'small-group', 'evaluation-days', 'follow-up-1', 'follow-up-2', 'follow-up-3',
    'attendances-for-1', 'percent-for-2', 'practices-for-3', 'practices-for-4',
    'steps-by-superior', 'evidence-months', 'wanted-level')),
  version int not null check (version > 0),
  value int not null check (value between 0 and 3650),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  changed_by uuid references network.person (id),
  primary key (code, version),
  -- A group smaller than five would say who thinks what; the ministry may ask for more, never for less.
  check (code <> 'small-group' or value >= 5)
);
comment on table seminars.learning_rule is 'Numbers of evaluation and competence in their versions: days, thresholds, the smallest group whose answers are shown.';
comment on column seminars.learning_rule.code is 'Which number.';
comment on column seminars.learning_rule.version is 'Counts up with each change.';
comment on column seminars.learning_rule.value is 'Days, people, per cent, months, pieces of evidence or a level, as the code says.';
comment on column seminars.learning_rule.basis_th is 'Basis in Thai.';
comment on column seminars.learning_rule.basis_en is 'Basis in English.';
comment on column seminars.learning_rule.source is 'Where the number was taken from.';
comment on column seminars.learning_rule.status is 'unconfirmed until an official has confirmed it.';
comment on column seminars.learning_rule.valid_from is 'First day of force.';
comment on column seminars.learning_rule.valid_to is 'First day on which it is no more in force.';
comment on column seminars.learning_rule.changed_by is 'Who entered it; null for what shipped with the product.';

------------------------------------------------------------------ what participants are asked
create table seminars.evaluation_item (
  id uuid primary key,
  seminar_id uuid,
  host_unit_id int,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
  version int not null check (version > 0),
  about text not null check (about in ('slot', 'seminar')),
  kind text not null check (kind in ('rating', 'text')),
  prompt_th text not null check (length(prompt_th) between 2 and 300),
  prompt_en text not null check (length(prompt_en) between 2 and 300),
  position int not null,
  is_asked boolean not null default true,
  basis text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  changed_by uuid references network.person (id),
  changed_at timestamptz not null,
  unique nulls not distinct (seminar_id, code, version),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  check ((seminar_id is null) = (host_unit_id is null))
);
comment on table seminars.evaluation_item is 'A question of the evaluation form, asked about each part or about the whole; a change is a new version, answers keep theirs.';
comment on column seminars.evaluation_item.id is 'Of this version; made by the client.';
comment on column seminars.evaluation_item.seminar_id is 'The seminar that asks it in its own words; null for the form that all begin with.';
comment on column seminars.evaluation_item.host_unit_id is 'Organising centre, when it is a seminar''s own.';
comment on column seminars.evaluation_item.code is 'What stays the same over its versions; a seminar''s own takes the place of the common one.';
comment on column seminars.evaluation_item.version is 'Counts up with each change.';
comment on column seminars.evaluation_item.about is 'Asked about each part of the programme, or about the seminar.';
comment on column seminars.evaluation_item.kind is 'Five points, or words of one''s own.';
comment on column seminars.evaluation_item.prompt_th is 'The question in Thai.';
comment on column seminars.evaluation_item.prompt_en is 'The question in English.';
comment on column seminars.evaluation_item.position is 'Order on the form.';
comment on column seminars.evaluation_item.is_asked is 'False from the version on in which it was dropped.';
comment on column seminars.evaluation_item.basis is 'Why it is asked.';
comment on column seminars.evaluation_item.status is 'unconfirmed until the ministry''s centre has confirmed it.';
comment on column seminars.evaluation_item.valid_from is 'A common one is asked at seminars that begin on this day or later.';
comment on column seminars.evaluation_item.changed_by is 'Who wrote this version; null for what shipped.';
comment on column seminars.evaluation_item.changed_at is 'When.';

------------------------------------------------------------------ reactions, without the person
-- What was answered is kept as counts, and who has answered as a sorted set: neither holds a row of one person, an order
-- or a time, so that even who reads the tables cannot lay one beside the other.
create table seminars.reaction_mark (
  subject_id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  seats uuid[] not null
);
comment on table seminars.reaction_mark is 'Which seats have answered about a part or a seminar: one sorted set, rewritten whole with each answer.';
comment on column seminars.reaction_mark.subject_id is 'Part of the programme, or the seminar itself.';
comment on column seminars.reaction_mark.seminar_id is 'Which seminar.';
comment on column seminars.reaction_mark.seats is 'Seats that have answered, sorted by identifier.';

create table seminars.reaction_count (
  subject_id uuid not null,
  item_id uuid not null references seminars.evaluation_item (id),
  rating smallint not null check (rating between 1 and 5),
  seminar_id uuid not null references seminars.seminar (id),
  people int not null check (people >= 0),
  primary key (subject_id, item_id, rating)
);
comment on table seminars.reaction_count is 'How many gave which mark. There is no row of one person''s answer.';
comment on column seminars.reaction_count.subject_id is 'Part of the programme, or the seminar itself.';
comment on column seminars.reaction_count.item_id is 'Question, in the version that was answered.';
comment on column seminars.reaction_count.rating is 'From 1, least, to 5, most.';
comment on column seminars.reaction_count.seminar_id is 'Which seminar.';
comment on column seminars.reaction_count.people is 'How many.';

create table seminars.reaction_comment (
  id uuid primary key default gen_random_uuid(),
  seminar_id uuid not null references seminars.seminar (id),
  subject_id uuid not null,
  item_id uuid not null references seminars.evaluation_item (id),
  comment text not null check (length(comment) between 1 and 2000)
);
create index on seminars.reaction_comment (seminar_id);
comment on table seminars.reaction_comment is 'What was answered in own words, by nobody, at no time; all of a seminar are written anew in random order with each that comes.';
comment on column seminars.reaction_comment.id is 'Random, new with each rewriting.';
comment on column seminars.reaction_comment.seminar_id is 'Which seminar.';
comment on column seminars.reaction_comment.subject_id is 'Part of the programme, or the seminar itself.';
comment on column seminars.reaction_comment.item_id is 'Question, in the version that was answered.';
comment on column seminars.reaction_comment.comment is 'The words.';

------------------------------------------------------------------ action plans and what became of them
create table seminars.action_plan (
  id uuid primary key,
  registration_id uuid not null unique,
  seminar_id uuid not null,
  host_unit_id int not null,
  unit_id int not null,
  person_id uuid references network.person (id),
  competency_code text references seminars.competency (code),
  what text not null check (length(what) between 5 and 1000),
  seen_by text not null check (length(seen_by) between 3 and 1000),
  due_on date not null,
  written_at timestamptz not null,
  foreign key (seminar_id, registration_id) references seminars.registration (seminar_id, id),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.action_plan (seminar_id);
create index on seminars.action_plan (unit_id);
comment on table seminars.action_plan is 'What a participant will do differently, by when, and how it will be seen.';
comment on column seminars.action_plan.id is 'Identifier, made by the client.';
comment on column seminars.action_plan.registration_id is 'Whose seat; one plan a seat.';
comment on column seminars.action_plan.seminar_id is 'Which seminar.';
comment on column seminars.action_plan.host_unit_id is 'Organising centre.';
comment on column seminars.action_plan.unit_id is 'Centre that sent the person; its head answers as superior.';
comment on column seminars.action_plan.person_id is 'Account, when the person has one.';
comment on column seminars.action_plan.competency_code is 'Competency that it practises, if one.';
comment on column seminars.action_plan.what is 'What will be done differently.';
comment on column seminars.action_plan.seen_by is 'By what it will be seen.';
comment on column seminars.action_plan.due_on is 'By when.';
comment on column seminars.action_plan.written_at is 'When it was written, or changed before the first answer.';

create table seminars.follow_up (
  id uuid primary key,
  plan_id uuid not null references seminars.action_plan (id),
  step int not null check (step between 1 and 3),
  side text not null check (side in ('participant', 'superior')),
  done text not null check (done in ('yes', 'partly', 'no')),
  note text not null default '' check (length(note) <= 1000),
  answered_by uuid references network.person (id),
  answered_at timestamptz not null,
  unique (plan_id, step, side)
);
comment on table seminars.follow_up is 'What participant and superior say of a plan after the days that learning_rule sets; never changed.';
comment on column seminars.follow_up.id is 'Identifier, made by the client.';
comment on column seminars.follow_up.plan_id is 'Which plan.';
comment on column seminars.follow_up.step is 'First, second or third look.';
comment on column seminars.follow_up.side is 'Who answers.';
comment on column seminars.follow_up.done is 'Done, partly done, not done.';
comment on column seminars.follow_up.note is 'By what it is seen, or what stands in the way.';
comment on column seminars.follow_up.answered_by is 'The superior; null for the participant, who came by her link.';
comment on column seminars.follow_up.answered_at is 'When.';

------------------------------------------------------------------ competence
create table seminars.competency_past (
  code text not null references seminars.competency (code),
  version int not null,
  kind text not null,
  name_th text not null,
  name_en text not null,
  description_th text not null,
  description_en text not null,
  basis text not null,
  source text not null,
  status text not null,
  valid_from date not null,
  valid_to date,
  replaced_by uuid references network.person (id),
  replaced_at timestamptz not null,
  primary key (code, version)
);
comment on table seminars.competency_past is 'What a competency was called before, kept by trigger.';
comment on column seminars.competency_past.code is 'Which competency.';
comment on column seminars.competency_past.version is 'Counted from 1; the present wording is the one after the last.';
comment on column seminars.competency_past.kind is 'Kind at that time.';
comment on column seminars.competency_past.name_th is 'Name in Thai.';
comment on column seminars.competency_past.name_en is 'Name in English.';
comment on column seminars.competency_past.description_th is 'Description in Thai.';
comment on column seminars.competency_past.description_en is 'Description in English.';
comment on column seminars.competency_past.basis is 'Basis.';
comment on column seminars.competency_past.source is 'Source.';
comment on column seminars.competency_past.status is 'Whether it was confirmed.';
comment on column seminars.competency_past.valid_from is 'First day of force.';
comment on column seminars.competency_past.valid_to is 'First day on which it was no more in force.';
comment on column seminars.competency_past.replaced_by is 'Who changed it.';
comment on column seminars.competency_past.replaced_at is 'When.';

create function seminars.keep_competency() returns trigger
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if to_jsonb(new) = to_jsonb(old) then
    return new;
  end if;
  insert into seminars.competency_past
  select old.code,
    1 + (select count(*) from seminars.competency_past p where p.code = old.code),
    old.kind, old.name_th, old.name_en, old.description_th, old.description_en, old.basis, old.source, old.status,
    old.valid_from, coalesce(old.valid_to, new.valid_from), platform.acting_person(), now();
  return new;
end
$$;
comment on function seminars.keep_competency is 'Keeps a competency as it was before a change.';
create trigger competency_change
  before update on seminars.competency
  for each row execute function seminars.keep_competency();

create table seminars.competency_level (
  level int not null check (level between 1 and 4),
  version int not null check (version > 0),
  name_th text not null,
  name_en text not null,
  description_th text not null,
  description_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  changed_by uuid references network.person (id),
  primary key (level, version)
);
comment on table seminars.competency_level is 'The four levels in words, in their versions.';
comment on column seminars.competency_level.level is '1 to 4.';
comment on column seminars.competency_level.version is 'Counts up with each change.';
comment on column seminars.competency_level.name_th is 'Name in Thai.';
comment on column seminars.competency_level.name_en is 'Name in English.';
comment on column seminars.competency_level.description_th is 'What somebody at this level does, in Thai.';
comment on column seminars.competency_level.description_en is 'The same in English.';
comment on column seminars.competency_level.source is 'Where it was taken from.';
comment on column seminars.competency_level.status is 'unconfirmed until an official has confirmed it.';
comment on column seminars.competency_level.valid_from is 'First day of force.';
comment on column seminars.competency_level.changed_by is 'Who wrote this version; null for what shipped.';

create table seminars.competence_evidence (
  id uuid primary key,
  person_id uuid not null references network.person (id),
  unit_id int not null references network.unit (id),
  competency_code text not null references seminars.competency (code),
  source text not null check (source in ('attendance', 'test', 'practice', 'superior')),
  level int check (level between 1 and 4),
  percent int check (percent between 0 and 100),
  seminar_id uuid references seminars.seminar (id),
  object_id uuid,
  href text check (href ~ '^(/|https://)'),
  note text not null default '' check (length(note) <= 500),
  on_date date not null,
  made_by uuid references network.person (id),
  made_at timestamptz not null,
  check ((source = 'superior') = (level is not null)),
  check ((source = 'test') = (percent is not null)),
  check ((source in ('practice', 'superior')) = (made_by is not null))
);
create index on seminars.competence_evidence (person_id, competency_code);
-- Gathering again adds nothing: one row a person, competency and thing that shows it.
create unique index evidence_once on seminars.competence_evidence (person_id, competency_code, source, object_id)
  where object_id is not null;
comment on table seminars.competence_evidence is 'What shows that somebody can do something. Rows are only added; the level follows from them.';
comment on column seminars.competence_evidence.id is 'Identifier, made by the client or from what it says.';
comment on column seminars.competence_evidence.person_id is 'Of whom.';
comment on column seminars.competence_evidence.unit_id is 'Her centre at that time.';
comment on column seminars.competence_evidence.competency_code is 'Of what.';
comment on column seminars.competence_evidence.source is 'Attended a part that serves it, passed a test, practised it, or the superior confirms a level.';
comment on column seminars.competence_evidence.level is 'Level that the superior confirms.';
comment on column seminars.competence_evidence.percent is 'Share of points of a test.';
comment on column seminars.competence_evidence.seminar_id is 'Seminar it comes from, if one.';
comment on column seminars.competence_evidence.object_id is 'Part, test or action plan it comes from, if one.';
comment on column seminars.competence_evidence.href is 'Where to see it.';
comment on column seminars.competence_evidence.note is 'In words.';
comment on column seminars.competence_evidence.on_date is 'Day of the thing itself; evidence grows old.';
comment on column seminars.competence_evidence.made_by is 'The superior; null for what the platform gathered.';
comment on column seminars.competence_evidence.made_at is 'When it was entered.';

------------------------------------------------------------------ materials
create table seminars.speaker_consent (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  speaker_id uuid not null,
  scope text not null check (scope in ('none', 'participants', 'officers', 'public')),
  given_on date not null,
  given_how text not null check (length(given_how) between 3 and 300),
  no bigint not null generated always as identity,
  recorded_by uuid not null references network.person (id),
  recorded_at timestamptz not null,
  foreign key (seminar_id, speaker_id) references seminars.speaker (seminar_id, id),
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id)
);
create index on seminars.speaker_consent (speaker_id, no desc);
comment on table seminars.speaker_consent is 'How far a speaker agreed that slides and recordings are shown; the last row stands, taking back is a row too.';
comment on column seminars.speaker_consent.id is 'Identifier, made by the client.';
comment on column seminars.speaker_consent.seminar_id is 'At which seminar.';
comment on column seminars.speaker_consent.host_unit_id is 'Its organising centre.';
comment on column seminars.speaker_consent.speaker_id is 'Who agreed.';
comment on column seminars.speaker_consent.scope is 'To nobody, to participants, to all officers, to anybody.';
comment on column seminars.speaker_consent.given_on is 'When it was given.';
comment on column seminars.speaker_consent.given_how is 'How: a signed form, a mail.';
comment on column seminars.speaker_consent.no is 'Order in which they were recorded.';
comment on column seminars.speaker_consent.recorded_by is 'Who recorded it.';
comment on column seminars.speaker_consent.recorded_at is 'When.';

create table seminars.material (
  id uuid primary key,
  seminar_id uuid not null,
  host_unit_id int not null,
  slot_id uuid,
  speaker_id uuid,
  kind text not null check (kind in ('slides', 'recording', 'document')),
  title_th text not null check (length(title_th) between 2 and 200),
  title_en text check (length(title_en) between 2 and 200),
  audience text not null check (audience in ('participants', 'officers', 'public')),
  seen uuid[] not null default '{}',
  link text check (link ~ '^https://' and length(link) <= 1000),
  file_id uuid unique,
  file_name text,
  media_type text,
  size bigint check (size > 0),
  sha256 bytea check (length(sha256) = 32),
  added_by uuid not null references network.person (id),
  added_at timestamptz not null,
  removed_by uuid references network.person (id),
  removed_at timestamptz,
  foreign key (seminar_id, host_unit_id) references seminars.seminar (id, unit_id),
  foreign key (seminar_id, slot_id) references seminars.slot (seminar_id, id) on delete set null (slot_id),
  foreign key (seminar_id, speaker_id) references seminars.speaker (seminar_id, id),
  check ((link is null) <> (file_id is null)),
  check ((file_id is null) = (file_name is null)),
  check ((file_id is null) = (size is null)),
  check ((removed_at is null) = (removed_by is null))
);
create index on seminars.material (seminar_id);

create table seminars.material_upload (
  id uuid primary key,
  seminar_id uuid not null references seminars.seminar (id),
  file_id uuid not null unique,
  uploaded_by uuid not null references network.person (id),
  size bigint not null check (size >= 0),
  uploaded_at timestamptz not null
);
create index on seminars.material_upload (seminar_id);
comment on table seminars.material_upload is 'Files on their way or arrived that no material names yet: only these can become one, and only for their uploader.';
comment on column seminars.material_upload.id is 'Identifier of the material to come, made by the client.';
comment on column seminars.material_upload.file_id is 'Its place in the store, made here: nobody can name a file of another part of the system.';
comment on column seminars.material_upload.seminar_id is 'For which seminar.';
comment on column seminars.material_upload.uploaded_by is 'Who sends it.';
comment on column seminars.material_upload.size is 'Bytes that it may take; what it was announced to be.';
comment on column seminars.material_upload.uploaded_at is 'When it began; a day later it is forgotten with its bytes.';
comment on table seminars.material is 'Slides, a recording or a document of a seminar or a part of it, as a link or a file.';
comment on column seminars.material.id is 'Identifier, made by the client.';
comment on column seminars.material.seminar_id is 'Of which seminar.';
comment on column seminars.material.host_unit_id is 'Its organising centre.';
comment on column seminars.material.slot_id is 'Of which part; null for the seminar.';
comment on column seminars.material.speaker_id is 'Whose work it is, if a speaker''s.';
comment on column seminars.material.kind is 'What it is. A recording of a part shows all who spoke in it.';
comment on column seminars.material.title_th is 'Title in Thai.';
comment on column seminars.material.title_en is 'Title in English.';
comment on column seminars.material.audience is 'Whom it is for; never shown wider than its speakers agreed.';
comment on column seminars.material.seen is 'Who spoke in the part when its recording was added, kept by trigger: taking a name off the programme later takes no say away.';
comment on column seminars.material.link is 'Address elsewhere.';
comment on column seminars.material.file_id is 'File in the store.';
comment on column seminars.material.file_name is 'Its name.';
comment on column seminars.material.media_type is 'Its type.';
comment on column seminars.material.size is 'Its size in bytes.';
comment on column seminars.material.sha256 is 'SHA-256 of its bytes.';
comment on column seminars.material.added_by is 'Who added it.';
comment on column seminars.material.added_at is 'When.';
comment on column seminars.material.removed_by is 'Who took it away.';
comment on column seminars.material.removed_at is 'When it was taken away.';

create function seminars.keep_who_is_seen() returns trigger
  language plpgsql security definer set search_path = pg_catalog
as $$
begin
  new.seen := case
    when new.kind = 'recording' then array(select ss.speaker_id from seminars.slot_speaker ss where ss.slot_id = new.slot_id)
    else '{}'
  end;
  return new;
end
$$;
comment on function seminars.keep_who_is_seen is 'Notes with a recording who spoke in its part.';
create trigger material_seen before insert on seminars.material
  for each row execute function seminars.keep_who_is_seen();

------------------------------------------------------------------ who is whose superior, who keeps the frame
create function seminars.holds_role(p_person uuid, p_unit int, p_role text) returns boolean
  language sql stable
as $$
  select exists (
    select from network.appointment held
    where held.person_id = p_person
      and held.unit_id = p_unit
      and held.role = p_role
      and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
      and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
  )
$$;
comment on function seminars.holds_role is 'Whether a person holds a role in a centre today.';

create function seminars.leads(p_unit int, p_person uuid) returns boolean
  language sql stable
as $$
  select platform.acting_person() is distinct from p_person
    and case when seminars.holds_role(p_person, p_unit, 'head') then exists (
        select from network.unit unit
        where unit.id = p_unit
          and (seminars.holds_role(platform.acting_person(), unit.parent_id, 'head')
            or (unit.parent_id is null and seminars.holds_role(platform.acting_person(), unit.id, 'overseer')))
      )
      else seminars.holds_role(platform.acting_person(), p_unit, 'head')
    end
$$;
comment on function seminars.leads is 'Whether the acting person is the superior of somebody in a centre: its head; of the head, the head of the tier above; at the top the Permanent Secretary''s line. Nobody of herself.';

create function seminars.leads_person(p_person uuid) returns boolean
  language sql stable
as $$
  select exists (
    select from network.appointment held
    where held.person_id = p_person
      and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
      and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
      and seminars.leads(held.unit_id, p_person)
  )
$$;
comment on function seminars.leads_person is 'Whether the acting person is the superior of an officer in any centre in which she works today.';

create function seminars.keeps_frame() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['administrator', 'planner', 'organiser']))
$$;
comment on function seminars.keeps_frame is 'Whether the acting person keeps the common form, the competence frame and its numbers: at the ministry''s centre.';

create function seminars.rule_value(p_code text, p_day date) returns int
  language sql stable
as $$
  select r.value from seminars.learning_rule r
  where r.code = p_code and r.valid_from <= p_day and (r.valid_to is null or r.valid_to > p_day)
  order by r.version desc
  limit 1
$$;
comment on function seminars.rule_value is 'A number of evaluation and competence as in force on a day.';

------------------------------------------------------------------ answering, and reading what was answered
create function seminars.give_reaction(p_subject uuid, p_ratings jsonb, p_comments jsonb) returns boolean
  language plpgsql security definer set search_path = pg_catalog
as $$
declare
  v_seat uuid := platform.acting_seat();
  v_seminar uuid;
begin
  select r.seminar_id into v_seminar
  from seminars.registration r
  join seminars.seminar held on held.id = r.seminar_id
  where r.id = v_seat and r.state = 'confirmed'
    -- Nobody is named afterwards to fill a group up.
    and (r.made_at at time zone 'Asia/Bangkok')::date <= held.ends_on
    and (r.seminar_id = p_subject or exists (
      select from seminars.slot s where s.id = p_subject and s.seminar_id = r.seminar_id));
  if v_seminar is null then
    raise exception 'this seat does not evaluate that' using errcode = 'insufficient_privilege';
  end if;
  -- One mark an item, of questions that are asked of this seminar: a group is as large as its people.
  if exists (
    select from jsonb_array_elements(p_ratings) given
    left join seminars.evaluation_item item
      on item.id = (given ->> 'item')::uuid and item.kind = 'rating' and coalesce(item.seminar_id, v_seminar) = v_seminar
    group by given ->> 'item'
    having count(*) > 1 or count(item.id) = 0
  ) then
    raise exception 'marks that are not asked for' using errcode = 'invalid_parameter_value';
  end if;
  insert into seminars.reaction_mark (subject_id, seminar_id, seats) values (p_subject, v_seminar, '{}')
  on conflict do nothing;
  update seminars.reaction_mark
  set seats = array(select unnest(seats || v_seat) order by 1)
  where subject_id = p_subject and not v_seat = any (seats);
  if not found then
    return false;
  end if;
  insert into seminars.reaction_count (subject_id, item_id, rating, seminar_id, people)
  select p_subject, (given ->> 'item')::uuid, (given ->> 'rating')::smallint, v_seminar, 1
  from jsonb_array_elements(p_ratings) given
  on conflict (subject_id, item_id, rating) do update set people = seminars.reaction_count.people + 1;
  if jsonb_array_length(p_comments) > 0 then
    -- Several at once would write the same rows anew.
    perform pg_advisory_xact_lock(hashtext('reaction ' || v_seminar));
    with gone as (
      delete from seminars.reaction_comment c where c.seminar_id = v_seminar
      returning c.subject_id, c.item_id, c.comment
    ), said as (
      select gone.* from gone
      union all
      select p_subject, (given ->> 'item')::uuid, given ->> 'comment' from jsonb_array_elements(p_comments) given
    )
    insert into seminars.reaction_comment (seminar_id, subject_id, item_id, comment)
    select v_seminar, said.subject_id, said.item_id, said.comment from said order by random();
  end if;
  return true;
end
$$;
comment on function seminars.give_reaction is 'Counts what the holder of a seat says of a part or of the seminar, once; false when she has said it before.';

create function seminars.reacted() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
as $$
  select m.subject_id from seminars.reaction_mark m where platform.acting_seat() = any (m.seats)
$$;
comment on function seminars.reacted is 'What the holder of the acting seat has evaluated already; nobody else''s.';

create function seminars.reaction_people(p_seminar uuid) returns table (subject_id uuid, people int)
  language sql stable security definer set search_path = pg_catalog
as $$
  select m.subject_id, cardinality(m.seats) from seminars.reaction_mark m
  where m.seminar_id = p_seminar and seminars.organises(p_seminar)
$$;
comment on function seminars.reaction_people is 'How many have evaluated each part, for the organisers.';

create function seminars.reaction_figures(p_seminar uuid)
  returns table (subject_id uuid, item_id uuid, rating smallint, people int)
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.subject_id, c.item_id, c.rating, c.people
  from seminars.reaction_count c
  join seminars.reaction_mark m on m.subject_id = c.subject_id
  where c.seminar_id = p_seminar
    and seminars.organises(p_seminar)
    and cardinality(m.seats) >= greatest(5, seminars.rule_value('small-group', (now() at time zone 'Asia/Bangkok')::date))
    and (select sum(g.people) from seminars.reaction_count g where (g.subject_id, g.item_id) = (c.subject_id, c.item_id))
      >= greatest(5, seminars.rule_value('small-group', (now() at time zone 'Asia/Bangkok')::date))
$$;
comment on function seminars.reaction_figures is 'Marks of a seminar for its organisers; of groups that are too small, none.';

create function seminars.reaction_words(p_seminar uuid) returns table (subject_id uuid, item_id uuid, comment text)
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.subject_id, c.item_id, c.comment
  from seminars.reaction_comment c
  join seminars.reaction_mark m on m.subject_id = c.subject_id
  where c.seminar_id = p_seminar
    and seminars.organises(p_seminar)
    and cardinality(m.seats)
      >= greatest(5, seminars.rule_value('small-group', (now() at time zone 'Asia/Bangkok')::date))
  order by c.id
$$;
comment on function seminars.reaction_words is 'Words of a seminar for its organisers, in an order that says nothing; where fewer than the smallest group answered, none.';

------------------------------------------------------------------ whom a material may reach
create function seminars.scope_rank(p_scope text) returns int
  language sql immutable
as $$
  select case p_scope when 'participants' then 1 when 'officers' then 2 when 'public' then 3 else 0 end
$$;
comment on function seminars.scope_rank is '0 nobody, 1 participants, 2 officers, 3 anybody.';

create function seminars.material_rank(p_slot uuid, p_speaker uuid, p_kind text, p_audience text, p_seen uuid[]) returns int
  language sql stable security definer set search_path = pg_catalog
as $$
  select least(
    seminars.scope_rank(p_audience),
    (
      -- Where nobody is named whose work it is, a recording goes nowhere; other matter is the centre's own.
      select coalesce(min(coalesce((
        select seminars.scope_rank(c.scope) from seminars.speaker_consent c
        where c.speaker_id = shown.id
        order by c.no desc
        limit 1), 0)), case p_kind when 'recording' then 0 else 3 end)
      from (
        select p_speaker as id where p_speaker is not null
        union
        select ss.speaker_id from seminars.slot_speaker ss
        where p_kind = 'recording' and ss.slot_id = p_slot
        union
        select unnest(p_seen)
      ) shown
    )
  )
$$;
comment on function seminars.material_rank is 'How far a material may go: as far as it is meant for, and no farther than every speaker whose work it is, or who is or was named in the part that it shows, agreed.';

------------------------------------------------------------------ figures of other features
create function cases.clock_figures(p_from date, p_to date) returns table (unit_id int, due int, in_time int)
  language sql stable security definer set search_path = pg_catalog
as $$
  select c.unit_id, count(*)::int, (count(*) filter (where k.met_on <= k.due_on))::int
  from cases.clock k
  join cases."case" c on c.id = k.case_id
  where k.due_on >= p_from and k.due_on < p_to
  group by c.unit_id
$$;
comment on function cases.clock_figures is 'Deadlines that fell due in a period and how many of them were met in time, by centre. Numbers only.';
revoke execute on function cases.clock_figures from public;
grant execute on function cases.clock_figures to prongsai_worker;

------------------------------------------------------------------ who sees and does what
do $$
declare
  opened text;
begin
  foreach opened in array array['give_reaction(uuid, jsonb, jsonb)', 'reacted()'] loop
    execute format('revoke execute on function seminars.%s from public', opened);
    execute format('grant execute on function seminars.%s to prongsai_public', opened);
  end loop;
  foreach opened in array array['reaction_people(uuid)', 'reaction_figures(uuid)', 'reaction_words(uuid)'] loop
    execute format('revoke execute on function seminars.%s from public', opened);
    execute format('grant execute on function seminars.%s to prongsai_officer', opened);
  end loop;
end
$$;

grant select on seminars.learning_rule, seminars.competency_level, seminars.competency_past to prongsai_public, prongsai_officer, prongsai_worker;
grant insert on seminars.learning_rule, seminars.competency_level to prongsai_officer;
grant update (valid_to) on seminars.learning_rule to prongsai_officer;
grant select on seminars.evaluation_item to prongsai_public, prongsai_officer, prongsai_worker;
grant insert on seminars.evaluation_item to prongsai_officer;
grant select, insert, update (competency_code, what, seen_by, due_on, written_at) on seminars.action_plan to prongsai_public;
grant select on seminars.action_plan to prongsai_officer, prongsai_worker;
grant select, insert on seminars.follow_up to prongsai_public, prongsai_officer;
grant select on seminars.follow_up to prongsai_worker;
grant select, insert on seminars.competence_evidence to prongsai_officer, prongsai_worker;
grant select, insert on seminars.speaker_consent to prongsai_officer;
grant select (id, seminar_id, slot_id, speaker_id, kind, title_th, title_en, audience, seen, link, file_id, file_name, media_type, size, removed_at)
  on seminars.material to prongsai_public;
grant select, insert on seminars.material to prongsai_officer;
grant update (removed_by, removed_at) on seminars.material to prongsai_officer;
grant select, insert, delete on seminars.material_upload to prongsai_officer;
grant select, delete on seminars.material_upload to prongsai_worker;

alter table seminars.learning_rule enable row level security;
create policy learning_rule_read on seminars.learning_rule for select using (true);
create policy learning_rule_add on seminars.learning_rule for insert to prongsai_officer
  with check (seminars.keeps_frame() and changed_by = platform.acting_person());
create policy learning_rule_end on seminars.learning_rule for update to prongsai_officer
  using (seminars.keeps_frame());

alter table seminars.competency_level enable row level security;
create policy competency_level_read on seminars.competency_level for select using (true);
create policy competency_level_add on seminars.competency_level for insert to prongsai_officer
  with check (seminars.keeps_frame() and changed_by = platform.acting_person());

alter table seminars.competency_past enable row level security;
create policy competency_past_read on seminars.competency_past for select using (true);

alter table seminars.evaluation_item enable row level security;
create policy evaluation_item_worker on seminars.evaluation_item for select to prongsai_worker using (true);
create policy evaluation_item_read on seminars.evaluation_item for select to prongsai_public, prongsai_officer
  using (seminar_id is null or exists (select from seminars.seminar s where s.id = seminar_id));
create policy evaluation_item_add on seminars.evaluation_item for insert to prongsai_officer
  with check (
    changed_by = platform.acting_person()
    and case when seminar_id is null then seminars.keeps_frame() else seminars.organises(seminar_id) end
  );

-- Reached through the functions above alone: no role of the program has a right to the tables.
alter table seminars.reaction_mark enable row level security;
alter table seminars.reaction_count enable row level security;
alter table seminars.reaction_comment enable row level security;

alter table seminars.action_plan enable row level security;
create policy action_plan_worker on seminars.action_plan for select to prongsai_worker using (true);
create policy action_plan_seat on seminars.action_plan for select to prongsai_public
  using (registration_id = platform.acting_seat());
create policy action_plan_write on seminars.action_plan for insert to prongsai_public
  with check (
    registration_id = platform.acting_seat()
    and exists (
      select from seminars.registration r
      where r.id = registration_id and r.state = 'confirmed' and r.unit_id = action_plan.unit_id
        and r.person_id is not distinct from action_plan.person_id)
  );
-- Until somebody has answered what became of it.
create policy action_plan_change on seminars.action_plan for update to prongsai_public
  using (
    registration_id = platform.acting_seat()
    and not exists (select from seminars.follow_up f where f.plan_id = action_plan.id))
  with check (
    registration_id = platform.acting_seat()
    and exists (
      select from seminars.registration r
      where r.id = registration_id and r.unit_id = action_plan.unit_id and r.person_id is not distinct from action_plan.person_id)
  );
create policy action_plan_read on seminars.action_plan for select to prongsai_officer
  using (
    person_id = platform.acting_person()
    or seminars.leads(unit_id, person_id)
    or host_unit_id in (select network.units_with_role(array['organiser', 'head']))
  );

alter table seminars.follow_up enable row level security;
create policy follow_up_worker on seminars.follow_up for select to prongsai_worker using (true);
create policy follow_up_read on seminars.follow_up for select to prongsai_public, prongsai_officer
  using (exists (select from seminars.action_plan p where p.id = plan_id));
create policy follow_up_seat on seminars.follow_up for insert to prongsai_public
  with check (
    side = 'participant' and answered_by is null
    and exists (select from seminars.action_plan p where p.id = plan_id and p.registration_id = platform.acting_seat())
  );
create policy follow_up_superior on seminars.follow_up for insert to prongsai_officer
  with check (
    side = 'superior' and answered_by = platform.acting_person()
    and exists (select from seminars.action_plan p where p.id = plan_id and seminars.leads(p.unit_id, p.person_id))
  );

alter table seminars.competence_evidence enable row level security;
create policy evidence_worker on seminars.competence_evidence for select to prongsai_worker using (true);
create policy evidence_gather on seminars.competence_evidence for insert to prongsai_worker
  with check (source in ('attendance', 'test'));
create policy evidence_read on seminars.competence_evidence for select to prongsai_officer
  using (person_id = platform.acting_person() or seminars.leads_person(person_id));
create policy evidence_add on seminars.competence_evidence for insert to prongsai_officer
  with check (
    source in ('practice', 'superior')
    and made_by = platform.acting_person()
    and seminars.leads_person(person_id)
  );

alter table seminars.speaker_consent enable row level security;
create policy speaker_consent_read on seminars.speaker_consent for select to prongsai_officer
  using (seminars.organises(seminar_id));
create policy speaker_consent_add on seminars.speaker_consent for insert to prongsai_officer
  with check (seminars.organises(seminar_id) and recorded_by = platform.acting_person());

alter table seminars.material enable row level security;
alter table seminars.material_upload enable row level security;
create policy material_public on seminars.material for select to prongsai_public
  using (
    removed_at is null
    and (
      (seminars.material_rank(slot_id, speaker_id, kind, audience, seen) >= 3 and seminars.is_public(seminar_id))
      or (
        seminars.material_rank(slot_id, speaker_id, kind, audience, seen) >= 1
        and exists (
          select from seminars.registration r
          where r.id = platform.acting_seat() and r.seminar_id = material.seminar_id and r.state = 'confirmed')
      )
    )
  );
create policy material_officer on seminars.material for select to prongsai_officer
  using (
    seminars.organises(seminar_id)
    or (
      removed_at is null
      and (
        (seminars.material_rank(slot_id, speaker_id, kind, audience, seen) >= 2
          and exists (select from seminars.seminar s where s.id = material.seminar_id))
        or (seminars.material_rank(slot_id, speaker_id, kind, audience, seen) >= 1
          and exists (
            select from seminars.registration r
            where r.seminar_id = material.seminar_id and r.person_id = platform.acting_person() and r.state = 'confirmed'))
      )
    )
  );
create policy material_upload_read on seminars.material_upload for select to prongsai_officer
  using (seminars.organises(seminar_id));
create policy material_upload_own on seminars.material_upload for all to prongsai_officer
  using (uploaded_by = platform.acting_person() and seminars.organises(seminar_id))
  with check (uploaded_by = platform.acting_person() and seminars.organises(seminar_id));
create policy material_upload_worker on seminars.material_upload for all to prongsai_worker using (true);
create policy material_add on seminars.material for insert to prongsai_officer
  with check (seminars.organises(seminar_id) and added_by = platform.acting_person());
create policy material_remove on seminars.material for update to prongsai_officer
  using (seminars.organises(seminar_id))
  with check (removed_by = platform.acting_person());
