-- Gifts and solicitations, the No Gift announcement, conflicts of interest: what officers declare and who decides on it.
create schema if not exists ethics;
comment on schema ethics is 'Promotion and protection of ethics: gifts, conflicts of interest, pledges.';
grant usage on schema ethics to prongsai_public, prongsai_officer, prongsai_worker;

------------------------------------------------------------------ who stands where
create function ethics.holds(p_person uuid, p_unit int, p_role text) returns boolean
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
comment on function ethics.holds is 'Whether a person has a role in a centre today.';

create function ethics.decides_for(p_unit int, p_person uuid) returns boolean
  language sql stable
as $$
  select platform.acting_person() <> p_person
    and case
      when ethics.holds(p_person, p_unit, 'head') or not exists (
        select from network.appointment held
        where held.unit_id = p_unit and held.role = 'head' and ethics.holds(held.person_id, p_unit, 'head'))
      then exists (
        select from network.unit unit
        where unit.id = p_unit
          and (ethics.holds(platform.acting_person(), unit.parent_id, 'head')
            or (unit.parent_id is null and ethics.holds(platform.acting_person(), unit.id, 'overseer')))
      )
      else ethics.holds(platform.acting_person(), p_unit, 'head')
    end
$$;
comment on function ethics.decides_for is 'Whether the acting person is the superior of an officer of a centre: its head; for the head, or while there is none, the head of the tier above; at the top the Permanent Secretary''s line. Nobody for herself.';

create function ethics.figure_units() returns setof int
  language sql stable
as $$
  select network.units_with_role(array['case-officer', 'head', 'ethics-officer', 'planner', 'organiser', 'registrar', 'overseer', 'auditor', 'administrator'])
  union
  select closure.descendant
  from network.unit_closure closure
  where closure.ancestor in (select network.units_with_role(array['head', 'ethics-officer', 'planner', 'overseer', 'auditor']))
$$;
comment on function ethics.figure_units is 'Centres of which the acting person may see figures: her own, and those below one that she leads, plans for, oversees or audits.';

create function ethics.keeps_rules() returns boolean
  language sql stable
as $$
  select exists (
    select from network.unit root
    where root.parent_id is null
      and root.id in (select network.units_with_role(array['planner', 'administrator']))
  )
$$;
comment on function ethics.keeps_rules is 'Whether the acting person enters what laws and circulars decide: planner or administrator of the ministry.';

------------------------------------------------------------------ what the law or a circular decides, as data
create table ethics.gift_rule (
  id uuid not null unique default gen_random_uuid(),
  code text not null check (code in ('LIMIT', 'REPORT', 'DECIDE')),
  version int not null,
  amount int not null check (amount > 0),
  unit text not null check (unit in ('baht', 'calendar', 'working')),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (code, version),
  check ((code = 'LIMIT') = (unit = 'baht'))
);
comment on table ethics.gift_rule is 'Worth above which a gift is to be decided on, and the days to report and to decide; a gift keeps the versions in force on its day.';
comment on column ethics.gift_rule.id is 'Identifier of the entry, made by the client.';
comment on column ethics.gift_rule.code is 'LIMIT: worth per giver and occasion; REPORT: days from receipt; DECIDE: days from the report.';
comment on column ethics.gift_rule.version is 'Counts up with each change.';
comment on column ethics.gift_rule.amount is 'Baht or days.';
comment on column ethics.gift_rule.unit is 'What the amount counts.';
comment on column ethics.gift_rule.basis_th is 'Legal basis in Thai.';
comment on column ethics.gift_rule.basis_en is 'Legal basis in English.';
comment on column ethics.gift_rule.source is 'Where taken from.';
comment on column ethics.gift_rule.status is 'unconfirmed until an official has checked it.';
comment on column ethics.gift_rule.valid_from is 'In force from.';
comment on column ethics.gift_rule.valid_to is 'No longer in force from.';

create table ethics.filing_period (
  id uuid not null unique default gen_random_uuid(),
  half smallint not null check (half in (1, 2)),
  version int not null,
  closes_month smallint not null check (closes_month between 1 and 12),
  closes_day smallint not null check (closes_day between 1 and 31),
  due_month smallint not null check (due_month between 1 and 12),
  due_day smallint not null check (due_day between 1 and 31),
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (half, version)
);
comment on table ethics.filing_period is 'When a half of the fiscal year closes and by when a centre files its totals.';
comment on column ethics.filing_period.id is 'Identifier of the entry, made by the client.';
comment on column ethics.filing_period.half is '1 or 2.';
comment on column ethics.filing_period.version is 'Counts up with each change.';
comment on column ethics.filing_period.closes_month is 'Month of the last day of the half.';
comment on column ethics.filing_period.closes_day is 'Last day of the half.';
comment on column ethics.filing_period.due_month is 'Month by which the totals are filed.';
comment on column ethics.filing_period.due_day is 'Day by which the totals are filed.';
comment on column ethics.filing_period.basis_th is 'Basis in Thai.';
comment on column ethics.filing_period.basis_en is 'Basis in English.';
comment on column ethics.filing_period.source is 'Where taken from.';
comment on column ethics.filing_period.status is 'unconfirmed until an official has checked it.';
comment on column ethics.filing_period.valid_from is 'In force from.';
comment on column ethics.filing_period.valid_to is 'No longer in force from.';

