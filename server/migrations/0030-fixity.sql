-- Fixity 固化检查: when the store was read again, how much of it, and what was no longer as it had been written.

create table fixity_run (
  id text primary key,
  job_id text not null,
  whole boolean not null,
  state text not null default 'running' check (state in ('running', 'finished', 'cancelled', 'absent')),
  -- Null for a run by the clock.
  started_by text references person (id),
  started_at timestamptz(3) not null,
  ended_at timestamptz(3),
  -- Objects to read; null until they are counted.
  planned integer,
  -- Id of the thing whose object was read last: the next run goes on after it.
  cursor text not null,
  objects integer not null default 0,
  files bigint not null default 0,
  bytes bigint not null default 0,
  damaged integer not null default 0,
  constraint fixity_run_ended_whole check ((state = 'running') = (ended_at is null))
);
create unique index fixity_run_one_open on fixity_run ((true)) where state = 'running';

create table fixity_finding (
  run_id text not null references fixity_run (id),
  -- Id of the item, volume or box.
  thing text not null,
  fault text not null check (fault in ('object-missing', 'file-missing', 'file-changed', 'unreadable', 'inventory')),
  path text not null,
  found_at timestamptz(3) not null,
  -- The last word on the thing: false once it was read again.
  open boolean not null default true,
  primary key (run_id, thing, fault, path)
);
create index fixity_finding_open on fixity_finding (thing) where open;
