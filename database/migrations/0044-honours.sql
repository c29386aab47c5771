-- Honours: categories as data, nominations by two persons, consent, clearance that nobody can read, blind scores, the public roll.

------------------------------------------------------------------ who does what
create function ethics.runs_honours() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['head', 'planner']))
$$;
comment on function ethics.runs_honours is 'Whether the acting person runs the rounds of honours: head or planner of the ministry.';

create function ethics.approves_honours() returns boolean
  language sql stable
as $$
  select network.root_unit() in (select network.units_with_role(array['head', 'overseer']))
$$;
comment on function ethics.approves_honours is 'Whether the acting person approves a roll of honours: the Permanent Secretary''s line or the head of the ministry''s centre.';

create function ethics.nominates_from(p_unit int) returns boolean
  language sql stable
as $$
  select p_unit in (select network.units_with_role(array['head', 'ethics-officer', 'planner']))
$$;
comment on function ethics.nominates_from is 'Whether the acting person nominates for a centre.';

------------------------------------------------------------------ categories and rounds
create table ethics.honour_category (
  id uuid not null unique default gen_random_uuid(),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  code text not null check (code ~ '^[A-Z][A-Z0-9-]{0,29}$'),
  version int not null,
  name_th text not null,
  name_en text not null,
  nominee text not null check (nominee in ('person', 'unit')),
  criteria_codes text[] not null check (cardinality(criteria_codes) between 1 and 10),
  criteria_th text[] not null check (cardinality(criteria_th) = cardinality(criteria_codes)),
  criteria_en text[] not null check (cardinality(criteria_en) = cardinality(criteria_codes)),
  weights int[] not null check (cardinality(weights) = cardinality(criteria_codes) and 0 < all (weights)),
  most int not null check (most between 1 and 1000),
  threshold numeric not null check (threshold between 0 and 100),
  least_scorers int not null check (least_scorers between 2 and 50),
  least_nominees int not null check (least_nominees between 2 and 1000),
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  primary key (fiscal_year, code, version)
);
comment on table ethics.honour_category is 'What a fiscal year honours and how it is decided; the newest version counts and stands still once the round has begun.';
comment on column ethics.honour_category.id is 'Identifier of the entry, made by the client.';
comment on column ethics.honour_category.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.honour_category.code is 'Stable code.';
comment on column ethics.honour_category.version is 'Counts up with each change.';
comment on column ethics.honour_category.name_th is 'Name in Thai.';
comment on column ethics.honour_category.name_en is 'Name in English.';
comment on column ethics.honour_category.nominee is 'Whether persons or centres are nominated.';
comment on column ethics.honour_category.criteria_codes is 'Codes of the criteria, in order.';
comment on column ethics.honour_category.criteria_th is 'Their words in Thai.';
comment on column ethics.honour_category.criteria_en is 'Their words in English.';
comment on column ethics.honour_category.weights is 'Their weights in the mean.';
comment on column ethics.honour_category.most is 'Highest number of honours.';
comment on column ethics.honour_category.threshold is 'Mean score from which somebody may be honoured, of 100.';
comment on column ethics.honour_category.least_scorers is 'Smallest number of committee members who score each nominee.';
comment on column ethics.honour_category.least_nominees is 'Smallest number of nominees for the category to be decided at all, so that a roll does not tell about one of few.';
comment on column ethics.honour_category.opens_on is 'First day of nomination.';
comment on column ethics.honour_category.closes_on is 'Last day of nomination.';
comment on column ethics.honour_category.basis_th is 'Basis in Thai.';
comment on column ethics.honour_category.basis_en is 'Basis in English.';
comment on column ethics.honour_category.source is 'Where taken from.';
comment on column ethics.honour_category.status is 'unconfirmed until an official has checked it.';

create table ethics.honour_round (
  id uuid primary key,
  fiscal_year int not null unique check (fiscal_year between 2500 and 2700),
  state text not null default 'nominating' check (state in ('nominating', 'scoring', 'scored', 'published')),
  opened_at timestamptz not null,
  scoring_until date,
  undecided text[] not null default '{}',
  scored_by uuid references network.person (id),
  approved_by uuid references network.person (id),
  published_at timestamptz,
  check ((state = 'nominating') = (scoring_until is null)),
  check (approved_by <> scored_by)
);
comment on table ethics.honour_round is 'Honours of a fiscal year, one round a year; its steps are taken by functions alone.';
comment on column ethics.honour_round.id is 'Identifier, made by the client.';
comment on column ethics.honour_round.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.honour_round.state is 'nominating, scoring (with clearance beside it), scored, published.';
comment on column ethics.honour_round.opened_at is 'When begun.';
comment on column ethics.honour_round.scoring_until is 'Last day on which the committee scores.';
comment on column ethics.honour_round.undecided is 'Codes of categories with too few nominees; set when nomination closes.';
comment on column ethics.honour_round.scored_by is 'Who closed the scoring.';
comment on column ethics.honour_round.approved_by is 'Who approved the roll, never who closed the scoring.';
comment on column ethics.honour_round.published_at is 'When approved and published.';

