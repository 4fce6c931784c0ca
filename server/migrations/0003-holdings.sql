-- The holdings: fonds 全宗, series 类别, item 件, component 电子文件, blob.

create table fonds (
  id text primary key,
  code text not null check (code ~ '^[A-Z0-9]{1,8}$'),
  name text not null check (name <> ''),
  -- Templates of archival codes 档号 this fonds chose for a kind, by the kind's code; else the kind's own.
  code_templates jsonb not null default '{}',
  timezone text not null default 'Asia/Shanghai',
  created_at timestamptz(3) not null default now(),
  closed_at timestamptz(3),
  constraint fonds_code_once unique (code)
);

-- Kinds as data: the version an item was described under stays readable for ever.
create table kind_version (
  code text not null,
  version integer not null,
  -- json, not jsonb: the order of sections and fields is part of the definition.
  definition json not null,
  since timestamptz(3) not null default now(),
  primary key (code, version)
);

create table series (
  id text primary key,
  fonds_id text not null references fonds (id),
  kind text not null,
  year smallint not null check (year between 1900 and 2200),
  retention text not null check (retention ~ '^(Y|D[1-9][0-9]{0,2})$'),
  unit_id text references unit (id),
  constraint series_once unique nulls not distinct (fonds_id, kind, year, retention, unit_id)
);

-- Last number given in the lowest class of a code template; the row lock makes numbers gapless.
create table code_counter (
  fonds_id text not null references fonds (id),
  scope text not null,
  last integer not null check (last >= 0),
  primary key (fonds_id, scope)
);

create table item (
  id text primary key,
  fonds_id text not null references fonds (id),
  series_id text not null references series (id),
  kind text not null,
  kind_version integer not null,
  year smallint not null,
  retention text not null,
  unit_id text references unit (id),
  secrecy smallint not null check (secrecy in (0, 10, 20, 30)),
  state text not null default 'draft' check (state in ('draft', 'numbered', 'filed')),
  code text,
  code_scope text,
  serial integer,
  title text not null check (title <> ''),
  self_made_title boolean not null default false,
  document_no text not null default '',
  creator text not null default '',
  dated_on date,
  pages integer check (pages >= 0),
  copies integer not null default 1 check (copies >= 1),
  openness text not null default 'unreviewed',
  note text not null default '',
  fields jsonb not null default '{}',
  -- Counts up with every change, so that a stale page is noticed.
  revision integer not null default 1,
  registered_by text not null references person (id),
  registered_at timestamptz(3) not null,
  filed_by text references person (id),
  filed_at timestamptz(3),
  -- Revision whose description and files stand in the storage root; null until the first is written and verified.
  stored_revision integer,
  foreign key (kind, kind_version) references kind_version (code, version),
  constraint item_code_once unique (fonds_id, code),
  constraint item_number_once unique (fonds_id, code_scope, serial),
  constraint item_numbered_whole check ((code is null) = (state = 'draft') and (code is null) = (serial is null) and (code is null) = (code_scope is null)),
  constraint item_filed_whole check ((state = 'filed') = (filed_at is not null) and (state = 'filed') = (filed_by is not null))
);
create index item_series on item (series_id, id desc);
create index item_series_serial on item (series_id, serial desc);
create index item_unfiled on item (state, id desc) where state <> 'filed';
create index item_unit on item (unit_id, id desc);
create index item_unstored on item (id) where state = 'filed' and stored_revision is distinct from revision;

-- Filed 已归档 is for ever (S1.5): the row stays, its code and place stay, only a correction moves its revision on.
create function item_keep_filed() returns trigger language plpgsql as $$
begin
  if old.state = 'filed' then
    if tg_op = 'DELETE' then
      raise exception 'a filed item is never deleted' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
    end if;
    if (new.state, new.code, new.serial, new.code_scope, new.fonds_id, new.series_id, new.kind, new.filed_at, new.filed_by)
       is distinct from (old.state, old.code, old.serial, old.code_scope, old.fonds_id, old.series_id, old.kind, old.filed_at, old.filed_by) then
      raise exception 'a filed item keeps its code and place' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger item_filed_for_ever before update or delete on item for each row execute function item_keep_filed();

-- What a tree and a count need: how many items of a series are of a secrecy and a state, so that no count reads the items.
create table series_tally (
  series_id text not null references series (id),
  secrecy smallint not null,
  state text not null,
  count bigint not null check (count >= 0),
  pages bigint not null,
  primary key (series_id, secrecy, state)
);

