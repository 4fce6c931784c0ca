-- Registers of the store: what came in and went out by month, and who was there 进库人员.

create index placement_placed on placement (placed_at, id);

create table store_visit (
  id text primary key,
  location_id text not null references location (id),
  name text not null check (name <> ''),
  organisation text not null default '',
  purpose text not null check (purpose <> ''),
  companion text not null default '',
  entered_at timestamptz(3) not null,
  left_at timestamptz(3),
  recorded_by text not null references person (id),
  constraint store_visit_ends_after check (left_at >= entered_at)
);
create index store_visit_entered on store_visit (entered_at, id);

-- Who was there stays written; only the leaving is added.
create function store_visit_keep() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.left_at is not null
     or (new.id, new.location_id, new.name, new.organisation, new.purpose, new.companion, new.entered_at, new.recorded_by)
     is distinct from (old.id, old.location_id, old.name, old.organisation, old.purpose, old.companion, old.entered_at, old.recorded_by) then
    raise exception 'a visit stays as it was noted' using errcode = 'check_violation', constraint = 'store_visit_stays';
  end if;
  return new;
end $$;
create trigger store_visit_stays before update or delete on store_visit for each row execute function store_visit_keep();
