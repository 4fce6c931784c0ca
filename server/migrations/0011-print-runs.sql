-- Orders to the print centre 打印中心 and the files made for them; both are kept for a day.

create table print_run (
  id text primary key,
  form text not null,
  thing text not null,
  -- Things in the order they are printed.
  ids text[] not null check (cardinality(ids) > 0),
  options jsonb not null,
  job_id text not null,
  ordered_by text not null references person (id),
  ordered_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index print_run_by on print_run (ordered_by, id desc);
create index print_run_expires on print_run (expires_at);

-- A stretch of an order as one file, or the reasons why nothing of it could be printed.
create table print_file (
  run_id text not null references print_run (id) on delete cascade,
  ordinal integer not null check (ordinal >= 1),
  name text not null,
  mime text not null,
  body bytea,
  refused jsonb not null default '[]',
  primary key (run_id, ordinal)
);