------------------------------------------------------------------ nominations
create table ethics.honour_nomination (
  id uuid primary key,
  round_id uuid not null references ethics.honour_round (id),
  fiscal_year int not null,
  category_code text not null,
  category_version int not null,
  unit_id int not null references network.unit (id),
  person_id uuid references network.person (id),
  citation text not null check (length(citation) between 1 and 400),
  state text not null default 'draft' check (state in ('draft', 'handed-in')),
  nominated_by uuid not null references network.person (id),
  nominated_at timestamptz not null,
  supported_by uuid references network.person (id),
  handed_in_at timestamptz,
  foreign key (fiscal_year, category_code, category_version) references ethics.honour_category (fiscal_year, code, version),
  unique nulls not distinct (round_id, category_code, unit_id, person_id),
  check ((state = 'handed-in') = (supported_by is not null)),
  check ((state = 'handed-in') = (handed_in_at is not null)),
  check (nominated_by <> supported_by),
  check (nominated_by <> person_id),
  check (supported_by <> person_id)
);
create index on ethics.honour_nomination (unit_id);
create index on ethics.honour_nomination (person_id);
comment on table ethics.honour_nomination is 'A person of a centre, or the centre, nominated by one of its officers and handed in by the support of another.';
comment on column ethics.honour_nomination.id is 'Identifier, made by the client.';
comment on column ethics.honour_nomination.round_id is 'Which round.';
comment on column ethics.honour_nomination.fiscal_year is 'Its fiscal year, Buddhist era.';
comment on column ethics.honour_nomination.category_code is 'Which category.';
comment on column ethics.honour_nomination.category_version is 'The version that counted.';
comment on column ethics.honour_nomination.unit_id is 'The centre that nominates, in which the nominee works, or which is nominated.';
comment on column ethics.honour_nomination.person_id is 'The nominee; null when it is the centre.';
comment on column ethics.honour_nomination.citation is 'What the roll says of the nominee; public if on the roll.';
comment on column ethics.honour_nomination.state is 'draft, handed-in.';
comment on column ethics.honour_nomination.nominated_by is 'Who wrote it.';
comment on column ethics.honour_nomination.nominated_at is 'When begun.';
comment on column ethics.honour_nomination.supported_by is 'The second person, by whose support it was handed in.';
comment on column ethics.honour_nomination.handed_in_at is 'When; the earlier comes first where means are equal.';

create table ethics.honour_reason (
  nomination_id uuid not null references ethics.honour_nomination (id),
  position smallint not null check (position between 1 and 10),
  reason text not null check (length(reason) between 1 and 4000),
  evidence text not null,
  link text check (link ~ '^https?://'),
  primary key (nomination_id, position)
);
comment on table ethics.honour_reason is 'Why, by criterion, and what shows it.';
comment on column ethics.honour_reason.nomination_id is 'Which nomination.';
comment on column ethics.honour_reason.position is 'Which criterion of the category, from 1.';
comment on column ethics.honour_reason.reason is 'What the nominee did.';
comment on column ethics.honour_reason.evidence is 'What shows it.';
comment on column ethics.honour_reason.link is 'Where it can be seen.';

create table ethics.honour_consent (
  nomination_id uuid primary key references ethics.honour_nomination (id),
  is_given boolean not null,
  answered_by uuid not null references network.person (id),
  answered_at timestamptz not null
);
comment on table ethics.honour_consent is 'Whether a nominee (for a centre: its head) agrees to be named in public; read by nobody else.';
comment on column ethics.honour_consent.nomination_id is 'Which nomination.';
comment on column ethics.honour_consent.is_given is 'Yes or no; no is as good as no answer.';
comment on column ethics.honour_consent.answered_by is 'Who said so.';
comment on column ethics.honour_consent.answered_at is 'When last.';

------------------------------------------------------------------ clearance
create table ethics.honour_clearance (
  round_id uuid not null references ethics.honour_round (id),
  unit_id int not null references network.unit (id),
  answer_id uuid unique,
  answered_by uuid references network.person (id),
  answered_at timestamptz,
  primary key (round_id, unit_id),
  check ((answer_id is null) = (answered_by is null)),
  check ((answer_id is null) = (answered_at is null))
);
comment on table ethics.honour_clearance is 'Centres that are asked about the whole list of nominees that concern them, and that they have answered; never what.';
comment on column ethics.honour_clearance.round_id is 'Which round.';
comment on column ethics.honour_clearance.unit_id is 'Which centre is asked.';
comment on column ethics.honour_clearance.answer_id is 'Identifier of the answer, made by the client.';
comment on column ethics.honour_clearance.answered_by is 'Who answered, for the whole list at once.';
comment on column ethics.honour_clearance.answered_at is 'When.';

