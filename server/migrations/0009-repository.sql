-- The repository 库房: places as a tree, and what stands in which place since when (S1.4).

create table location (
  id text primary key,
  parent_id text references location (id),
  room_id text not null references location (id),
  level text not null check (level in ('room', 'row', 'bay', 'shelf', 'slot')),
  ordinal smallint not null check (ordinal >= 1),
  -- Side 面 of a shelf that is reached from two aisles; empty where there is one side.
  side text not null default '' check (side in ('', 'A', 'B')),
  code text not null,
  name text not null default '',
  -- Walking order: every place sorts behind the place it lies in and before that place's next neighbour.
  sort_key text collate "C" not null,
  -- Millimetres of shelf; only slots have any.
  capacity_mm integer check (capacity_mm >= 1),
  used_mm integer not null default 0,
  active boolean not null default true,
  constraint location_code_once unique (code),
  constraint location_order_once unique (sort_key),
  constraint location_tree check ((level = 'room') = (parent_id is null) and (level = 'room') = (room_id = id)),
  constraint location_measured check ((level = 'slot') = (capacity_mm is not null)),
  constraint location_holds check (used_mm between 0 and coalesce(capacity_mm, 0)),
  constraint location_closed_empty check (active or used_mm = 0)
);
create index location_parent on location (parent_id, sort_key);
create index location_free on location (sort_key) where level = 'slot' and active and used_mm < capacity_mm;

create table placement (
  id text primary key,
  box_id text references box (id),
  volume_id text references volume (id),
  item_id text references item (id),
  thing_id text not null generated always as (coalesce(box_id, volume_id, item_id)) stored,
  location_id text not null references location (id),
  -- Order 盒序 in the slot, from the left.
  position integer not null check (position >= 1),
  thickness_mm smallint not null check (thickness_mm between 1 and 5000),
  -- The class and the number the thing had when it was put there: shelving by class looks for its neighbours by them.
  series_id text not null references series (id),
  number integer not null default 0,
  placed_by text not null references person (id),
  placed_at timestamptz(3) not null,
  reason text not null default '',
  ended_by text references person (id),
  ended_at timestamptz(3),
  end_reason text not null default '',
  constraint placement_of_one_thing check (num_nonnulls(box_id, volume_id, item_id) = 1),
  constraint placement_ended_whole check ((ended_at is null) = (ended_by is null))
);
create unique index placement_one_place on placement (thing_id) where ended_at is null;
create unique index placement_position_once on placement (location_id, position) where ended_at is null;
create index placement_thing on placement (thing_id, id desc);
create index placement_class on placement (series_id, number desc) where ended_at is null;
create index placement_ended on placement (ended_at desc, id desc) where ended_at is not null;

-- The length in use follows the placements by construction; that a slot is never over-full is the check on its own row.
create function placement_measure() returns trigger language plpgsql as $$
declare
  before integer := case when tg_op = 'UPDATE' and old.ended_at is null then old.thickness_mm else 0 end;
  after integer := case when new.ended_at is null then new.thickness_mm else 0 end;
begin
  if before <> after then
    update location set used_mm = used_mm + after - before where id = new.location_id;
  end if;
  return null;
end $$;
create trigger placement_measure after insert or update on placement for each row execute function placement_measure();

-- Where something stood is never rewritten: a placement ends, and the next begins.
create function placement_keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (new.id, coalesce(new.box_id, new.volume_id, new.item_id), new.location_id, new.position, new.placed_by, new.placed_at, new.reason)
     is distinct from (old.id, coalesce(old.box_id, old.volume_id, old.item_id), old.location_id, old.position, old.placed_by, old.placed_at, old.reason) then
    raise exception 'the history of places stays' using errcode = 'check_violation', constraint = 'placement_history_stays';
  end if;
  return new;
end $$;
create trigger placement_history_stays before update or delete on placement for each row execute function placement_keep_history();

-- A box of another thickness takes another length where it stands, or does not fit.
create function box_measure() returns trigger language plpgsql as $$
begin
  update placement set thickness_mm = new.thickness_mm where box_id = new.id and ended_at is null;
  return null;
end $$;
create trigger box_measure after update of thickness_mm on box for each row
  when (old.thickness_mm <> new.thickness_mm) execute function box_measure();

-- What lies in a box or a volume stands where that stands, and in no place of its own.
create function placement_loose_only() returns trigger language plpgsql as $$
begin
  if exists (select from placement where thing_id = new.id and ended_at is null) then
    raise exception 'it stands in a place of its own' using errcode = 'check_violation', constraint = 'placement_loose_only';
  end if;
  return new;
end $$;
create trigger volume_loose_only before update of box_id on volume for each row
  when (new.box_id is not null and new.box_id is distinct from old.box_id) execute function placement_loose_only();
create trigger item_loose_only before update of box_id, volume_id on item for each row
  when ((new.box_id is not null and new.box_id is distinct from old.box_id)
     or (new.volume_id is not null and new.volume_id is distinct from old.volume_id)) execute function placement_loose_only();
