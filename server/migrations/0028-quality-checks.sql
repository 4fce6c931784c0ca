-- Checks of the four properties 四性检测 before filing (DA/T 70), and what stands in the way of filing since the last one.

create table quality_run (
  id text primary key,
  fonds_id text not null references fonds (id),
  series_id text references series (id),
  state text not null default 'running' check (state in ('running', 'finished', 'failed')),
  job_id text not null,
  items integer not null default 0,
  files integer not null default 0,
  bytes bigint not null default 0,
  -- How each check ended and with what evidence; empty until the run is finished.
  results jsonb not null default '[]',
  started_by text not null references person (id),
  started_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create index quality_run_series on quality_run (series_id, id desc);

create table quality_fault (
  run_id text not null references quality_run (id) on delete cascade,
  item_id text not null references item (id) on delete cascade,
  code text not null,
  zh text not null,
  en text not null,
  primary key (run_id, item_id, code)
);

create table filing_fault (
  item_id text not null references item (id) on delete cascade,
  code text not null,
  zh text not null,
  en text not null,
  primary key (item_id, code)
);
