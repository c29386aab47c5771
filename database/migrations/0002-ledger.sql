-- The ledger: every act, committed with the change it records, then placed in one Merkle tree that outsiders check.
-- Formats: RFC 6962 hashing, C2SP tlog-tiles and tlog-checkpoint. Code: src/platform/ledger.
create schema ledger;
comment on schema ledger is 'The log of acts: what waits for a place, what has one, the tree over it, its signed heads.';
grant usage on schema ledger to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;

-- No sequence number and no shared row here: writers never wait for each other.
create table ledger.outbox (
  id bigint generated always as identity primary key,
  commitment bytea not null,
  salt bytea not null check (octet_length(salt) = 16),
  entry text not null check (char_length(entry) between 1 and 8192)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table ledger.outbox is 'Acts committed and not yet placed in the tree; emptied several times a second.';
comment on column ledger.outbox.id is 'Number by which the recorder finds the act again; says nothing about its place in the tree.';
comment on column ledger.outbox.commitment is 'SHA-256(salt || entry as UTF-8), 32 bytes; made by ledger.record.';
comment on column ledger.outbox.salt is '16 random bytes that keep the act from being guessed from its commitment.';
comment on column ledger.outbox.entry is 'Canonical JSON of the act: act, object, identifiers, unit, role, time, facts; never content.';

create table ledger.entry (
  seq bigint primary key check (seq >= 0),
  outbox_id bigint not null unique,
  commitment bytea not null unique check (octet_length(commitment) = 32),
  salt bytea,
  entry text,
  check ((salt is null) = (entry is null))
);
comment on table ledger.entry is 'Every act in its place in the tree. The commitment is public; salt and entry are not, and can be erased.';
comment on column ledger.entry.seq is 'Position in the tree, from 0, without gaps.';
comment on column ledger.entry.outbox_id is 'Number the act had while it waited.';
comment on column ledger.entry.commitment is 'SHA-256(salt || entry as UTF-8): the data of the leaf.';
comment on column ledger.entry.salt is 'Salt of the commitment; null once erased.';
comment on column ledger.entry.entry is 'Canonical JSON of the act; null once erased.';

create table ledger.tile (
  level int not null check (level between 0 and 63),
  index bigint not null check (index >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (level, index)
);
comment on table ledger.tile is 'The tree in tiles of up to 256 hashes (C2SP tlog-tiles); a partial tile grows in place.';
comment on column ledger.tile.level is 'Level of the tile; each is eight levels of the tree.';
comment on column ledger.tile.index is 'Index of the tile in its level, from 0.';
comment on column ledger.tile.hashes is 'The hashes one after another, 32 bytes each; a narrower tile of an earlier tree is its beginning.';

create table ledger.checkpoint (
  size bigint primary key check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  vkey text not null,
  signed_at timestamptz not null
);
comment on table ledger.checkpoint is 'Every head that was signed. The widest is the published one; the others are the history auditors may compare.';
comment on column ledger.checkpoint.size is 'Number of entries in the tree.';
comment on column ledger.checkpoint.root is 'Root hash over them (RFC 6962).';
comment on column ledger.checkpoint.note is 'The signed note as published (C2SP tlog-checkpoint).';
comment on column ledger.checkpoint.vkey is 'Verifier key of the signature: name+hash+key.';
comment on column ledger.checkpoint.signed_at is 'When it was signed.';

-- The one door for recording: whoever may act may record, and nobody reads back what waits.
create function ledger.record(entry text, salt bytea) returns bigint
  language sql volatile security definer set search_path = ''
  begin atomic
    insert into ledger.outbox (commitment, salt, entry)
    values (sha256($2 || convert_to($1, 'UTF8')), $2, $1)
    returning outbox.id;
  end;
comment on function ledger.record is 'Records an act (canonical JSON, 16-byte salt) in the caller''s transaction; returns its outbox number.';
revoke execute on function ledger.record from public;
grant execute on function ledger.record to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;

-- Granted to nobody: only other security-definer functions, which know who asks about what, may call it. They say of which act
-- on what, since the number may stand in a row that its asker wrote.
create function ledger.opening(outbox_id bigint, act text, object_id text, out salt bytea, out entry text)
  language sql stable set search_path = ''
  begin atomic
    select known.salt, known.entry
    from (
      select e.salt, e.entry from ledger.entry e where e.outbox_id = $1
      union all
      select o.salt, o.entry from ledger.outbox o where o.id = $1
    ) known
    where known.entry::jsonb ->> 'act' = $2 and known.entry::jsonb ->> 'id' = $3
    limit 1;
  end;
comment on function ledger.opening is 'Salt and text of one act by its outbox number, for the person whose own act it was; nothing when the number is another act''s, or once erased.';
revoke execute on function ledger.opening from public;

create function ledger.erase(seq bigint) returns boolean
  language sql volatile security definer set search_path = ''
  begin atomic
    with erased as (
      update ledger.entry e
      set salt = null, entry = null
      where e.seq = $1 and e.entry is not null
      returning e.seq
    )
    select exists (select from erased);
  end;
comment on function ledger.erase is 'Erases salt and text of one entry; its commitment and the tree stay. False when there was nothing to erase.';
revoke execute on function ledger.erase from public;
grant execute on function ledger.erase to prongsai_worker;

grant select on ledger.tile, ledger.checkpoint to prongsai_public, prongsai_signin, prongsai_officer, prongsai_worker;
grant select (seq, outbox_id, commitment) on ledger.entry to prongsai_public, prongsai_signin, prongsai_officer;
grant select, delete on ledger.outbox to prongsai_worker;
grant select, insert on ledger.entry to prongsai_worker;
grant insert, update on ledger.tile to prongsai_worker;
grant insert on ledger.checkpoint to prongsai_worker;
