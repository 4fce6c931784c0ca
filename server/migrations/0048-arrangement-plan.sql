-- Plan 整理方案 of arranging a fonds: how far it goes (S13.1, S13.2).

create table arrangement_plan (
  fonds_id text primary key references fonds (id),
  scope text not null check (scope in ('order', 'adjust', 'whole')),
  plan text not null check (plan <> ''),
  decided_by text not null references person (id),
  decided_at timestamptz(3) not null
);
