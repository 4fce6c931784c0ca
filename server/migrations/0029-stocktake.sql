-- Stock-take 盘点: what should stand where, frozen when it begins, and what was found (S1.4).

create table stocktake (
  id text primary key,
  location_id text not null references location (id),
  note text not null default '',
  started_by text not null references person (id),
  started_at timestamptz(3) not null,
  closed_by text references person (id),
  closed_at timestamptz(3),
  constraint stocktake_closed_whole check ((closed_at is null) = (closed_by is null))
);
create unique index stocktake_one_open on stocktake (location_id) where closed_at is null;

create table stocktake_entry (
  stocktake_id text not null references stocktake (id),
  -- Id of a box, volume or item; or the text that was read, where it is none of ours.
  thing text not null,
  known boolean not null default true,
  -- What it was called when it was expected or found.
  code text not null,
  expected_id text references location (id),
  found_id text references location (id),
  found_by text references person (id),
  found_at timestamptz(3),
  -- Order of the list: as one walks past.
  walk_key text collate "C" not null,
  explanation text not null default '',
  explained_by text references person (id),
  explained_at timestamptz(3),
  outcome text not null generated always as (case
    when not known then 'unknown'
    when found_id is null then 'missing'
    when found_id = expected_id then 'found'
    else 'misplaced' end) stored,
  primary key (stocktake_id, thing),
  constraint stocktake_entry_of_something check (expected_id is not null or found_id is not null),
  constraint stocktake_entry_found_whole check ((found_id is null) = (found_by is null) and (found_id is null) = (found_at is null))
);
create index stocktake_entry_walk on stocktake_entry (stocktake_id, walk_key, thing);

-- A closed stock-take is a record and is never rewritten.
create function stocktake_keep_closed() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.closed_at is not null then
    raise exception 'a stock-take stays as it was closed' using errcode = 'check_violation', constraint = 'stocktake_closed_for_ever';
  end if;
  return new;
end $$;
create trigger stocktake_closed_for_ever before update or delete on stocktake for each row execute function stocktake_keep_closed();

create function stocktake_entry_keep_closed() returns trigger language plpgsql as $$
declare
  entry stocktake_entry := case tg_op when 'DELETE' then old else new end;
begin
  if exists (select from stocktake where id = entry.stocktake_id and closed_at is not null) then
    raise exception 'a stock-take stays as it was closed' using errcode = 'check_violation', constraint = 'stocktake_closed_for_ever';
  end if;
  return entry;
end $$;
create trigger stocktake_entry_closed_for_ever before insert or update or delete on stocktake_entry
  for each row execute function stocktake_entry_keep_closed();
