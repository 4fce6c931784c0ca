-- The ground everything stands on: the trail, idempotency, limits, progress, settings.

create table setting (
  key text primary key,
  value jsonb not null
);

-- The trail 审计: append-only, each entry carries the digest of the one before.
create table audit_event (
  seq bigint primary key,
  at timestamptz(3) not null,
  actor_id text,
  actor_name text not null,
  address text not null,
  operation text not null,
  event text not null,
  subject text not null,
  data jsonb not null,
  request_id text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$')
);
create index audit_event_subject on audit_event (subject, seq);
create index audit_event_actor on audit_event (actor_id, seq);
create index audit_event_event on audit_event (event, seq);

-- The end of the chain. Locked by every command for the moment it appends, so that numbers and digests have no gap.
create table audit_head (
  single boolean primary key default true check (single),
  seq bigint not null,
  digest text not null,
  sealed_seq bigint not null default 0
);
insert into audit_head (seq, digest) values (0, repeat('0', 64));

create function audit_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege', constraint = 'audit_append_only';
end $$;
create trigger audit_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_refuse_change();

-- One answer for a command that is sent twice with the same key.
create table idempotency (
  owner text not null,
  key text not null,
  operation text not null,
  request_digest text not null,
  answer jsonb,
  at timestamptz(3) not null default now(),
  primary key (owner, key)
);
create index idempotency_at on idempotency (at);

create table rate_limit (
  key text not null,
  window_start timestamptz(3) not null,
  count integer not null,
  primary key (key, window_start)
);
create index rate_limit_window on rate_limit (window_start);

-- What a long job has done and has left; survives reload and restart.
create table job_progress (
  id text primary key,
  label text not null,
  label_en text not null,
  started_by text,
  done integer not null default 0,
  total integer not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed', 'cancelled')),
  cancel_requested boolean not null default false,
  failure text,
  started_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now()
);
