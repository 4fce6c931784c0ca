-- Climate of a room 温湿度: what was read, by whom, and what was done about it.

create table room_climate (
  location_id text primary key references location (id),
  carrier text not null,
  set_by text not null references person (id),
  set_at timestamptz(3) not null
);

create table climate_reading (
  id text primary key,
  location_id text not null references location (id),
  taken_at timestamptz(3) not null,
  -- Tenths of a degree Celsius, tenths of a percent of relative humidity.
  temperature_tenths smallint not null check (temperature_tenths between -300 and 600),
  humidity_tenths smallint not null check (humidity_tenths between 0 and 1000),
  -- What was out of the limits that held when it was noted.
  exceeded text[] not null default '{}',
  measure text not null default '',
  measured_by text references person (id),
  source text not null check (source in ('hand', 'logger')),
  recorded_by text not null references person (id),
  recorded_at timestamptz(3) not null,
  constraint climate_reading_once unique (location_id, taken_at)
);
create index climate_reading_open on climate_reading (location_id, taken_at) where exceeded <> '{}' and measure = '';

-- A reading stays as it was noted; only what was done about it is added.
create function climate_keep_reading() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.measure <> ''
     or (new.id, new.location_id, new.taken_at, new.temperature_tenths, new.humidity_tenths, new.exceeded, new.recorded_by)
     is distinct from (old.id, old.location_id, old.taken_at, old.temperature_tenths, old.humidity_tenths, old.exceeded, old.recorded_by) then
    raise exception 'a reading stays as it was noted' using errcode = 'check_violation', constraint = 'climate_reading_stays';
  end if;
  return new;
end $$;
create trigger climate_reading_stays before update or delete on climate_reading for each row execute function climate_keep_reading();
