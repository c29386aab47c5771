-- News: what a centre tells the public, in Thai and English, published at a time, kept in versions, never deleted.
create schema news;
comment on schema news is 'Announcements of the centres.';
grant usage on schema news to prongsai_public, prongsai_officer, prongsai_worker;

-- Organisers and planners handle no matter, so that the settings of `platform.case_units()` do not name their centres.
create function news.editor_units() returns setof int
  language sql stable
as $$
  select held.unit_id
  from network.appointment held
  where held.person_id = platform.acting_person()
    and held.role in ('organiser', 'planner', 'head', 'administrator')
    and held.valid_from <= (now() at time zone 'Asia/Bangkok')::date
    and (held.valid_to is null or held.valid_to > (now() at time zone 'Asia/Bangkok')::date)
$$;
comment on function news.editor_units is 'Centres whose news the acting person may write and publish.';

create table news.picture (
  id uuid primary key,
  unit_id int not null references network.unit (id),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  size int not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  uploaded_by uuid not null references network.person (id),
  uploaded_at timestamptz not null
);
comment on table news.picture is 'A picture of an announcement, without metadata; its bytes lie in the file store under the same number and never change.';
comment on column news.picture.id is 'Identifier, also that of the file.';
comment on column news.picture.unit_id is 'Centre that brought it.';
comment on column news.picture.media_type is 'As told by its first bytes.';
comment on column news.picture.size is 'Bytes.';
comment on column news.picture.sha256 is 'Hash of the stored bytes.';
comment on column news.picture.uploaded_by is 'Who.';
comment on column news.picture.uploaded_at is 'When.';

create table news.item (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{1,78})[a-z0-9]$' and slug not in ('archive', 'pictures')),
  unit_id int not null references network.unit (id),
  of_ministry boolean not null,
  category text not null check (category in ('announcement', 'activity', 'training', 'warning', 'results')),
  state text not null default 'draft' check (state in ('draft', 'approved', 'withdrawn')),
  version int not null check (version > 0),
  title_th text not null,
  summary_th text not null,
  body_th text not null,
  title_en text,
  summary_en text,
  body_en text,
  picture_id uuid references news.picture (id),
  alt_th text,
  alt_en text,
  publish_at timestamptz,
  archived_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_because text,
  made_from text,
  created_by uuid not null references network.person (id),
  created_at timestamptz not null,
  changed_by uuid not null references network.person (id),
  changed_at timestamptz not null,
  check (state <> 'approved' or publish_at is not null),
  check (picture_id is null or alt_th is not null)
);
create index on news.item (of_ministry desc, publish_at desc) where state = 'approved';
create index on news.item (unit_id, changed_at desc);
comment on table news.item is 'An announcement as it stands now.';
comment on column news.item.id is 'Identifier, made by the client, so that saving may be repeated.';
comment on column news.item.slug is 'Its place in the address.';
comment on column news.item.unit_id is 'Whose announcement.';
comment on column news.item.of_ministry is 'True for the ministry''s centre: its items stand first.';
comment on column news.item.category is 'Kind of announcement.';
comment on column news.item.state is 'Scheduled, published and archived are "approved" seen at a time.';
comment on column news.item.version is 'Counts up with each saving; a save names the version it started from.';
comment on column news.item.title_th is 'Title in Thai.';
comment on column news.item.summary_th is 'One or two sentences in Thai.';
comment on column news.item.body_th is 'Text in Thai, in our small markup.';
comment on column news.item.title_en is 'Title in English; null while the translation is missing.';
comment on column news.item.summary_en is 'The summary in English.';
comment on column news.item.body_en is 'The text in English.';
comment on column news.item.picture_id is 'Its picture.';
comment on column news.item.alt_th is 'What the picture shows, in Thai.';
comment on column news.item.alt_en is 'What the picture shows, in English.';
comment on column news.item.publish_at is 'Public from then.';
comment on column news.item.archived_at is 'From then only in the archive.';
comment on column news.item.withdrawn_at is 'When taken back.';
comment on column news.item.withdrawn_because is 'Why, for colleagues.';
comment on column news.item.made_from is 'What the draft was made from: kind:identifier, for example seminar:…';
comment on column news.item.created_by is 'Who began it.';
comment on column news.item.created_at is 'When.';
comment on column news.item.changed_by is 'Who saved last.';
comment on column news.item.changed_at is 'When.';