create table ethics.honour_verdict (
  round_id uuid not null,
  unit_id int not null,
  nomination_id uuid not null references ethics.honour_nomination (id),
  is_held boolean not null,
  primary key (round_id, unit_id, nomination_id),
  foreign key (round_id, unit_id) references ethics.honour_clearance (round_id, unit_id)
);
comment on table ethics.honour_verdict is 'What a centre answered, a row for each nominee whatever was answered. Granted to no role; deleted when the roll is approved.';
comment on column ethics.honour_verdict.round_id is 'Which round.';
comment on column ethics.honour_verdict.unit_id is 'Which centre answered.';
comment on column ethics.honour_verdict.nomination_id is 'About whom.';
comment on column ethics.honour_verdict.is_held is 'Whether the nominee is to be left out. No reason is kept.';

------------------------------------------------------------------ the committee
create table ethics.honour_member (
  round_id uuid not null references ethics.honour_round (id),
  person_id uuid not null references network.person (id),
  named_by uuid not null references network.person (id),
  named_at timestamptz not null,
  primary key (round_id, person_id)
);
comment on table ethics.honour_member is 'Members of a round''s committee; neither nominees nor nominators of it.';
comment on column ethics.honour_member.round_id is 'Which round.';
comment on column ethics.honour_member.person_id is 'Who.';
comment on column ethics.honour_member.named_by is 'Who named her.';
comment on column ethics.honour_member.named_at is 'When.';

create table ethics.honour_score (
  nomination_id uuid not null references ethics.honour_nomination (id),
  member_id uuid not null references network.person (id),
  scores int[] not null check (cardinality(scores) between 1 and 10 and 0 <= all (scores) and 100 >= all (scores)),
  primary key (nomination_id, member_id)
);
comment on table ethics.honour_score is 'What a member gives a nominee, criterion by criterion; read by her alone, deleted when the roll is approved.';
comment on column ethics.honour_score.nomination_id is 'Which nominee.';
comment on column ethics.honour_score.member_id is 'Who scored.';
comment on column ethics.honour_score.scores is '0 to 100 for each criterion, in order.';

create table ethics.honour_roll (
  nomination_id uuid primary key references ethics.honour_nomination (id),
  round_id uuid not null references ethics.honour_round (id),
  category_code text not null,
  unit_id int not null references network.unit (id),
  name_th text,
  name_en text,
  citation text not null
);
create index on ethics.honour_roll (round_id);
comment on table ethics.honour_roll is 'Who is honoured: computed by the database, public once approved; a name withdrawn is deleted.';
comment on column ethics.honour_roll.nomination_id is 'Which nomination.';
comment on column ethics.honour_roll.round_id is 'Which round.';
comment on column ethics.honour_roll.category_code is 'Which category.';
comment on column ethics.honour_roll.unit_id is 'The centre of the person, or the centre honoured.';
comment on column ethics.honour_roll.name_th is 'Name in Thai; null for a centre.';
comment on column ethics.honour_roll.name_en is 'Name in English.';
comment on column ethics.honour_roll.citation is 'What the nominators wrote for the roll.';

------------------------------------------------------------------ questions that policies ask
create function ethics.is_honour_nominee(p_round uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from ethics.honour_nomination nomination
      where nomination.round_id = $1
        and nomination.state = 'handed-in'
        and (nomination.person_id = $2 or (nomination.person_id is null and ethics.holds($2, nomination.unit_id, 'head')))
    );
  end;
comment on function ethics.is_honour_nominee is 'Whether a person is a nominee of a round, or heads a centre that is one. For other functions only.';

