-- Import 导入: a register in Excel or CSV that becomes items, and what is remembered of it.

-- The batch 批次 an item was registered in together with others; null when it was registered by itself. The trail has one entry for all of it.
alter table item add column batch_id text;
create index item_batch on item (batch_id, id) where batch_id is not null;
-- A document number already used is noticed before the same paper is registered twice.
create index item_document_no on item (fonds_id, document_no) where document_no <> '';

create table import (
  id text primary key,
  name text not null check (name <> ''),
  upload_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  state text not null default 'reading'
    check (state in ('reading', 'unreadable', 'read', 'checking', 'faulty', 'checked', 'importing', 'imported', 'withdrawn')),
  -- First rows of each sheet, from which the heads are chosen; null until the file was read.
  sheets json,
  -- How the sheet is to be read, as last chosen.
  plan json,
  -- Counts of the last check: rows, faults, notices.
  found json,
  -- Why the last step ended early, in the words of its refusal.
  failure json,
  job_id text,
  cancel_requested boolean not null default false,
  items integer,
  opened_by text not null references person (id),
  opened_at timestamptz(3) not null,
  imported_at timestamptz(3),
  withdrawn_at timestamptz(3),
  constraint import_done_whole check ((state in ('imported', 'withdrawn')) = (imported_at is not null)),
  constraint import_withdrawn_whole check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index import_opened on import (opened_by, id desc);

-- What the last check found, in the order of the rows; the first ten thousand.
create table import_issue (
  import_id text not null references import (id) on delete cascade,
  ordinal integer not null,
  row integer not null,
  -- Position of the column, from 0; null for the row as a whole.
  column_at integer,
  fault boolean not null,
  zh text not null,
  en text not null,
  primary key (import_id, ordinal)
);

-- The user's own sheet with what is wrong marked in it, made by the last check that found faults.
create table import_marked (
  import_id text primary key references import (id) on delete cascade,
  book bytea not null,
  made_at timestamptz(3) not null default now()
);

-- A mapping 列对应 kept under a name, proposed again for the same heads.
create table import_mapping (
  id text primary key,
  name text not null check (name <> ''),
  kind text not null,
  -- The heads in one text, without spaces and signs.
  signature text not null,
  columns json not null,
  constants json not null,
  saved_by text not null references person (id),
  saved_at timestamptz(3) not null,
  constraint import_mapping_name_once unique (name)
);
create index import_mapping_signature on import_mapping (signature, saved_at desc);