create table ethics.choice (
  id uuid not null unique default gen_random_uuid(),
  list text not null check (list in ('giver', 'conflict-relation', 'conflict-interest')),
  code text not null,
  version int not null,
  name_th text not null,
  name_en text not null,
  is_exempt boolean not null default false,
  sort int not null,
  basis_th text not null,
  basis_en text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (list, code, version),
  check (list = 'giver' or not is_exempt)
);
comment on table ethics.choice is 'Who gives, and which relations and interests the law asks about.';
comment on column ethics.choice.id is 'Identifier of the entry, made by the client.';
comment on column ethics.choice.list is 'Which list.';
comment on column ethics.choice.code is 'Stable code.';
comment on column ethics.choice.version is 'Counts up with each change.';
comment on column ethics.choice.name_th is 'Name in Thai.';
comment on column ethics.choice.name_en is 'Name in English.';
comment on column ethics.choice.is_exempt is 'For givers: the limit does not apply (relatives, by custom).';
comment on column ethics.choice.sort is 'Order in lists.';
comment on column ethics.choice.basis_th is 'Legal basis in Thai.';
comment on column ethics.choice.basis_en is 'Legal basis in English.';
comment on column ethics.choice.source is 'Where taken from.';
comment on column ethics.choice.status is 'unconfirmed until an official has checked it.';
comment on column ethics.choice.valid_from is 'In force from.';
comment on column ethics.choice.valid_to is 'No longer in force from.';

grant select on ethics.gift_rule, ethics.filing_period, ethics.choice to prongsai_public, prongsai_officer;
grant insert, update (valid_to) on ethics.gift_rule, ethics.filing_period, ethics.choice to prongsai_officer;
do $$
declare
  name text;
begin
  foreach name in array array['gift_rule', 'filing_period', 'choice'] loop
    execute format('alter table ethics.%I enable row level security', name);
    execute format('create policy %I on ethics.%I for select using (true)', name || '_read', name);
    execute format('create policy %I on ethics.%I for insert to prongsai_officer with check (ethics.keeps_rules())', name || '_enter', name);
    execute format('create policy %I on ethics.%I for update to prongsai_officer using (ethics.keeps_rules())', name || '_end', name);
  end loop;
end
$$;

------------------------------------------------------------------ gifts
create table ethics.gift (
  id uuid primary key,
  kind text not null check (kind in ('gift', 'solicitation')),
  unit_id int not null references network.unit (id),
  reported_by uuid not null references network.person (id),
  reported_at timestamptz not null,
  received_on date not null,
  giver text not null,
  relation text not null,
  relation_version int not null,
  item text not null,
  value_baht int not null check (value_baht >= 0),
  occasion text not null,
  reason text not null,
  verdict text not null check (verdict in ('exempt', 'within', 'over', 'solicitation')),
  limit_version int not null,
  report_version int not null,
  decide_version int not null,
  report_due_on date,
  decide_due_on date,
  picture_id uuid unique,
  picture_type text check (picture_type in ('image/jpeg', 'image/png', 'image/webp')),
  picture_size int check (picture_size > 0),
  picture_sha256 bytea check (length(picture_sha256) = 32),
  check ((kind = 'solicitation') = (verdict = 'solicitation')),
  check ((verdict in ('over', 'solicitation')) = (decide_due_on is not null)),
  check ((verdict = 'over') = (report_due_on is not null)),
  check ((picture_id is null) = (picture_type is null) and (picture_id is null) = (picture_size is null) and (picture_id is null) = (picture_sha256 is null))
);
create index on ethics.gift (unit_id, received_on);
create index on ethics.gift (reported_by, received_on);
comment on table ethics.gift is 'Something of worth that an officer was given, or a collection among the public, as she reported it. Never changed.';
comment on column ethics.gift.id is 'Identifier, made by the client, so that reporting may be repeated.';
comment on column ethics.gift.kind is 'A gift or benefit; or a solicitation (เรี่ยไร).';
comment on column ethics.gift.unit_id is 'Centre of the officer.';
comment on column ethics.gift.reported_by is 'Who received it.';
comment on column ethics.gift.reported_at is 'When reported.';
comment on column ethics.gift.received_on is 'Day of receipt.';
comment on column ethics.gift.giver is 'Who gave, or who collected.';
comment on column ethics.gift.relation is 'Code in ethics.choice, list giver.';
comment on column ethics.gift.relation_version is 'Version of it.';
comment on column ethics.gift.item is 'What.';
comment on column ethics.gift.value_baht is 'Estimated worth in baht.';
comment on column ethics.gift.occasion is 'On which occasion.';
comment on column ethics.gift.reason is 'Why it could not be refused; for a solicitation its permission or order.';
comment on column ethics.gift.verdict is 'exempt: from a relative; within or over: the limit; solicitation: always decided on.';
comment on column ethics.gift.limit_version is 'Version of the rule LIMIT that was applied.';
comment on column ethics.gift.report_version is 'Version of the rule REPORT that was applied.';
comment on column ethics.gift.decide_version is 'Version of the rule DECIDE that was applied.';
comment on column ethics.gift.report_due_on is 'Last day on which the superior had to hear of it; null when within the limit.';
comment on column ethics.gift.decide_due_on is 'Last day for the superior''s decision; null when none is due.';
comment on column ethics.gift.picture_id is 'The picture in the file store, freed of metadata.';
comment on column ethics.gift.picture_type is 'Its type.';
comment on column ethics.gift.picture_size is 'Bytes.';
comment on column ethics.gift.picture_sha256 is 'Hash of the picture as stored.';