create function ethics.stands_in_honours(p_round uuid, p_person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select ($2 = platform.acting_person() or ethics.runs_honours()) and ethics.is_honour_nominee($1, $2);
  end;
comment on function ethics.stands_in_honours is 'The same, asked of oneself, or by whoever runs the round.';

create function ethics.scores_honour(p_nomination uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from ethics.honour_nomination nomination
      join ethics.honour_round round on round.id = nomination.round_id and round.state = 'scoring'
      join ethics.honour_member member on member.round_id = round.id and member.person_id = platform.acting_person()
      where nomination.id = $1
        and nomination.state = 'handed-in'
        and nomination.unit_id not in (select network.held_units())
        and not exists (
          select from network.appointment held
          where held.person_id = nomination.person_id
            and ethics.holds(held.person_id, held.unit_id, held.role)
            and held.unit_id in (select network.held_units())
        )
    );
  end;
comment on function ethics.scores_honour is 'Whether the acting person scores a nominee now: a member of the committee, none of whose centres is the nominee''s.';

-- Whom a centre is asked about: persons who work there or below; a nominated centre only from above, unless nothing is above.
create function ethics.honour_concerns(p_round uuid, p_unit int) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select nomination.id
    from ethics.honour_nomination nomination
    join network.unit_closure line on line.descendant = nomination.unit_id and line.ancestor = $2
    where nomination.round_id = $1
      and nomination.state = 'handed-in'
      and (nomination.person_id is not null or line.depth > 0 or nomination.unit_id = network.root_unit());
  end;
comment on function ethics.honour_concerns is 'Nominations of a round that concern a centre.';

-- Case officers and the head, no nominee or nominator of the list; members of the committee, and at the top the overseer, only
-- where there is nobody else. Empty: the centre above, which is asked about the same names, answers for it.
create function ethics.honour_answerers(p_round uuid, p_unit int) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select ranked.person_id
    from (
      select able.person_id, able.place, min(able.place) over () as first_place
      from (
        select
          held.person_id,
          min(case
            when held.role = 'overseer' then 3
            when exists (select from ethics.honour_member member where member.round_id = $1 and member.person_id = held.person_id) then 2
            else 1
          end) as place
        from network.appointment held
        join network.person person on person.id = held.person_id and person.disabled_at is null
        where held.unit_id = $2
          and (held.role in ('case-officer', 'head') or (held.role = 'overseer' and held.unit_id = network.root_unit()))
          and ethics.holds(held.person_id, held.unit_id, held.role)
          and not ethics.is_honour_nominee($1, held.person_id)
          and not exists (
            select from ethics.honour_nomination nomination
            where nomination.round_id = $1
              and nomination.state = 'handed-in'
              and held.person_id in (nomination.nominated_by, nomination.supported_by)
          )
        group by held.person_id
      ) able
    ) ranked
    where ranked.place = ranked.first_place;
  end;
comment on function ethics.honour_answerers is 'Who may answer for a centre in a round.';

create function ethics.honour_questions(p_round uuid) returns setof int
  language sql stable security definer set search_path = ''
  begin atomic
    select asked.unit_id
    from ethics.honour_clearance asked
    join ethics.honour_round round on round.id = asked.round_id and round.state = 'scoring'
    where asked.round_id = $1
      and asked.unit_id in (select network.held_units())
      and platform.acting_person() in (select ethics.honour_answerers($1, asked.unit_id));
  end;
comment on function ethics.honour_questions is 'Centres for which the acting person may answer in a round that asks.';

create function ethics.honour_list(p_round uuid, p_unit int) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select listed.id
    from ethics.honour_concerns($1, $2) listed (id)
    where $2 in (select ethics.honour_questions($1));
  end;
comment on function ethics.honour_list is 'The list that a centre is asked about, for whoever may answer for it.';

create function ethics.honour_progress(p_round uuid) returns table (member_id uuid, scored int, to_score int)
  language sql stable security definer set search_path = ''
  begin atomic
    select
      member.person_id,
      (select count(*)::int
        from ethics.honour_score given
        join ethics.honour_nomination nomination on nomination.id = given.nomination_id
        where given.member_id = member.person_id and nomination.round_id = $1),
      (select count(*)::int
        from ethics.honour_nomination nomination
        where nomination.round_id = $1
          and nomination.state = 'handed-in'
          and not exists (
            select from network.appointment own
            where own.person_id = member.person_id
              and ethics.holds(own.person_id, own.unit_id, own.role)
              and (own.unit_id = nomination.unit_id or exists (
                select from network.appointment held
                where held.person_id = nomination.person_id
                  and held.unit_id = own.unit_id
                  and ethics.holds(held.person_id, held.unit_id, held.role)))
          ))
    from ethics.honour_member member
    where member.round_id = $1 and ethics.runs_honours();
  end;
comment on function ethics.honour_progress is 'How many nominees each member has scored, for whoever runs the round; never how.';

------------------------------------------------------------------ steps
create function ethics.guard_honour_nomination() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  -- Nothing is handed in while nomination closes, or nobody would be asked about it.
  perform from ethics.honour_round where id = new.round_id for share;
  if tg_op = 'INSERT' then
    if new.state <> 'draft'
      or not exists (
        select from ethics.honour_round round
        where round.id = new.round_id and round.state = 'nominating' and round.fiscal_year = new.fiscal_year
      ) then
      raise exception 'nomination is closed' using errcode = 'check_violation';
    end if;
    if not exists (
      select from ethics.honour_category category
      where category.fiscal_year = new.fiscal_year
        and category.code = new.category_code
        and category.version = new.category_version
        and (category.nominee = 'person') = (new.person_id is not null)
        and not exists (
          select from ethics.honour_category later
          where later.fiscal_year = category.fiscal_year and later.code = category.code and later.version > category.version
        )
    ) then
      raise exception 'the category honours somebody else' using errcode = 'check_violation';
    end if;
    if new.person_id is not null and not exists (
      select from network.appointment held
      where held.person_id = new.person_id and held.unit_id = new.unit_id and ethics.holds(held.person_id, held.unit_id, held.role)
    ) then
      raise exception 'the nominee works in the centre' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if row(new.id, new.round_id, new.fiscal_year, new.category_code, new.category_version, new.unit_id, new.person_id, new.nominated_by, new.nominated_at)
    is distinct from row(old.id, old.round_id, old.fiscal_year, old.category_code, old.category_version, old.unit_id, old.person_id, old.nominated_by, old.nominated_at)
    or old.state <> 'draft'
    or not exists (select from ethics.honour_round round where round.id = new.round_id and round.state = 'nominating') then
    raise exception 'what was handed in stays as it is' using errcode = 'check_violation';
  end if;
  if new.state = 'draft' and new.nominated_by is distinct from platform.acting_person() then
    raise exception 'who nominates writes' using errcode = 'insufficient_privilege';
  end if;
  if new.state = 'handed-in' then
    if new.supported_by is distinct from platform.acting_person() or new.citation <> old.citation then
      raise exception 'a second person of the centre supports what the first wrote' using errcode = 'insufficient_privilege';
    end if;
    if (select count(*) from ethics.honour_reason reason where reason.nomination_id = new.id)
      <> (select cardinality(category.criteria_codes)
        from ethics.honour_category category
        where category.fiscal_year = new.fiscal_year and category.code = new.category_code and category.version = new.category_version) then
      raise exception 'every criterion has a reason' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end
$$;
comment on function ethics.guard_honour_nomination is 'Nominations in time, of whom the category honours; drafts by their writer, handed in by a second person, then never changed.';
create trigger honour_nomination_step before insert or update on ethics.honour_nomination
  for each row execute function ethics.guard_honour_nomination();

create function ethics.guard_honour_consent() returns trigger
  language plpgsql security definer set search_path = ''
as $$
begin
  -- Not while the roll is drawn up, which would miss a consent just withdrawn.
  perform from ethics.honour_round round
  join ethics.honour_nomination nomination on nomination.round_id = round.id
  where nomination.id = new.nomination_id
  for share of round;
  if new.is_given and not exists (
    select from ethics.honour_nomination nomination
    join ethics.honour_round round on round.id = nomination.round_id
    where nomination.id = new.nomination_id and round.state in ('nominating', 'scoring')
  ) then
    raise exception 'the roll has been drawn up' using errcode = 'check_violation';
  end if;
  -- Drawn up or published: the name goes, and leaves no trace on the roll.
  if not new.is_given then
    delete from ethics.honour_roll where nomination_id = new.nomination_id;
  end if;
  return new;
end
$$;
comment on function ethics.guard_honour_consent is 'Consent until the roll is drawn up; withdrawn at any time, which takes the name off the roll.';
create trigger honour_consent_answer before insert or update on ethics.honour_consent
  for each row execute function ethics.guard_honour_consent();

create function ethics.close_honour_nominations(p_round uuid, p_until date) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not ethics.runs_honours() then
    raise exception 'the ministry runs the round' using errcode = 'insufficient_privilege';
  end if;
  perform from ethics.honour_round where id = p_round and state = 'nominating' for update;
  if not found then
    raise exception 'this is not the next step' using errcode = 'check_violation';
  end if;
  update ethics.honour_round round
  set state = 'scoring',
    scoring_until = p_until,
    undecided = array(
      select category.code
      from ethics.honour_category category
      where category.fiscal_year = round.fiscal_year
      group by category.code
      having (select count(*) from ethics.honour_nomination nomination
        where nomination.round_id = p_round and nomination.state = 'handed-in' and nomination.category_code = category.code)
        < (array_agg(category.least_nominees order by category.version desc))[1]
      order by category.code
    )
  where round.id = p_round;
  insert into ethics.honour_clearance (round_id, unit_id)
  select p_round, unit.id
  from network.unit unit
  where exists (select from ethics.honour_concerns(p_round, unit.id))
    and (unit.id = network.root_unit() or exists (select from ethics.honour_answerers(p_round, unit.id)));
end
$$;
comment on function ethics.close_honour_nominations is 'Ends nomination, finds categories with too few nominees, and asks the centres concerned.';

create function ethics.extend_honour_scoring(p_round uuid, p_until date) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not ethics.runs_honours() then
    raise exception 'the ministry runs the round' using errcode = 'insufficient_privilege';
  end if;
  update ethics.honour_round set scoring_until = p_until where id = p_round and state = 'scoring' and scoring_until < p_until;
  if not found then
    raise exception 'this is not the next step' using errcode = 'check_violation';
  end if;
end
$$;
comment on function ethics.extend_honour_scoring is 'Gives the committee more days; never fewer.';

create function ethics.answer_honours(p_id uuid, p_round uuid, p_unit int, p_held uuid[], p_at timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  asked ethics.honour_clearance;
begin
  select clearance.* into asked
  from ethics.honour_clearance clearance
  where clearance.round_id = p_round and clearance.unit_id = p_unit
  for update;
  if not found or p_unit not in (select ethics.honour_questions(p_round)) then
    raise exception 'somebody of the centre who is no part of the list answers for it' using errcode = 'insufficient_privilege';
  end if;
  if asked.answer_id = p_id and asked.answered_by = platform.acting_person() then
    return;
  end if;
  if asked.answer_id is not null then
    raise exception 'a centre answers once' using errcode = 'unique_violation';
  end if;
  if exists (select unnest(p_held) except select ethics.honour_concerns(p_round, p_unit)) then
    raise exception 'only the list is answered' using errcode = 'check_violation';
  end if;
  update ethics.honour_clearance
  set answer_id = p_id, answered_by = platform.acting_person(), answered_at = p_at
  where round_id = p_round and unit_id = p_unit;
  insert into ethics.honour_verdict (round_id, unit_id, nomination_id, is_held)
  select p_round, p_unit, listed.id, listed.id = any (p_held)
  from ethics.honour_concerns(p_round, p_unit) listed (id);
end
$$;
comment on function ethics.answer_honours is 'A centre''s one answer for its whole list: the same rows whatever it says, which nobody can read afterwards.';

create function ethics.close_honour_scoring(p_round uuid) returns void
  language plpgsql security definer set search_path = ''
as $$
declare
  too_few text[];
begin
  if not ethics.runs_honours() or ethics.stands_in_honours(p_round, platform.acting_person()) then
    raise exception 'the ministry runs the round, and no nominee' using errcode = 'insufficient_privilege';
  end if;
  select round.undecided into too_few
  from ethics.honour_round round
  where round.id = p_round and round.state = 'scoring'
  for update;
  if not found then
    raise exception 'this is not the next step' using errcode = 'check_violation';
  end if;
  if exists (select from ethics.honour_clearance where round_id = p_round and answer_id is null) then
    raise exception 'a centre has not answered' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (
    select from ethics.honour_nomination nomination
    join ethics.honour_category category
      on category.fiscal_year = nomination.fiscal_year
      and category.code = nomination.category_code
      and category.version = nomination.category_version
    where nomination.round_id = p_round
      and nomination.state = 'handed-in'
      and nomination.category_code <> all (too_few)
      and (select count(*) from ethics.honour_score given where given.nomination_id = nomination.id) < category.least_scorers
  ) then
    raise exception 'a nominee has too few scores' using errcode = 'object_not_in_prerequisite_state';
  end if;
  update ethics.honour_round set state = 'scored', scored_by = platform.acting_person() where id = p_round;
  insert into ethics.honour_roll (nomination_id, round_id, category_code, unit_id, name_th, name_en, citation)
  select placed.id, p_round, placed.category_code, placed.unit_id, person.name_th, person.name_en, placed.citation
  from (
    select
      able.*,
      row_number() over (partition by able.category_code order by able.mean desc, able.handed_in_at, able.id) as place
    from (
      select nomination.*, category.threshold, category.most, weighed.mean
      from ethics.honour_nomination nomination
      join ethics.honour_category category
        on category.fiscal_year = nomination.fiscal_year
        and category.code = nomination.category_code
        and category.version = nomination.category_version
      join ethics.honour_consent consent on consent.nomination_id = nomination.id and consent.is_given
      cross join lateral (
        select avg(one.mean) as mean
        from (
          select sum(mark.score * mark.weight)::numeric / sum(mark.weight) as mean
          from ethics.honour_score given
          cross join lateral unnest(given.scores, category.weights) mark (score, weight)
          where given.nomination_id = nomination.id
          group by given.member_id
        ) one
      ) weighed
      where nomination.round_id = p_round
        and nomination.state = 'handed-in'
        and nomination.category_code <> all (too_few)
        and weighed.mean >= category.threshold
        and not exists (
          select from ethics.honour_verdict verdict
          where verdict.nomination_id = nomination.id and verdict.is_held
        )
    ) able
  ) placed
  left join network.person person on person.id = placed.person_id
  where placed.place <= placed.most
  order by placed.id;
end
$$;
comment on function ethics.close_honour_scoring is 'Draws up the roll: consent, mean from the threshold, no hold, the first of each category. Tells nothing else.';

create function ethics.publish_honours(p_round uuid, p_at timestamptz) returns void
  language plpgsql security definer set search_path = ''
as $$
begin
  if not ethics.approves_honours() or ethics.stands_in_honours(p_round, platform.acting_person()) then
    raise exception 'the overseer or head of the ministry approves, and no nominee' using errcode = 'insufficient_privilege';
  end if;
  update ethics.honour_round
  set state = 'published', approved_by = platform.acting_person(), published_at = p_at
  where id = p_round and state = 'scored';
  if not found then
    raise exception 'this is not the next step' using errcode = 'check_violation';
  end if;
  delete from ethics.honour_verdict where round_id = p_round;
  delete from ethics.honour_score
  where nomination_id in (select id from ethics.honour_nomination where round_id = p_round);
end
$$;
comment on function ethics.publish_honours is 'A second person approves the roll; what it was drawn up from is deleted.';

revoke execute on function ethics.is_honour_nominee, ethics.stands_in_honours, ethics.scores_honour, ethics.honour_concerns,
  ethics.honour_answerers, ethics.honour_questions, ethics.honour_list, ethics.honour_progress, ethics.guard_honour_nomination,
  ethics.guard_honour_consent, ethics.close_honour_nominations, ethics.extend_honour_scoring, ethics.answer_honours,
  ethics.close_honour_scoring, ethics.publish_honours from public;
grant execute on function ethics.stands_in_honours, ethics.scores_honour, ethics.honour_questions, ethics.honour_list,
  ethics.honour_progress, ethics.close_honour_nominations, ethics.extend_honour_scoring, ethics.answer_honours,
  ethics.close_honour_scoring, ethics.publish_honours to prongsai_officer;

------------------------------------------------------------------ grants and policies
grant select on ethics.honour_category to prongsai_public;
grant select (id, fiscal_year, state, undecided, published_at) on ethics.honour_round to prongsai_public;
grant select (round_id, category_code, unit_id, name_th, name_en, citation) on ethics.honour_roll to prongsai_public;
grant select, insert on ethics.honour_category to prongsai_officer;
grant select on ethics.honour_round, ethics.honour_nomination, ethics.honour_reason, ethics.honour_consent, ethics.honour_clearance,
  ethics.honour_member, ethics.honour_score, ethics.honour_roll to prongsai_officer;
grant insert (id, fiscal_year, opened_at) on ethics.honour_round to prongsai_officer;
grant insert (id, round_id, fiscal_year, category_code, category_version, unit_id, person_id, citation, nominated_by, nominated_at)
  on ethics.honour_nomination to prongsai_officer;
grant update (citation, state, supported_by, handed_in_at) on ethics.honour_nomination to prongsai_officer;
grant insert, update (reason, evidence, link) on ethics.honour_reason to prongsai_officer;
grant insert, update (is_given, answered_by, answered_at) on ethics.honour_consent to prongsai_officer;
grant insert on ethics.honour_member to prongsai_officer;
grant insert, update (scores) on ethics.honour_score to prongsai_officer;

alter table ethics.honour_category enable row level security;
create policy honour_category_read on ethics.honour_category for select using (true);
create policy honour_category_enter on ethics.honour_category for insert to prongsai_officer
  with check (
    ethics.keeps_rules()
    and not exists (select from ethics.honour_round round where round.fiscal_year = honour_category.fiscal_year)
  );
alter table ethics.honour_round enable row level security;
create policy honour_round_public on ethics.honour_round for select using (state = 'published');
create policy honour_round_see on ethics.honour_round for select to prongsai_officer using (platform.acting_person() is not null);
create policy honour_round_open on ethics.honour_round for insert to prongsai_officer with check (ethics.runs_honours());

alter table ethics.honour_member enable row level security;
create policy honour_member_see on ethics.honour_member for select to prongsai_officer
  using (person_id = platform.acting_person() or ethics.runs_honours());
create policy honour_member_name on ethics.honour_member for insert to prongsai_officer
  with check (
    ethics.runs_honours()
    and named_by = platform.acting_person()
    and exists (select from ethics.honour_round round where round.id = round_id and round.state = 'scoring')
    and not ethics.stands_in_honours(round_id, person_id)
    and not exists (
      select from ethics.honour_nomination nomination
      where nomination.round_id = honour_member.round_id
        and nomination.state = 'handed-in'
        and honour_member.person_id in (nomination.nominated_by, nomination.supported_by)
    )
    and not exists (
      select from ethics.honour_clearance clearance
      where clearance.round_id = honour_member.round_id and clearance.answered_by = honour_member.person_id
    )
  );

alter table ethics.honour_clearance enable row level security;
create policy honour_clearance_see on ethics.honour_clearance for select to prongsai_officer
  using (ethics.runs_honours() or unit_id in (select network.held_units()));

alter table ethics.honour_nomination enable row level security;
-- Hers who wrote or supported it; her centre's, except that a draft is hidden from its nominee; then the nominee's, the round's,
-- the committee's, and theirs who are asked.
create policy honour_nomination_see on ethics.honour_nomination for select to prongsai_officer
  using (
    platform.acting_person() in (nominated_by, supported_by)
    or (person_id is distinct from platform.acting_person()
      and (ethics.nominates_from(unit_id) or (state = 'draft' and unit_id in (select network.held_units()))))
    or (state = 'handed-in'
      and (person_id = platform.acting_person()
        or ethics.runs_honours()
        or exists (select from ethics.honour_member member where member.round_id = honour_nomination.round_id and member.person_id = platform.acting_person())
        or exists (
          select from network.unit_closure line
          where line.descendant = honour_nomination.unit_id
            and line.ancestor in (select ethics.honour_questions(honour_nomination.round_id))
        )))
  );
create policy honour_nomination_write on ethics.honour_nomination for insert to prongsai_officer
  with check (ethics.nominates_from(unit_id) and nominated_by = platform.acting_person());
create policy honour_nomination_step on ethics.honour_nomination for update to prongsai_officer
  using (unit_id in (select network.held_units()))
  with check (unit_id in (select network.held_units()));

alter table ethics.honour_reason enable row level security;
create policy honour_reason_see on ethics.honour_reason for select to prongsai_officer
  using (exists (select from ethics.honour_nomination seen where seen.id = nomination_id));
create policy honour_reason_write on ethics.honour_reason for insert to prongsai_officer
  with check (exists (
    select from ethics.honour_nomination own
    where own.id = nomination_id and own.state = 'draft' and own.nominated_by = platform.acting_person()
  ));
create policy honour_reason_mend on ethics.honour_reason for update to prongsai_officer
  using (exists (
    select from ethics.honour_nomination own
    where own.id = nomination_id and own.state = 'draft' and own.nominated_by = platform.acting_person()
  ));

alter table ethics.honour_consent enable row level security;
create policy honour_consent_own on ethics.honour_consent for select to prongsai_officer
  using (exists (
    select from ethics.honour_nomination own
    where own.id = nomination_id
      and (own.person_id = platform.acting_person()
        or (own.person_id is null and own.unit_id in (select network.units_with_role(array['head']))))
  ));
create policy honour_consent_give on ethics.honour_consent for insert to prongsai_officer
  with check (
    answered_by = platform.acting_person()
    and exists (
      select from ethics.honour_nomination own
      where own.id = nomination_id
        and own.state = 'handed-in'
        and (own.person_id = platform.acting_person()
          or (own.person_id is null and own.unit_id in (select network.units_with_role(array['head']))))
    )
  );
create policy honour_consent_change on ethics.honour_consent for update to prongsai_officer
  using (exists (
    select from ethics.honour_nomination own
    where own.id = nomination_id
      and (own.person_id = platform.acting_person()
        or (own.person_id is null and own.unit_id in (select network.units_with_role(array['head']))))
  ))
  with check (answered_by = platform.acting_person());

-- No policy and no grant: nobody.
alter table ethics.honour_verdict enable row level security;

alter table ethics.honour_score enable row level security;
create policy honour_score_own on ethics.honour_score for select to prongsai_officer using (member_id = platform.acting_person());
create policy honour_score_give on ethics.honour_score for insert to prongsai_officer
  with check (
    member_id = platform.acting_person()
    and ethics.scores_honour(nomination_id)
    and cardinality(scores) = (
      select cardinality(category.criteria_codes)
      from ethics.honour_nomination nomination
      join ethics.honour_category category
        on category.fiscal_year = nomination.fiscal_year
        and category.code = nomination.category_code
        and category.version = nomination.category_version
      where nomination.id = nomination_id
    )
  );
create policy honour_score_mend on ethics.honour_score for update to prongsai_officer
  using (member_id = platform.acting_person() and ethics.scores_honour(nomination_id))
  with check (
    cardinality(scores) = (
      select cardinality(category.criteria_codes)
      from ethics.honour_nomination nomination
      join ethics.honour_category category
        on category.fiscal_year = nomination.fiscal_year
        and category.code = nomination.category_code
        and category.version = nomination.category_version
      where nomination.id = nomination_id
    )
  );

alter table ethics.honour_roll enable row level security;
create policy honour_roll_public on ethics.honour_roll for select
  using (round_id in (select id from ethics.honour_round where state = 'published'));
-- Before it is approved: whoever draws it up or approves it, unless she is a nominee herself.
create policy honour_roll_proposed on ethics.honour_roll for select to prongsai_officer
  using ((ethics.runs_honours() or ethics.approves_honours()) and not ethics.stands_in_honours(round_id, platform.acting_person()));
