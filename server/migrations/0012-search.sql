-- Search 检索: where an item stands and when it came in are in the index beside its words, so that a search looks through the newest first
-- and never gathers what it will not show; and what people keep for themselves, searches and favourites.

create function item_places(fonds text, kind text, year smallint, retention text, unit text, ordinal bigint) returns text[]
language sql immutable as $$
  -- Stretches of 4,096 items in the order of their coming; the first letter tells what a place is.
  select array_remove(array['f' || fonds, 'k' || kind, 'y' || year, 'r' || retention, 'u' || unit, 's' || ordinal / 4096], null)
$$;

alter table item_search
  -- Counts up as items come in. Two that come at once may share one; the id then decides.
  add column ordinal bigint,
  add column places text[],
  -- The words of each field in normal form, for searching in one field.
  add column described jsonb not null default '{}',
  -- Indexed by an earlier version of the product and waiting to be indexed anew.
  add column stale boolean not null default true;
alter table item_search alter column stale set default false;

update item_search s set ordinal = n.ordinal, places = item_places(i.fonds_id, i.kind, i.year, i.retention, i.unit_id, n.ordinal)
  from item i, (select item_id, row_number() over (order by item_id) as ordinal from item_search) n
  where i.id = s.item_id and n.item_id = s.item_id;

alter table item_search alter column ordinal set not null, alter column places set not null;
create index item_search_ordinal on item_search (ordinal, item_id);
create index item_search_stale on item_search (item_id) where stale;
drop index item_search_grams;
create index item_search_grams on item_search using gin (grams, places);

create function item_search_place() returns trigger language plpgsql as $$
begin
  new.ordinal := coalesce((select ordinal from item_search order by ordinal desc limit 1), 0) + 1;
  new.places := (select item_places(fonds_id, kind, year, retention, unit_id, new.ordinal) from item where id = new.item_id);
  return new;
end $$;
create trigger item_search_placed before insert on item_search for each row execute function item_search_place();

create function item_search_move() returns trigger language plpgsql as $$
begin
  update item_search set places = item_places(new.fonds_id, new.kind, new.year, new.retention, new.unit_id, ordinal) where item_id = new.id;
  return null;
end $$;
create trigger item_search_moved after update of fonds_id, kind, year, retention, unit_id on item for each row
  when ((new.fonds_id, new.kind, new.year, new.retention, new.unit_id) is distinct from (old.fonds_id, old.kind, old.year, old.retention, old.unit_id))
  execute function item_search_move();

create index item_year on item (year, id desc);
create index item_dated on item (dated_on);
create index item_code on item (code text_pattern_ops);

-- A search somebody keeps under a name.
create table saved_search (
  id text primary key,
  person_id text not null references person (id),
  name text not null check (name <> ''),
  -- What was asked, as the address of the page has it.
  asked jsonb not null,
  created_at timestamptz(3) not null,
  constraint saved_search_name_once unique (person_id, name)
);

-- An item somebody wants to find again, in a folder of their own; the folder without a name is the first.
create table favourite (
  person_id text not null references person (id),
  item_id text not null references item (id) on delete cascade,
  folder text not null default '',
  added_at timestamptz(3) not null,
  primary key (person_id, item_id)
);
create index favourite_item on favourite (item_id);