create function series_tally_add() returns trigger language plpgsql as $$
begin
  insert into series_tally as t (series_id, secrecy, state, count, pages)
    select series_id, secrecy, state, count(*), coalesce(sum(pages), 0) from added group by 1, 2, 3 order by 1, 2, 3
    on conflict (series_id, secrecy, state) do update set count = t.count + excluded.count, pages = t.pages + excluded.pages;
  return null;
end $$;
create function series_tally_take() returns trigger language plpgsql as $$
begin
  update series_tally t set count = t.count - r.n, pages = t.pages - r.p
    from (select series_id, secrecy, state, count(*) n, coalesce(sum(pages), 0) p from removed group by 1, 2, 3) r
    where (t.series_id, t.secrecy, t.state) = (r.series_id, r.secrecy, r.state);
  return null;
end $$;
create function series_tally_change() returns trigger language plpgsql as $$
begin
  insert into series_tally as t (series_id, secrecy, state, count, pages)
    select series_id, secrecy, state, sum(n), sum(p) from (
      select series_id, secrecy, state, 1 n, coalesce(pages, 0) p from added
      union all
      select series_id, secrecy, state, -1, -coalesce(pages, 0) from removed) d
    group by 1, 2, 3 having sum(n) >= 0 order by 1, 2, 3
    on conflict (series_id, secrecy, state) do update set count = t.count + excluded.count, pages = t.pages + excluded.pages;
  update series_tally t set count = t.count + d.n, pages = t.pages + d.p
    from (select series_id, secrecy, state, sum(n) n, sum(p) p from (
            select series_id, secrecy, state, 1 n, coalesce(pages, 0) p from added
            union all
            select series_id, secrecy, state, -1, -coalesce(pages, 0) from removed) x
          group by 1, 2, 3 having sum(n) < 0) d
    where (t.series_id, t.secrecy, t.state) = (d.series_id, d.secrecy, d.state);
  return null;
end $$;
create trigger series_tally_insert after insert on item referencing new table as added for each statement execute function series_tally_add();
create trigger series_tally_delete after delete on item referencing old table as removed for each statement execute function series_tally_take();
create trigger series_tally_update after update on item referencing new table as added old table as removed for each statement execute function series_tally_change();

-- Bytes, once per content.
create table blob (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text not null check (sha512 ~ '^[0-9a-f]{128}$'),
  size bigint not null check (size > 0),
  mime text not null,
  extension text not null default '',
  staged_at timestamptz(3) not null default now(),
  -- Where the bytes stand in the storage root once an item with them was filed: object id and logical path; else they are staged.
  stored_object text,
  stored_path text,
  -- Text found inside, for search; null until looked for.
  text text,
  pages integer,
  text_state text not null default 'pending' check (text_state in ('pending', 'done', 'none', 'failed')),
  constraint blob_stored_whole check ((stored_object is null) = (stored_path is null))
);

-- An upload in progress or finished but not yet attached; belongs to one person.
create table upload (
  id text primary key,
  person_id text not null references person (id),
  name text not null,
  size bigint not null check (size > 0),
  sha256 text references blob (sha256),
  created_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create index upload_person on upload (person_id, id);
create index upload_created on upload (created_at);

create table component (
  id text primary key,
  item_id text not null references item (id),
  ordinal integer not null check (ordinal >= 1),
  name text not null check (name <> ''),
  sha256 text not null references blob (sha256),
  attached_by text not null references person (id),
  attached_at timestamptz(3) not null,
  constraint component_ordinal_once unique (item_id, ordinal) deferrable initially deferred
);
create index component_blob on component (sha256);

create function component_keep_filed() returns trigger language plpgsql as $$
begin
  if exists (select from item where id = case tg_op when 'INSERT' then new.item_id else old.item_id end and state = 'filed') then
    raise exception 'the files of a filed item never change' using errcode = 'check_violation', constraint = 'component_filed_for_ever';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger component_filed_for_ever before insert or update or delete on component for each row execute function component_keep_filed();

-- A look at a file's content, opened by one session for a short while.
create table content_ticket (
  digest text primary key,
  component_id text not null references component (id),
  person_id text not null references person (id),
  expires_at timestamptz(3) not null
);
create index content_ticket_expires on content_ticket (expires_at);

-- What the search box looks through: title, number, people, initials and the text of the files, as bigrams made by the product.
create table item_search (
  item_id text primary key references item (id) on delete cascade,
  grams tsvector not null,
  folded text not null
);
create index item_search_grams on item_search using gin (grams);