create table ethics.gift_decision (
  id uuid not null unique,
  gift_id uuid primary key references ethics.gift (id),
  decision text not null check (decision in ('keep', 'return', 'hand-over', 'mistaken')),
  reasons text not null check (length(reasons) > 0),
  decided_by uuid not null references network.person (id),
  decided_at timestamptz not null
);
comment on table ethics.gift_decision is 'What the superior decided on a gift; once.';
comment on column ethics.gift_decision.id is 'Identifier, made by the client.';
comment on column ethics.gift_decision.gift_id is 'Which gift.';
comment on column ethics.gift_decision.decision is 'keep, return to the giver, hand over to the agency; mistaken: entered in error, not counted.';
comment on column ethics.gift_decision.reasons is 'Why.';
comment on column ethics.gift_decision.decided_by is 'The superior, never the officer herself.';
comment on column ethics.gift_decision.decided_at is 'When.';

create table ethics.gift_disposal (
  id uuid not null unique,
  gift_id uuid primary key references ethics.gift_decision (gift_id),
  done_on date not null,
  note text not null check (length(note) > 0),
  proof_id uuid not null unique,
  proof_type text not null check (proof_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  proof_size int not null check (proof_size > 0),
  proof_sha256 bytea not null check (length(proof_sha256) = 32),
  recorded_by uuid not null references network.person (id),
  recorded_at timestamptz not null
);
comment on table ethics.gift_disposal is 'Proof that a gift was returned or handed over; once.';
comment on column ethics.gift_disposal.id is 'Identifier, made by the client.';
comment on column ethics.gift_disposal.gift_id is 'Which gift.';
comment on column ethics.gift_disposal.done_on is 'Day on which it was done.';
comment on column ethics.gift_disposal.note is 'To whom, and the number of the receipt.';
comment on column ethics.gift_disposal.proof_id is 'Picture or PDF of the receipt in the file store.';
comment on column ethics.gift_disposal.proof_type is 'Its type.';
comment on column ethics.gift_disposal.proof_size is 'Bytes.';
comment on column ethics.gift_disposal.proof_sha256 is 'Hash of the file as stored.';
comment on column ethics.gift_disposal.recorded_by is 'Who entered it.';
comment on column ethics.gift_disposal.recorded_at is 'When.';

grant select, insert on ethics.gift, ethics.gift_decision, ethics.gift_disposal to prongsai_officer;

alter table ethics.gift enable row level security;
create policy gift_see on ethics.gift for select to prongsai_officer
  using (
    reported_by = platform.acting_person()
    or unit_id in (select network.units_with_role(array['head', 'ethics-officer']))
    or ethics.decides_for(unit_id, reported_by)
  );
-- What the rules in force on the day of receipt say of a gift; `judge` in features/ethics/gifts/gift-rules.ts says the same.
create function ethics.rule_on(p_code text, p_day date) returns int
  language sql stable
as $$
  select rule.version
  from ethics.gift_rule rule
  where rule.code = p_code and rule.valid_from <= p_day and (rule.valid_to is null or p_day < rule.valid_to)
  order by rule.version desc
  limit 1
$$;
comment on function ethics.rule_on is 'Version of a rule on gifts that was in force on a day.';

create function ethics.verdict_on(p_gift ethics.gift) returns text
  language sql stable
as $$
  select case
    when p_gift.kind = 'solicitation' then 'solicitation'
    when (select giver.is_exempt from ethics.choice giver
      where giver.list = 'giver' and giver.code = p_gift.relation and giver.version = p_gift.relation_version
        and giver.valid_from <= p_gift.received_on) then 'exempt'
    when p_gift.value_baht + (
      select coalesce(sum(earlier.value_baht), 0)
      from ethics.gift earlier
      left join ethics.gift_decision decided on decided.gift_id = earlier.id
      where earlier.kind = 'gift'
        and earlier.reported_by = p_gift.reported_by
        and earlier.received_on = p_gift.received_on
        and earlier.id <> p_gift.id
        and lower(earlier.giver) = lower(p_gift.giver)
        and decided.decision is distinct from 'mistaken'
    ) > (select rule.amount from ethics.gift_rule rule where rule.code = 'LIMIT' and rule.version = p_gift.limit_version) then 'over'
    else 'within'
  end
$$;
comment on function ethics.verdict_on is 'What the limit says of a gift, with what the same giver gave the same day before.';

create policy gift_report on ethics.gift for insert to prongsai_officer
  with check (
    reported_by = platform.acting_person()
    and (limit_version, report_version, decide_version) = (
      select ethics.rule_on('LIMIT', received_on), ethics.rule_on('REPORT', received_on), ethics.rule_on('DECIDE', received_on))
    and verdict = ethics.verdict_on(gift)
    and unit_id in (select network.units_with_role(array['case-officer', 'head', 'ethics-officer', 'planner', 'organiser', 'registrar', 'overseer', 'auditor', 'administrator']))
  );

alter table ethics.gift_decision enable row level security;
create policy gift_decision_see on ethics.gift_decision for select to prongsai_officer
  using (gift_id in (select id from ethics.gift));
create policy gift_decide on ethics.gift_decision for insert to prongsai_officer
  with check (
    decided_by = platform.acting_person()
    and exists (select from ethics.gift where gift.id = gift_id and ethics.decides_for(gift.unit_id, gift.reported_by))
  );

alter table ethics.gift_disposal enable row level security;
create policy gift_disposal_see on ethics.gift_disposal for select to prongsai_officer
  using (gift_id in (select id from ethics.gift));
create policy gift_dispose on ethics.gift_disposal for insert to prongsai_officer
  with check (
    recorded_by = platform.acting_person()
    and exists (
      select from ethics.gift
      join ethics.gift_decision decided on decided.gift_id = gift.id
      where gift.id = gift_disposal.gift_id
        and decided.decision in ('return', 'hand-over')
        and (gift.reported_by = platform.acting_person()
          or gift.unit_id in (select network.units_with_role(array['head', 'ethics-officer'])))
    )
  );

create function ethics.half_of_year(p_year int, p_half int)
  returns table (period_from date, period_to date, due_on date)
  language sql stable
as $$
  with rule as (
    select distinct on (period.half)
      period.half,
      make_date(p_year - case when period.closes_month >= 10 then 544 else 543 end, period.closes_month, period.closes_day) as closes,
      make_date(p_year - case when period.due_month >= 10 then 544 else 543 end, period.due_month, period.due_day) as due
    from ethics.filing_period period
    where period.valid_from <= make_date(p_year - 543, 9, 30)
    order by period.half, period.version desc
  )
  select
    case p_half when 1 then make_date(p_year - 544, 10, 1) else first.closes + 1 end,
    own.closes,
    own.due
  from rule own
  join rule first on first.half = 1
  where own.half = p_half
$$;
comment on function ethics.half_of_year is 'First and last day and the filing day of a half of a Buddhist-era fiscal year, by the newest rule in force by its end; no row while none stands. Says what halfPeriod in features/ethics/gifts/gift-rules.ts says.';

-- Above row-level security: counts and sums, never whose or from whom; of whole halves of a year, because a period of one's own
-- choosing would tell of a single day.
create function ethics.gift_figures(p_year int, p_half int, p_today date)
  returns table (
    unit_id int,
    gifts int,
    over_limit int,
    value_baht bigint,
    kept int,
    returned int,
    handed_over int,
    undecided int,
    late int,
    solicitations int,
    solicitation_baht bigint
  )
  language sql stable security definer set search_path = ''
  begin atomic
    select
      gift.unit_id,
      count(*) filter (where gift.kind = 'gift')::int,
      count(*) filter (where gift.verdict = 'over')::int,
      coalesce(sum(gift.value_baht) filter (where gift.kind = 'gift'), 0)::bigint,
      count(*) filter (where gift.kind = 'gift' and (decided.decision = 'keep' or (decided.decision is null and gift.verdict <> 'over')))::int,
      count(*) filter (where gift.kind = 'gift' and decided.decision = 'return')::int,
      count(*) filter (where gift.kind = 'gift' and decided.decision = 'hand-over')::int,
      count(*) filter (where gift.verdict = 'over' and decided.decision is null)::int,
      count(*) filter (where gift.decide_due_on < $3 and decided.decision is null)::int,
      count(*) filter (where gift.kind = 'solicitation')::int,
      coalesce(sum(gift.value_baht) filter (where gift.kind = 'solicitation'), 0)::bigint
    from ethics.half_of_year($1, $2) half_year
    join ethics.gift on gift.received_on between half_year.period_from and half_year.period_to
    left join ethics.gift_decision decided on decided.gift_id = gift.id
    where decided.decision is distinct from 'mistaken'
      and gift.unit_id in (select ethics.figure_units())
    group by gift.unit_id;
  end;
comment on function ethics.gift_figures is 'Gifts and solicitations received in a half of a Buddhist-era fiscal year, counted by centre, for whoever may see the centre''s figures.';
revoke execute on function ethics.gift_figures from public;
grant execute on function ethics.gift_figures to prongsai_officer;

create table ethics.gift_filing (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  half smallint not null check (half in (1, 2)),
  period_from date not null,
  period_to date not null check (period_to > period_from),
  due_on date not null,
  is_nothing boolean not null,
  gifts int not null,
  over_limit int not null,
  value_baht bigint not null,
  kept int not null,
  returned int not null,
  handed_over int not null,
  undecided int not null,
  solicitations int not null,
  solicitation_baht bigint not null,
  filed_by uuid not null references network.person (id),
  filed_at timestamptz not null,
  place bigint not null generated always as identity,
  check (is_nothing = (gifts = 0 and solicitations = 0))
);
create index on ethics.gift_filing (fiscal_year, unit_id, half, place desc);
comment on table ethics.gift_filing is 'Totals that a centre filed for a half-year; filing anew adds a row, and the last counts.';
comment on column ethics.gift_filing.id is 'Identifier, made by the client, so that filing may be repeated.';
comment on column ethics.gift_filing.unit_id is 'Which centre.';
comment on column ethics.gift_filing.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.gift_filing.half is '1 or 2.';
comment on column ethics.gift_filing.period_from is 'First day of receipt that counts.';
comment on column ethics.gift_filing.period_to is 'Last day of receipt that counts.';
comment on column ethics.gift_filing.due_on is 'Day by which it was to be filed, as the rule stood.';
comment on column ethics.gift_filing.is_nothing is 'Nothing was received or collected.';
comment on column ethics.gift_filing.gifts is 'Gifts.';
comment on column ethics.gift_filing.over_limit is 'Gifts over the limit.';
comment on column ethics.gift_filing.value_baht is 'Estimated worth of all gifts.';
comment on column ethics.gift_filing.kept is 'Gifts kept.';
comment on column ethics.gift_filing.returned is 'Gifts returned.';
comment on column ethics.gift_filing.handed_over is 'Gifts handed over to the agency.';
comment on column ethics.gift_filing.undecided is 'Gifts still to be decided on.';
comment on column ethics.gift_filing.solicitations is 'Solicitations.';
comment on column ethics.gift_filing.solicitation_baht is 'Baht collected.';
comment on column ethics.gift_filing.filed_by is 'Who filed.';
comment on column ethics.gift_filing.filed_at is 'When, as the officer''s side says.';
comment on column ethics.gift_filing.place is 'Order in which filings came, whatever the clock; the last counts.';

-- Figures that the disclosure item makes public anyway; never who filed.
grant select (id, unit_id, fiscal_year, half, period_from, period_to, due_on, is_nothing, gifts, over_limit, value_baht,
  kept, returned, handed_over, undecided, solicitations, solicitation_baht, filed_at, place) on ethics.gift_filing to prongsai_public;
grant select on ethics.gift_filing to prongsai_officer;
grant insert (id, unit_id, fiscal_year, half, period_from, period_to, due_on, is_nothing, gifts, over_limit, value_baht,
  kept, returned, handed_over, undecided, solicitations, solicitation_baht, filed_by, filed_at) on ethics.gift_filing to prongsai_officer;
alter table ethics.gift_filing enable row level security;
create policy gift_filing_read on ethics.gift_filing for select using (true);
-- Nobody files for other days than the rule's, other figures than those of the register, nor nothing where something was reported.
create policy gift_filing_file on ethics.gift_filing for insert to prongsai_officer
  with check (
    filed_by = platform.acting_person()
    and unit_id in (select network.units_with_role(array['ethics-officer', 'head', 'case-officer', 'registrar']))
    and period_from <= (filed_at at time zone 'Asia/Bangkok')::date
    and (period_from, period_to, due_on) = (
      select half_year.period_from, half_year.period_to, half_year.due_on
      from ethics.half_of_year(gift_filing.fiscal_year, gift_filing.half) half_year
    )
    and (gifts, over_limit, value_baht, kept, returned, handed_over, undecided, solicitations, solicitation_baht) = (
      select
        coalesce(sum(figures.gifts), 0)::int,
        coalesce(sum(figures.over_limit), 0)::int,
        coalesce(sum(figures.value_baht), 0)::bigint,
        coalesce(sum(figures.kept), 0)::int,
        coalesce(sum(figures.returned), 0)::int,
        coalesce(sum(figures.handed_over), 0)::int,
        coalesce(sum(figures.undecided), 0)::int,
        coalesce(sum(figures.solicitations), 0)::int,
        coalesce(sum(figures.solicitation_baht), 0)::bigint
      from ethics.gift_figures(gift_filing.fiscal_year, gift_filing.half, gift_filing.period_to) figures
      where figures.unit_id = gift_filing.unit_id
    )
  );

------------------------------------------------------------------ No Gift announcement
create table ethics.no_gift_template (
  id uuid not null unique,
  version int primary key,
  title_th text not null,
  title_en text not null,
  body_th text not null,
  body_en text not null,
  basis text not null,
  source text not null,
  status text not null check (status in ('confirmed', 'unconfirmed')),
  valid_from date not null,
  entered_at timestamptz not null default now()
);
comment on table ethics.no_gift_template is 'Wording that heads sign, with {office}, {year}, {name} and {position} to be filled in; the newest version in force counts.';
comment on column ethics.no_gift_template.id is 'Identifier of the entry, made by the client.';
comment on column ethics.no_gift_template.version is 'Counts up with each change.';
comment on column ethics.no_gift_template.title_th is 'Subject in Thai.';
comment on column ethics.no_gift_template.title_en is 'Subject in English.';
comment on column ethics.no_gift_template.body_th is 'Wording in Thai; an empty line ends a paragraph, "- " begins a point.';
comment on column ethics.no_gift_template.body_en is 'The same in English.';
comment on column ethics.no_gift_template.basis is 'On what it rests.';
comment on column ethics.no_gift_template.source is 'Where taken from.';
comment on column ethics.no_gift_template.status is 'unconfirmed until an official has checked it.';
comment on column ethics.no_gift_template.valid_from is 'In force from.';
comment on column ethics.no_gift_template.entered_at is 'When entered.';

create table ethics.no_gift (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  template_version int not null references ethics.no_gift_template (version),
  title_th text not null,
  title_en text not null,
  body_th text not null,
  body_en text not null,
  signed_by uuid not null references network.person (id),
  signer_name_th text not null,
  signer_name_en text,
  signer_position text,
  signed_at timestamptz not null,
  place bigint not null generated always as identity,
  ledger_id bigint not null,
  unique (unit_id, fiscal_year, signed_by)
);
create index on ethics.no_gift (fiscal_year, unit_id, place desc);
comment on table ethics.no_gift is 'The No Gift announcement as a head signed it for a fiscal year; a new head signs anew. Never changed.';
comment on column ethics.no_gift.id is 'Identifier, made by the client, so that signing may be repeated.';
comment on column ethics.no_gift.unit_id is 'Which centre.';
comment on column ethics.no_gift.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.no_gift.template_version is 'Wording that was filled in.';
comment on column ethics.no_gift.title_th is 'Subject in Thai, as signed.';
comment on column ethics.no_gift.title_en is 'Subject in English, as signed.';
comment on column ethics.no_gift.body_th is 'Thai wording, as signed.';
comment on column ethics.no_gift.body_en is 'English wording, as signed.';
comment on column ethics.no_gift.signed_by is 'The head.';
comment on column ethics.no_gift.signer_name_th is 'Her name on that day.';
comment on column ethics.no_gift.signer_name_en is 'The same in English.';
comment on column ethics.no_gift.signer_position is 'Her position on that day.';
comment on column ethics.no_gift.signed_at is 'When, as the signer''s side says.';
comment on column ethics.no_gift.place is 'Order in which announcements came, whatever the clock; the last counts.';
comment on column ethics.no_gift.ledger_id is 'Outbox number of its ledger entry.';

grant select on ethics.no_gift_template to prongsai_officer;
grant insert on ethics.no_gift_template to prongsai_officer;
grant select (id, unit_id, fiscal_year, template_version, title_th, title_en, body_th, body_en, signer_name_th, signer_name_en,
  signer_position, signed_at, ledger_id) on ethics.no_gift to prongsai_public;
grant select on ethics.no_gift to prongsai_officer;
grant insert (id, unit_id, fiscal_year, template_version, title_th, title_en, body_th, body_en, signed_by, signer_name_th, signer_name_en,
  signer_position, signed_at, ledger_id) on ethics.no_gift to prongsai_officer;
alter table ethics.no_gift_template enable row level security;
create policy no_gift_template_read on ethics.no_gift_template for select to prongsai_officer using (true);
create policy no_gift_template_enter on ethics.no_gift_template for insert to prongsai_officer with check (ethics.keeps_rules());
alter table ethics.no_gift enable row level security;
create policy no_gift_read on ethics.no_gift for select using (true);
create policy no_gift_sign on ethics.no_gift for insert to prongsai_officer
  with check (
    signed_by = platform.acting_person()
    and unit_id in (select network.units_with_role(array['head']))
    -- In one's own name, as the network has it today.
    and exists (
      select from network.person signer
      where signer.id = no_gift.signed_by
        and (signer.name_th, signer.name_en) is not distinct from (no_gift.signer_name_th, no_gift.signer_name_en)
        -- A position may be left out, not made up.
        and (no_gift.signer_position is null or no_gift.signer_position = signer.position_th)
    )
  );

-- Above row-level security, because the public does not read appointments: only whether who signed still leads.
create function ethics.no_gift_standing(p_year int)
  returns table (unit_id int, id uuid, signed_at timestamptz, signer_leads boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select distinct on (signed.unit_id)
      signed.unit_id,
      signed.id,
      signed.signed_at,
      ethics.holds(signed.signed_by, signed.unit_id, 'head')
    from ethics.no_gift signed
    where signed.fiscal_year = $1
    order by signed.unit_id, ethics.holds(signed.signed_by, signed.unit_id, 'head') desc, signed.place desc;
  end;
comment on function ethics.no_gift_standing is 'For each centre that announced in a fiscal year: the announcement that counts, and whether its signer leads the centre today.';
revoke execute on function ethics.no_gift_standing from public;
grant execute on function ethics.no_gift_standing to prongsai_public, prongsai_officer;

------------------------------------------------------------------ conflicts of interest
create table ethics.conflict (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  person_id uuid not null references network.person (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  matter text not null check (matter in ('procurement', 'appointment', 'licence', 'case-panel', 'other')),
  about text not null check (length(about) > 0),
  case_id uuid references cases."case" (id),
  relation text not null,
  relation_version int not null,
  interest text not null,
  interest_version int not null,
  detail text not null,
  declared_at timestamptz not null,
  check ((matter = 'case-panel') = (case_id is not null))
);
create index on ethics.conflict (unit_id, declared_at desc);
create index on ethics.conflict (person_id);
create index on ethics.conflict (case_id) where case_id is not null;
comment on table ethics.conflict is 'A conflict of interest that an officer declared in a matter. Never changed; what became of it is in the decisions.';
comment on column ethics.conflict.id is 'Identifier, made by the client, so that declaring may be repeated.';
comment on column ethics.conflict.unit_id is 'Centre of the officer.';
comment on column ethics.conflict.person_id is 'Who declared.';
comment on column ethics.conflict.fiscal_year is 'Buddhist-era fiscal year of the declaration.';
comment on column ethics.conflict.matter is 'Kind of matter.';
comment on column ethics.conflict.about is 'Which matter, in words; for a case its number.';
comment on column ethics.conflict.case_id is 'The case, which is then not assigned to her.';
comment on column ethics.conflict.relation is 'Code in ethics.choice, list conflict-relation.';
comment on column ethics.conflict.relation_version is 'Version of it.';
comment on column ethics.conflict.interest is 'Code in ethics.choice, list conflict-interest.';
comment on column ethics.conflict.interest_version is 'Version of it.';
comment on column ethics.conflict.detail is 'What the superior needs to know to decide.';
comment on column ethics.conflict.declared_at is 'When.';

create table ethics.conflict_decision (
  id uuid primary key,
  conflict_id uuid not null references ethics.conflict (id),
  action text not null check (action in ('recuse', 'divest', 'none')),
  reasons text not null check (length(reasons) > 0),
  decided_by uuid not null references network.person (id),
  decided_at timestamptz not null,
  place bigint not null generated always as identity
);
create index on ethics.conflict_decision (conflict_id, place desc);
comment on table ethics.conflict_decision is 'What the superior decided on a declared conflict; the last one counts.';
comment on column ethics.conflict_decision.id is 'Identifier, made by the client.';
comment on column ethics.conflict_decision.conflict_id is 'Which declaration.';
comment on column ethics.conflict_decision.action is 'recuse: she stands aside; divest: she gives the interest up; none: no conflict, or no longer.';
comment on column ethics.conflict_decision.reasons is 'Why.';
comment on column ethics.conflict_decision.decided_by is 'The superior, never the officer herself.';
comment on column ethics.conflict_decision.decided_at is 'When, as the superior''s side says.';
comment on column ethics.conflict_decision.place is 'Order in which decisions came, whatever the clock; the last counts.';

create table ethics.conflict_none (
  id uuid primary key,
  person_id uuid not null references network.person (id),
  unit_id int not null references network.unit (id),
  fiscal_year int not null check (fiscal_year between 2500 and 2700),
  declared_at timestamptz not null,
  unique (person_id, fiscal_year)
);
create index on ethics.conflict_none (unit_id, fiscal_year);
comment on table ethics.conflict_none is 'An officer declared for a fiscal year that she has nothing to declare.';
comment on column ethics.conflict_none.id is 'Identifier, made by the client.';
comment on column ethics.conflict_none.person_id is 'Who.';
comment on column ethics.conflict_none.unit_id is 'Her centre.';
comment on column ethics.conflict_none.fiscal_year is 'Buddhist-era fiscal year.';
comment on column ethics.conflict_none.declared_at is 'When.';

-- Under the row-level security of whoever asks, so that a head from whom a case is shut away decides nothing in it.
create function ethics.decides_conflict(p_unit int, p_person uuid, p_case uuid) returns boolean
  language sql stable
as $$
  select case
    when p_case is null then ethics.decides_for(p_unit, p_person)
    else platform.acting_person() <> p_person and exists (
      select from cases."case" c
      where c.id = p_case
        and (ethics.decides_for(p_unit, p_person)
          or (c.restriction = 'named' and exists (
            select from network.unit unit
            where unit.id = p_unit
              and (ethics.holds(platform.acting_person(), unit.parent_id, 'head')
                or (unit.parent_id is null and ethics.holds(platform.acting_person(), unit.id, 'overseer'))))))
    )
  end
$$;
comment on function ethics.decides_conflict is 'Whether the acting person decides on a declared conflict: the superior; in a case, only one who sees the case; where named persons have shut it away, the tier above too.';

grant select, insert on ethics.conflict, ethics.conflict_none to prongsai_officer;
grant select on ethics.conflict_decision to prongsai_officer;
grant insert (id, conflict_id, action, reasons, decided_by, decided_at) on ethics.conflict_decision to prongsai_officer;

-- Private: the officer herself, her superior, the ethics officers of the centre. Nobody else above.
alter table ethics.conflict enable row level security;
-- A declaration tells that a case is there and whom it accuses: whoever does not see the case sees no declaration in it.
create policy conflict_see on ethics.conflict for select to prongsai_officer
  using (
    person_id = platform.acting_person()
    or ethics.decides_conflict(unit_id, person_id, case_id)
    or (unit_id in (select network.units_with_role(array['ethics-officer']))
      and (case_id is null or exists (select from cases."case" seen where seen.id = case_id)))
  );
create policy conflict_declare on ethics.conflict for insert to prongsai_officer
  with check (
    person_id = platform.acting_person()
    and (case_id is null or (
      cases.may_handle(case_id)
      and unit_id = (select own.unit_id from cases."case" own where own.id = case_id)))
    and unit_id in (select network.units_with_role(array['case-officer', 'head', 'ethics-officer', 'planner', 'organiser', 'registrar', 'overseer', 'auditor', 'administrator']))
  );
alter table ethics.conflict_decision enable row level security;
create policy conflict_decision_see on ethics.conflict_decision for select to prongsai_officer
  using (conflict_id in (select id from ethics.conflict));
create policy conflict_decide on ethics.conflict_decision for insert to prongsai_officer
  with check (
    decided_by = platform.acting_person()
    and exists (
      select from ethics.conflict
      where conflict.id = conflict_id and ethics.decides_conflict(conflict.unit_id, conflict.person_id, conflict.case_id))
  );
alter table ethics.conflict_none enable row level security;
create policy conflict_none_see on ethics.conflict_none for select to prongsai_officer
  using (
    person_id = platform.acting_person()
    or unit_id in (select network.units_with_role(array['ethics-officer']))
    or ethics.decides_for(unit_id, person_id)
  );
create policy conflict_none_declare on ethics.conflict_none for insert to prongsai_officer
  with check (
    person_id = platform.acting_person()
    and unit_id in (select network.units_with_role(array['case-officer', 'head', 'ethics-officer', 'planner', 'organiser', 'registrar', 'overseer', 'auditor', 'administrator']))
  );

-- Above row-level security: whoever may work on the case learns who stands aside, and nothing of why.
create function ethics.recused_from(p_case uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select distinct declared.person_id
    from ethics.conflict declared
    where declared.case_id = $1
      and cases.may_handle($1)
      and coalesce((
        select decided.action
        from ethics.conflict_decision decided
        where decided.conflict_id = declared.id
        order by decided.place desc
        limit 1
      ), 'undecided') <> 'none';
  end;
comment on function ethics.recused_from is 'Persons who declared a conflict in a case that stands: not yet decided on, or decided other than none.';
revoke execute on function ethics.recused_from from public;
grant execute on function ethics.recused_from to prongsai_officer;

-- The use case asks first and answers in words; whoever writes SQL as the application finds the same door shut. Only a
-- change of hands is looked at: the case of an officer who declares later goes on until it is assigned anew.
create function ethics.refuse_recused() returns trigger
  language plpgsql
as $$
begin
  if new.assigned_to in (select ethics.recused_from(new.id)) then
    raise exception 'the officer has declared a conflict of interest in this case' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function ethics.refuse_recused is 'Refuses to assign a case to an officer who stands aside from it.';
create trigger case_assigned_impartially
  before update of assigned_to on cases."case"
  for each row
  when (new.assigned_to is distinct from old.assigned_to)
  execute function ethics.refuse_recused();

-- Above row-level security: counts by centre, never who or what.
create function ethics.conflict_figures(p_year int)
  returns table (unit_id int, officers int, nothing int, declared int, undecided int)
  language sql stable security definer set search_path = ''
  begin atomic
    select
      unit.id,
      (
        select count(distinct held.person_id)::int
        from network.appointment held
        join network.person person on person.id = held.person_id and person.disabled_at is null
        where held.unit_id = unit.id
          and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
          and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
      ),
      (select count(*)::int from ethics.conflict_none said where said.unit_id = unit.id and said.fiscal_year = $1),
      (select count(*)::int from ethics.conflict declared where declared.unit_id = unit.id and declared.fiscal_year = $1),
      (
        select count(*)::int
        from ethics.conflict declared
        where declared.unit_id = unit.id
          and declared.fiscal_year = $1
          and not exists (select from ethics.conflict_decision decided where decided.conflict_id = declared.id)
      )
    from network.unit unit
    where unit.valid_to is null
      and unit.id in (select ethics.figure_units());
  end;
comment on function ethics.conflict_figures is 'How many officers of a centre declared for a fiscal year, for whoever may see the centre''s figures.';
revoke execute on function ethics.conflict_figures from public;
grant execute on function ethics.conflict_figures to prongsai_officer;