create table news.item_version (
  item_id uuid not null references news.item (id),
  version int not null,
  content jsonb not null,
  saved_by uuid not null references network.person (id),
  saved_at timestamptz not null,
  primary key (item_id, version)
);
comment on table news.item_version is 'Every saved wording; rows are only added.';
comment on column news.item_version.item_id is 'Which announcement.';
comment on column news.item_version.version is 'Which saving.';
comment on column news.item_version.content is 'Wording, picture, category and related items as saved.';
comment on column news.item_version.saved_by is 'Who.';
comment on column news.item_version.saved_at is 'When.';

create table news.related (
  item_id uuid not null references news.item (id),
  related_id uuid not null references news.item (id),
  sort int not null,
  primary key (item_id, related_id),
  check (item_id <> related_id)
);
comment on table news.related is 'Announcements to read next, chosen by the editor.';
comment on column news.related.item_id is 'On whose page.';
comment on column news.related.related_id is 'Which one is named.';
comment on column news.related.sort is 'Order.';

grant select on news.item, news.picture, news.related to prongsai_public, prongsai_officer;
grant insert, update on news.item to prongsai_officer;
grant insert on news.picture to prongsai_officer;
grant select, insert on news.item_version to prongsai_officer;
grant insert, delete on news.related to prongsai_officer;

alter table news.item enable row level security;
create policy item_public on news.item for select to prongsai_public
  using (state = 'approved' and publish_at <= now());
create policy item_officer on news.item for select to prongsai_officer
  using (
    (state = 'approved' and publish_at <= now() and platform.acting_person() is not null)
    or unit_id in (select news.editor_units())
  );
create policy item_write on news.item for insert to prongsai_officer
  with check (unit_id in (select news.editor_units()) and created_by = platform.acting_person());
create policy item_change on news.item for update to prongsai_officer
  using (unit_id in (select news.editor_units()))
  with check (unit_id in (select news.editor_units()) and changed_by = platform.acting_person());

-- These look through `item`, whose own policies decide.
alter table news.picture enable row level security;
create policy picture_public on news.picture for select to prongsai_public
  using (exists (select from news.item where item.picture_id = picture.id));
create policy picture_officer on news.picture for select to prongsai_officer
  using (unit_id in (select news.editor_units()) or exists (select from news.item where item.picture_id = picture.id));
create policy picture_write on news.picture for insert to prongsai_officer
  with check (unit_id in (select news.editor_units()) and uploaded_by = platform.acting_person());

alter table news.item_version enable row level security;
create policy version_read on news.item_version for select to prongsai_officer
  using (exists (select from news.item where item.id = item_id and item.unit_id in (select news.editor_units())));
create policy version_write on news.item_version for insert to prongsai_officer
  with check (
    saved_by = platform.acting_person()
    and exists (select from news.item where item.id = item_id and item.unit_id in (select news.editor_units()))
  );

alter table news.related enable row level security;
create policy related_read on news.related for select to prongsai_public, prongsai_officer
  using (exists (select from news.item where item.id = related_id) and exists (select from news.item where item.id = item_id));
create policy related_write on news.related for insert to prongsai_officer
  with check (exists (select from news.item where item.id = item_id and item.unit_id in (select news.editor_units())));
create policy related_end on news.related for delete to prongsai_officer
  using (exists (select from news.item where item.id = item_id and item.unit_id in (select news.editor_units())));
