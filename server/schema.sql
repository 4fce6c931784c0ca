-- Made by `npm run generate` from the migrated database; never edited by hand.

create table api_token (
  id text not null,
  person_id text not null,
  name text not null,
  secret_digest text not null,
  permissions text[],
  created_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  revoked_at timestamp(3) with time zone,
  constraint api_token_secret_digest_key UNIQUE (secret_digest),
  constraint api_token_pkey PRIMARY KEY (id),
  constraint api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint api_token_name_check CHECK ((name <> ''::text))
);

create table arrangement_plan (
  fonds_id text not null,
  scope text not null,
  plan text not null,
  decided_by text not null,
  decided_at timestamp(3) with time zone not null,
  constraint arrangement_plan_pkey PRIMARY KEY (fonds_id),
  constraint arrangement_plan_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint arrangement_plan_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint arrangement_plan_plan_check CHECK ((plan <> ''::text)),
  constraint arrangement_plan_scope_check CHECK ((scope = ANY (ARRAY['order'::text, 'adjust'::text, 'whole'::text])))
);

create table attachment (
  id text not null,
  subject text not null,
  ordinal integer not null,
  name text not null,
  label text not null default ''::text,
  sha256 text not null,
  attached_by text not null,
  attached_at timestamp(3) with time zone not null,
  constraint attachment_ordinal_once UNIQUE (subject, ordinal) DEFERRABLE INITIALLY DEFERRED,
  constraint attachment_pkey PRIMARY KEY (id),
  constraint attachment_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES person(id),
  constraint attachment_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint attachment_name_check CHECK ((name <> ''::text)),
  constraint attachment_ordinal_check CHECK ((ordinal >= 1))
);

create table audit_event (
  seq bigint not null,
  at timestamp(3) with time zone not null,
  actor_id text,
  actor_name text not null,
  address text not null,
  operation text not null,
  event text not null,
  subject text not null,
  data jsonb not null,
  request_id text not null,
  digest text not null,
  constraint audit_event_pkey PRIMARY KEY (seq),
  constraint audit_event_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
);

create table audit_head (
  single boolean not null default true,
  seq bigint not null,
  digest text not null,
  sealed_seq bigint not null default 0,
  constraint audit_head_pkey PRIMARY KEY (single),
  constraint audit_head_single_check CHECK (single)
);

create table blob (
  sha256 text not null,
  sha512 text not null,
  size bigint not null,
  mime text not null,
  extension text not null default ''::text,
  staged_at timestamp(3) with time zone not null default now(),
  stored_object text,
  stored_path text,
  text text,
  pages integer,
  text_state text not null default 'pending'::text,
  text_failure text,
  constraint blob_pkey PRIMARY KEY (sha256),
  constraint blob_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint blob_sha512_check CHECK ((sha512 ~ '^[0-9a-f]{128}$'::text)),
  constraint blob_size_check CHECK ((size > 0)),
  constraint blob_stored_whole CHECK (((stored_object IS NULL) = (stored_path IS NULL))),
  constraint blob_text_failure_whole CHECK (((text_failure IS NULL) OR (text_state = 'failed'::text))),
  constraint blob_text_state_check CHECK ((text_state = ANY (ARRAY['pending'::text, 'scanned'::text, 'done'::text, 'none'::text, 'failed'::text])))
);

create table blob_page (
  sha256 text not null,
  page integer not null,
  state text not null default 'waiting'::text,
  tries smallint not null default 0,
  text text,
  boxes jsonb,
  failure text,
  constraint blob_page_pkey PRIMARY KEY (sha256, page),
  constraint blob_page_sha256_fkey FOREIGN KEY (sha256) REFERENCES recognition(sha256) ON DELETE CASCADE,
  constraint blob_page_page_check CHECK ((page >= 1)),
  constraint blob_page_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

create table bond (
  id text not null,
  relation text not null,
  leader_id text not null,
  follower_id text not null,
  created_by text not null,
  created_at timestamp(3) with time zone not null,
  constraint bond_pkey PRIMARY KEY (id),
  constraint bond_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint bond_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES item(id) ON DELETE CASCADE,
  constraint bond_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES item(id) ON DELETE CASCADE,
  constraint bond_not_itself CHECK ((leader_id <> follower_id)),
  constraint bond_relation_check CHECK ((relation = ANY (ARRAY['annex'::text, 'final-draft'::text, 'forwarded'::text, 'request'::text, 'translation'::text])))
);

create table box (
  id text not null,
  fonds_id text not null,
  series_id text not null,
  number integer not null,
  thickness_mm smallint not null,
  note text not null default ''::text,
  arranged_by text,
  arranged_on date,
  checked_by text,
  checked_on date,
  revision integer not null default 1,
  created_by text not null,
  created_at timestamp(3) with time zone not null,
  stored_revision integer,
  constraint box_number_once UNIQUE (series_id, number),
  constraint box_of_series UNIQUE (id, series_id),
  constraint box_pkey PRIMARY KEY (id),
  constraint box_arranged_by_fkey FOREIGN KEY (arranged_by) REFERENCES person(id),
  constraint box_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES person(id),
  constraint box_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint box_series_id_fonds_id_fkey FOREIGN KEY (series_id, fonds_id) REFERENCES series(id, fonds_id),
  constraint box_number_check CHECK ((number >= 1)),
  constraint box_thickness_mm_check CHECK ((thickness_mm = ANY (ARRAY[10, 15, 20, 30, 40, 50, 60])))
);

create table climate_reading (
  id text not null,
  location_id text not null,
  taken_at timestamp(3) with time zone not null,
  temperature_tenths smallint not null,
  humidity_tenths smallint not null,
  exceeded text[] not null default '{}'::text[],
  measure text not null default ''::text,
  measured_by text,
  source text not null,
  recorded_by text not null,
  recorded_at timestamp(3) with time zone not null,
  constraint climate_reading_once UNIQUE (location_id, taken_at),
  constraint climate_reading_pkey PRIMARY KEY (id),
  constraint climate_reading_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint climate_reading_measured_by_fkey FOREIGN KEY (measured_by) REFERENCES person(id),
  constraint climate_reading_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint climate_reading_humidity_tenths_check CHECK (((humidity_tenths >= 0) AND (humidity_tenths <= 1000))),
  constraint climate_reading_source_check CHECK ((source = ANY (ARRAY['hand'::text, 'logger'::text]))),
  constraint climate_reading_temperature_tenths_check CHECK (((temperature_tenths >= '-300'::integer) AND (temperature_tenths <= 600)))
);

create table code_counter (
  fonds_id text not null,
  scope text not null,
  last integer not null,
  constraint code_counter_pkey PRIMARY KEY (fonds_id, scope),
  constraint code_counter_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint code_counter_last_check CHECK ((last >= 0))
);

create table component (
  id text not null,
  item_id text not null,
  ordinal integer not null,
  name text not null,
  sha256 text not null,
  attached_by text not null,
  attached_at timestamp(3) with time zone not null,
  constraint component_ordinal_once UNIQUE (item_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
  constraint component_pkey PRIMARY KEY (id),
  constraint component_attached_by_fkey FOREIGN KEY (attached_by) REFERENCES person(id),
  constraint component_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id),
  constraint component_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint component_name_check CHECK ((name <> ''::text)),
  constraint component_ordinal_check CHECK ((ordinal >= 1))
);

create table content_ticket (
  digest text not null,
  component_id text,
  person_id text not null,
  expires_at timestamp(3) with time zone not null,
  name text not null,
  sha256 text not null,
  constraint content_ticket_pkey PRIMARY KEY (digest),
  constraint content_ticket_component_id_fkey FOREIGN KEY (component_id) REFERENCES component(id),
  constraint content_ticket_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint content_ticket_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256)
);

create table favourite (
  person_id text not null,
  item_id text not null,
  folder text not null default ''::text,
  added_at timestamp(3) with time zone not null,
  constraint favourite_pkey PRIMARY KEY (person_id, item_id),
  constraint favourite_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE,
  constraint favourite_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table filing_fault (
  item_id text not null,
  code text not null,
  zh text not null,
  en text not null,
  constraint filing_fault_pkey PRIMARY KEY (item_id, code),
  constraint filing_fault_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE
);

create table filing_scope (
  id text not null,
  unit_id text,
  ordinal integer not null,
  matter text not null,
  keywords text not null default ''::text,
  kind text not null,
  retention text not null,
  form text not null,
  due text not null default ''::text,
  basis text not null default ''::text,
  constraint filing_scope_place_once UNIQUE NULLS NOT DISTINCT (unit_id, ordinal),
  constraint filing_scope_pkey PRIMARY KEY (id),
  constraint filing_scope_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint filing_scope_form_check CHECK ((form = ANY (ARRAY['original'::text, 'copy'::text, 'either'::text]))),
  constraint filing_scope_matter_check CHECK ((matter <> ''::text)),
  constraint filing_scope_ordinal_check CHECK ((ordinal >= 1)),
  constraint filing_scope_retention_check CHECK ((retention ~ '^(Y|D[1-9][0-9]{0,2})$'::text))
);

create table fixity_finding (
  run_id text not null,
  thing text not null,
  fault text not null,
  path text not null,
  found_at timestamp(3) with time zone not null,
  open boolean not null default true,
  constraint fixity_finding_pkey PRIMARY KEY (run_id, thing, fault, path),
  constraint fixity_finding_run_id_fkey FOREIGN KEY (run_id) REFERENCES fixity_run(id),
  constraint fixity_finding_fault_check CHECK ((fault = ANY (ARRAY['object-missing'::text, 'file-missing'::text, 'file-changed'::text, 'unreadable'::text, 'inventory'::text])))
);

create table fixity_run (
  id text not null,
  job_id text not null,
  whole boolean not null,
  state text not null default 'running'::text,
  started_by text,
  started_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  planned integer,
  cursor text not null,
  objects integer not null default 0,
  files bigint not null default 0,
  bytes bigint not null default 0,
  damaged integer not null default 0,
  constraint fixity_run_pkey PRIMARY KEY (id),
  constraint fixity_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id),
  constraint fixity_run_ended_whole CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint fixity_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'cancelled'::text, 'absent'::text])))
);

create table fonds (
  id text not null,
  code text not null,
  name text not null,
  code_templates jsonb not null default '{}'::jsonb,
  timezone text not null default 'Asia/Shanghai'::text,
  created_at timestamp(3) with time zone not null default now(),
  closed_at timestamp(3) with time zone,
  kinds text[],
  constraint fonds_code_once UNIQUE (code),
  constraint fonds_pkey PRIMARY KEY (id),
  constraint fonds_code_check CHECK ((code ~ '^[A-Z0-9]{1,8}$'::text)),
  constraint fonds_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint fonds_name_check CHECK ((name <> ''::text))
);

create table idempotency (
  owner text not null,
  key text not null,
  operation text not null,
  request_digest text not null,
  answer jsonb,
  at timestamp(3) with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (owner, key)
);

create table import (
  id text not null,
  name text not null,
  upload_id text not null,
  sha256 text not null,
  state text not null default 'reading'::text,
  sheets json,
  plan json,
  found json,
  failure json,
  job_id text,
  cancel_requested boolean not null default false,
  items integer,
  opened_by text not null,
  opened_at timestamp(3) with time zone not null,
  imported_at timestamp(3) with time zone,
  withdrawn_at timestamp(3) with time zone,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint import_done_whole CHECK (((state = ANY (ARRAY['imported'::text, 'withdrawn'::text])) = (imported_at IS NOT NULL))),
  constraint import_name_check CHECK ((name <> ''::text)),
  constraint import_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint import_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'unreadable'::text, 'read'::text, 'checking'::text, 'faulty'::text, 'checked'::text, 'importing'::text, 'imported'::text, 'withdrawn'::text]))),
  constraint import_withdrawn_whole CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
);

create table import_issue (
  import_id text not null,
  ordinal integer not null,
  row integer not null,
  column_at integer,
  fault boolean not null,
  zh text not null,
  en text not null,
  constraint import_issue_pkey PRIMARY KEY (import_id, ordinal),
  constraint import_issue_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE
);

create table import_mapping (
  id text not null,
  name text not null,
  kind text not null,
  signature text not null,
  columns json not null,
  constants json not null,
  saved_by text not null,
  saved_at timestamp(3) with time zone not null,
  constraint import_mapping_name_once UNIQUE (name),
  constraint import_mapping_pkey PRIMARY KEY (id),
  constraint import_mapping_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id),
  constraint import_mapping_name_check CHECK ((name <> ''::text))
);

create table import_marked (
  import_id text not null,
  book bytea not null,
  made_at timestamp(3) with time zone not null default now(),
  constraint import_marked_pkey PRIMARY KEY (import_id),
  constraint import_marked_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id) ON DELETE CASCADE
);

create table item (
  id text not null,
  fonds_id text not null,
  series_id text not null,
  kind text not null,
  kind_version integer not null,
  year smallint not null,
  retention text not null,
  unit_id text,
  secrecy smallint not null,
  state text not null default 'draft'::text,
  code text,
  code_scope text,
  serial integer,
  title text not null,
  self_made_title boolean not null default false,
  document_no text not null default ''::text,
  creator text not null default ''::text,
  dated_on date,
  pages integer,
  copies integer not null default 1,
  openness text not null default 'unreviewed'::text,
  note text not null default ''::text,
  fields jsonb not null default '{}'::jsonb,
  revision integer not null default 1,
  registered_by text not null,
  registered_at timestamp(3) with time zone not null,
  filed_by text,
  filed_at timestamp(3) with time zone,
  stored_revision integer,
  volume_id text,
  volume_ordinal integer,
  page_from integer,
  page_to integer,
  box_id text,
  batch_id text,
  constraint item_code_once UNIQUE (fonds_id, code),
  constraint item_number_once UNIQUE (fonds_id, code_scope, serial),
  constraint item_volume_order_once UNIQUE (volume_id, volume_ordinal) DEFERRABLE INITIALLY DEFERRED,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_box_id_series_id_fkey FOREIGN KEY (box_id, series_id) REFERENCES box(id, series_id),
  constraint item_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES person(id),
  constraint item_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint item_kind_kind_version_fkey FOREIGN KEY (kind, kind_version) REFERENCES kind_version(code, version),
  constraint item_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES person(id),
  constraint item_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint item_volume_id_series_id_fkey FOREIGN KEY (volume_id, series_id) REFERENCES volume(id, series_id),
  constraint item_boxed_once CHECK (((volume_id IS NULL) OR (box_id IS NULL))),
  constraint item_copies_check CHECK ((copies >= 1)),
  constraint item_filed_whole CHECK ((((state = 'filed'::text) = (filed_at IS NOT NULL)) AND ((state = 'filed'::text) = (filed_by IS NOT NULL)))),
  constraint item_in_volume_whole CHECK (((volume_id IS NULL) = (volume_ordinal IS NULL))),
  constraint item_numbered_whole CHECK ((((code IS NULL) = (state = 'draft'::text)) AND ((code IS NULL) = (serial IS NULL)) AND ((code IS NULL) = (code_scope IS NULL)))),
  constraint item_page_from_check CHECK ((page_from >= 1)),
  constraint item_pages_check CHECK ((pages >= 0)),
  constraint item_pages_run CHECK ((page_to >= page_from)),
  constraint item_secrecy_check CHECK ((secrecy = ANY (ARRAY[0, 10, 20, 30]))),
  constraint item_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'numbered'::text, 'filed'::text]))),
  constraint item_title_check CHECK ((title <> ''::text)),
  constraint item_volume_ordinal_check CHECK ((volume_ordinal >= 1))
);

create table item_search (
  item_id text not null,
  grams tsvector not null,
  folded text not null,
  ordinal bigint not null,
  places text[] not null,
  described jsonb not null default '{}'::jsonb,
  stale boolean not null default false,
  constraint item_search_pkey PRIMARY KEY (item_id),
  constraint item_search_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE
);

create table job_progress (
  id text not null,
  label text not null,
  label_en text not null,
  started_by text,
  done integer not null default 0,
  total integer not null default 0,
  state text not null default 'waiting'::text,
  cancel_requested boolean not null default false,
  failure text,
  started_at timestamp(3) with time zone not null default now(),
  changed_at timestamp(3) with time zone not null default now(),
  constraint job_progress_pkey PRIMARY KEY (id),
  constraint job_progress_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'finished'::text, 'failed'::text, 'cancelled'::text])))
);

create table kind_version (
  code text not null,
  version integer not null,
  definition json not null,
  since timestamp(3) with time zone not null default now(),
  customised boolean not null default false,
  constraint kind_version_pkey PRIMARY KEY (code, version)
);

create table location (
  id text not null,
  parent_id text,
  room_id text not null,
  level text not null,
  ordinal smallint not null,
  side text not null default ''::text,
  code text not null,
  name text not null default ''::text,
  sort_key text not null,
  capacity_mm integer,
  used_mm integer not null default 0,
  active boolean not null default true,
  constraint location_code_once UNIQUE (code),
  constraint location_order_once UNIQUE (sort_key),
  constraint location_pkey PRIMARY KEY (id),
  constraint location_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES location(id),
  constraint location_room_id_fkey FOREIGN KEY (room_id) REFERENCES location(id),
  constraint location_capacity_mm_check CHECK ((capacity_mm >= 1)),
  constraint location_closed_empty CHECK ((active OR (used_mm = 0))),
  constraint location_holds CHECK (((used_mm >= 0) AND (used_mm <= COALESCE(capacity_mm, 0)))),
  constraint location_level_check CHECK ((level = ANY (ARRAY['room'::text, 'row'::text, 'bay'::text, 'shelf'::text, 'slot'::text]))),
  constraint location_measured CHECK (((level = 'slot'::text) = (capacity_mm IS NOT NULL))),
  constraint location_ordinal_check CHECK ((ordinal >= 1)),
  constraint location_side_check CHECK ((side = ANY (ARRAY[''::text, 'A'::text, 'B'::text]))),
  constraint location_tree CHECK ((((level = 'room'::text) = (parent_id IS NULL)) AND ((level = 'room'::text) = (room_id = id))))
);

create table medium (
  id text not null,
  fonds_id text not null,
  number integer not null,
  kind text not null,
  capacity text not null,
  content text not null,
  place text not null default ''::text,
  made_on date not null,
  check_due_on date,
  rewrite_due_on date,
  state text not null default 'sound'::text,
  registered_by text not null,
  registered_at timestamp(3) with time zone not null,
  due_on date default LEAST(check_due_on, rewrite_due_on),
  constraint medium_number_once UNIQUE (fonds_id, number),
  constraint medium_pkey PRIMARY KEY (id),
  constraint medium_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint medium_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES person(id),
  constraint medium_content_check CHECK ((content <> ''::text)),
  constraint medium_due_whole CHECK ((((state = 'replaced'::text) = (check_due_on IS NULL)) AND ((state <> 'replaced'::text) OR (rewrite_due_on IS NULL)))),
  constraint medium_kind_check CHECK ((kind = ANY (ARRAY['optical'::text, 'disk'::text, 'tape'::text, 'usb'::text]))),
  constraint medium_number_check CHECK ((number >= 1)),
  constraint medium_state_check CHECK ((state = ANY (ARRAY['sound'::text, 'faulty'::text, 'replaced'::text])))
);

create table medium_check (
  id text not null,
  medium_id text not null,
  checked_on date not null,
  result text not null,
  note text not null default ''::text,
  recorded_by text not null,
  recorded_at timestamp(3) with time zone not null,
  constraint medium_check_pkey PRIMARY KEY (id),
  constraint medium_check_medium_id_fkey FOREIGN KEY (medium_id) REFERENCES medium(id),
  constraint medium_check_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint medium_check_result_check CHECK ((result = ANY (ARRAY['sound'::text, 'rewritten'::text, 'faulty'::text, 'replaced'::text])))
);

create table migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table person (
  id text not null,
  login text,
  name text not null,
  initials text not null default ''::text,
  clearance smallint not null default 0,
  duty_group text,
  password_hash text,
  password_set_at timestamp(3) with time zone,
  must_change_password boolean not null default false,
  language text not null default 'zh'::text,
  disabled_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint person_duty_group UNIQUE (id, duty_group),
  constraint person_login_once UNIQUE (login),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_clearance_check CHECK ((clearance = ANY (ARRAY[0, 10, 20, 30]))),
  constraint person_duty_group_check CHECK ((duty_group = ANY (ARRAY['admin'::text, 'audit'::text, 'business'::text, 'mixed'::text]))),
  constraint person_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint person_login_form CHECK ((login ~ '^[a-z0-9][a-z0-9._-]{1,31}$'::text)),
  constraint person_name_check CHECK ((name <> ''::text))
);

create table placement (
  id text not null,
  box_id text,
  volume_id text,
  item_id text,
  thing_id text not null default COALESCE(box_id, volume_id, item_id),
  location_id text not null,
  position integer not null,
  thickness_mm smallint not null,
  series_id text not null,
  number integer not null default 0,
  placed_by text not null,
  placed_at timestamp(3) with time zone not null,
  reason text not null default ''::text,
  ended_by text,
  ended_at timestamp(3) with time zone,
  end_reason text not null default ''::text,
  constraint placement_pkey PRIMARY KEY (id),
  constraint placement_box_id_fkey FOREIGN KEY (box_id) REFERENCES box(id),
  constraint placement_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint placement_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id),
  constraint placement_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint placement_placed_by_fkey FOREIGN KEY (placed_by) REFERENCES person(id),
  constraint placement_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint placement_volume_id_fkey FOREIGN KEY (volume_id) REFERENCES volume(id),
  constraint placement_ended_whole CHECK (((ended_at IS NULL) = (ended_by IS NULL))),
  constraint placement_of_one_thing CHECK ((num_nonnulls(box_id, volume_id, item_id) = 1)),
  constraint placement_position_check CHECK (("position" >= 1)),
  constraint placement_thickness_mm_check CHECK (((thickness_mm >= 1) AND (thickness_mm <= 5000)))
);

create table post (
  id text not null,
  person_id text not null,
  duty_group text not null,
  unit_id text not null,
  role text not null,
  granted_by text,
  granted_at timestamp(3) with time zone not null default now(),
  revoked_at timestamp(3) with time zone,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id),
  constraint post_of_one_group FOREIGN KEY (person_id, duty_group) REFERENCES person(id, duty_group) ON UPDATE CASCADE,
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint post_role_group CHECK (((revoked_at IS NOT NULL) OR
CASE
    WHEN (role = 'auditor'::text) THEN (duty_group = 'audit'::text)
    WHEN (role = ANY (ARRAY['system-administrator'::text, 'security-officer'::text])) THEN (duty_group = ANY (ARRAY['admin'::text, 'mixed'::text]))
    ELSE (duty_group = ANY (ARRAY['business'::text, 'mixed'::text]))
END))
);

create table print_file (
  run_id text not null,
  ordinal integer not null,
  name text not null,
  mime text not null,
  body bytea,
  refused jsonb not null default '[]'::jsonb,
  constraint print_file_pkey PRIMARY KEY (run_id, ordinal),
  constraint print_file_run_id_fkey FOREIGN KEY (run_id) REFERENCES print_run(id) ON DELETE CASCADE,
  constraint print_file_ordinal_check CHECK ((ordinal >= 1))
);

create table print_run (
  id text not null,
  form text not null,
  thing text not null,
  ids text[] not null,
  options jsonb not null,
  job_id text not null,
  ordered_by text not null,
  ordered_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  constraint print_run_pkey PRIMARY KEY (id),
  constraint print_run_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES person(id),
  constraint print_run_ids_check CHECK ((cardinality(ids) > 0))
);

create table quality_fault (
  run_id text not null,
  item_id text not null,
  code text not null,
  zh text not null,
  en text not null,
  constraint quality_fault_pkey PRIMARY KEY (run_id, item_id, code),
  constraint quality_fault_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE CASCADE,
  constraint quality_fault_run_id_fkey FOREIGN KEY (run_id) REFERENCES quality_run(id) ON DELETE CASCADE
);

create table quality_run (
  id text not null,
  fonds_id text not null,
  series_id text,
  state text not null default 'running'::text,
  job_id text not null,
  items integer not null default 0,
  files integer not null default 0,
  bytes bigint not null default 0,
  results jsonb not null default '[]'::jsonb,
  started_by text not null,
  started_at timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  constraint quality_run_pkey PRIMARY KEY (id),
  constraint quality_run_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint quality_run_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint quality_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id),
  constraint quality_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'failed'::text])))
);

create table rate_limit (
  key text not null,
  window_start timestamp(3) with time zone not null,
  count integer not null,
  constraint rate_limit_pkey PRIMARY KEY (key, window_start)
);

create table recognition (
  sha256 text not null,
  state text not null default 'waiting'::text,
  pages integer not null,
  done integer not null default 0,
  failed integer not null default 0,
  asked_at timestamp(3) with time zone not null,
  ended_at timestamp(3) with time zone,
  constraint recognition_pkey PRIMARY KEY (sha256),
  constraint recognition_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256) ON DELETE CASCADE,
  constraint recognition_counts CHECK (((done + failed) <= pages)),
  constraint recognition_ended_whole CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  constraint recognition_pages_check CHECK ((pages >= 1)),
  constraint recognition_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'cancelled'::text])))
);

create table register_counter (
  fonds_id text not null,
  book text not null,
  year smallint not null,
  last integer not null,
  constraint register_counter_pkey PRIMARY KEY (fonds_id, book, year),
  constraint register_counter_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint register_counter_last_check CHECK ((last >= 1))
);

create table register_forward (
  id text not null,
  line_id text not null,
  unit_id text,
  person_id text,
  asks text not null default ''::text,
  due_on date,
  forwarded_by text not null,
  forwarded_at timestamp(3) with time zone not null,
  read_by text,
  read_at timestamp(3) with time zone,
  handled_by text,
  handled_at timestamp(3) with time zone,
  note text not null default ''::text,
  constraint register_forward_once UNIQUE NULLS NOT DISTINCT (line_id, unit_id, person_id),
  constraint register_forward_pkey PRIMARY KEY (id),
  constraint register_forward_forwarded_by_fkey FOREIGN KEY (forwarded_by) REFERENCES person(id),
  constraint register_forward_handled_by_fkey FOREIGN KEY (handled_by) REFERENCES person(id),
  constraint register_forward_line_id_fkey FOREIGN KEY (line_id) REFERENCES register_line(id),
  constraint register_forward_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint register_forward_read_by_fkey FOREIGN KEY (read_by) REFERENCES person(id),
  constraint register_forward_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint register_forward_handled_whole CHECK ((((handled_by IS NULL) = (handled_at IS NULL)) AND ((handled_at IS NULL) OR (read_at IS NOT NULL)))),
  constraint register_forward_read_whole CHECK (((read_by IS NULL) = (read_at IS NULL))),
  constraint register_forward_to_one CHECK (((unit_id IS NULL) <> (person_id IS NULL)))
);

create table register_line (
  id text not null,
  fonds_id text not null,
  direction text not null,
  year smallint not null,
  serial integer not null,
  state text not null default 'registered'::text,
  kind text not null,
  registered_on date not null,
  counterpart text not null,
  document_no text not null default ''::text,
  title text not null,
  dated_on date,
  secrecy smallint not null,
  urgency text not null,
  copies integer not null,
  pages integer,
  attachments integer not null,
  attachment_names text not null default ''::text,
  unit_id text,
  unit_serial integer,
  responsible text not null default ''::text,
  outcome text not null default ''::text,
  note text not null default ''::text,
  void_reason text not null default ''::text,
  item_id text,
  revision integer not null default 1,
  registered_by text not null,
  registered_at timestamp(3) with time zone not null,
  grams tsvector not null,
  constraint register_number_once UNIQUE (fonds_id, direction, year, serial),
  constraint register_unit_number_once UNIQUE (fonds_id, unit_id, year, unit_serial),
  constraint register_line_pkey PRIMARY KEY (id),
  constraint register_line_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint register_line_item_id_fkey FOREIGN KEY (item_id) REFERENCES item(id) ON DELETE SET NULL,
  constraint register_line_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES person(id),
  constraint register_line_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint register_line_attachments_check CHECK ((attachments >= 0)),
  constraint register_line_copies_check CHECK ((copies >= 1)),
  constraint register_line_counterpart_check CHECK ((counterpart <> ''::text)),
  constraint register_line_direction_check CHECK ((direction = ANY (ARRAY['received'::text, 'sent'::text]))),
  constraint register_line_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'contract'::text]))),
  constraint register_line_pages_check CHECK ((pages >= 0)),
  constraint register_line_secrecy_check CHECK ((secrecy = ANY (ARRAY[0, 10, 20, 30]))),
  constraint register_line_serial_check CHECK ((serial >= 1)),
  constraint register_line_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'circulating'::text, 'done'::text, 'voided'::text]))),
  constraint register_line_title_check CHECK ((title <> ''::text)),
  constraint register_line_unit_serial_check CHECK ((unit_serial >= 1)),
  constraint register_line_urgency_check CHECK ((urgency = ANY (ARRAY['ordinary'::text, 'urgent'::text, 'flash'::text]))),
  constraint register_line_year_check CHECK (((year >= 1900) AND (year <= 2200))),
  constraint register_unit_numbered CHECK (((unit_id IS NULL) = (unit_serial IS NULL))),
  constraint register_voided_alone CHECK (((state <> 'voided'::text) OR (item_id IS NULL))),
  constraint register_voided_whole CHECK (((state = 'voided'::text) = (void_reason <> ''::text))),
  constraint register_year_of_day CHECK ((EXTRACT(year FROM registered_on) = (year)::numeric))
);

create table register_link (
  from_id text not null,
  to_id text not null,
  kind text not null,
  linked_by text not null,
  linked_at timestamp(3) with time zone not null,
  constraint register_link_pkey PRIMARY KEY (from_id, to_id),
  constraint register_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES register_line(id),
  constraint register_link_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES person(id),
  constraint register_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES register_line(id),
  constraint register_link_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'version'::text, 'annex'::text, 'passed-on'::text]))),
  constraint register_link_of_two CHECK ((from_id <> to_id))
);

create table room_climate (
  location_id text not null,
  carrier text not null,
  set_by text not null,
  set_at timestamp(3) with time zone not null,
  constraint room_climate_pkey PRIMARY KEY (location_id),
  constraint room_climate_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint room_climate_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id)
);

create table saved_search (
  id text not null,
  person_id text not null,
  name text not null,
  asked jsonb not null,
  created_at timestamp(3) with time zone not null,
  constraint saved_search_name_once UNIQUE (person_id, name),
  constraint saved_search_pkey PRIMARY KEY (id),
  constraint saved_search_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint saved_search_name_check CHECK ((name <> ''::text))
);

create table series (
  id text not null,
  fonds_id text not null,
  kind text not null,
  year smallint not null,
  retention text not null,
  unit_id text,
  constraint series_of_fonds UNIQUE (id, fonds_id),
  constraint series_once UNIQUE NULLS NOT DISTINCT (fonds_id, kind, year, retention, unit_id),
  constraint series_pkey PRIMARY KEY (id),
  constraint series_fonds_id_fkey FOREIGN KEY (fonds_id) REFERENCES fonds(id),
  constraint series_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint series_retention_check CHECK ((retention ~ '^(Y|D[1-9][0-9]{0,2})$'::text)),
  constraint series_year_check CHECK (((year >= 1900) AND (year <= 2200)))
);

create table series_tally (
  series_id text not null,
  secrecy smallint not null,
  state text not null,
  count bigint not null,
  pages bigint not null,
  constraint series_tally_pkey PRIMARY KEY (series_id, secrecy, state),
  constraint series_tally_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id),
  constraint series_tally_count_check CHECK ((count >= 0))
);

create table session (
  id text not null,
  person_id text not null,
  secret_digest text not null,
  created_at timestamp(3) with time zone not null,
  seen_at timestamp(3) with time zone not null,
  expires_at timestamp(3) with time zone not null,
  address text not null,
  agent text not null,
  constraint session_secret_digest_key UNIQUE (secret_digest),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table setting (
  key text not null,
  value jsonb not null,
  constraint setting_pkey PRIMARY KEY (key)
);

create table sign_in_failure (
  key text not null,
  count integer not null,
  blocked_until timestamp(3) with time zone not null,
  last_at timestamp(3) with time zone not null,
  constraint sign_in_failure_pkey PRIMARY KEY (key)
);

create table stocktake (
  id text not null,
  location_id text not null,
  note text not null default ''::text,
  started_by text not null,
  started_at timestamp(3) with time zone not null,
  closed_by text,
  closed_at timestamp(3) with time zone,
  constraint stocktake_pkey PRIMARY KEY (id),
  constraint stocktake_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint stocktake_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint stocktake_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id),
  constraint stocktake_closed_whole CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);

create table stocktake_entry (
  stocktake_id text not null,
  thing text not null,
  known boolean not null default true,
  code text not null,
  expected_id text,
  found_id text,
  found_by text,
  found_at timestamp(3) with time zone,
  walk_key text not null,
  explanation text not null default ''::text,
  explained_by text,
  explained_at timestamp(3) with time zone,
  outcome text not null default 
CASE
    WHEN (NOT known) THEN 'unknown'::text
    WHEN (found_id IS NULL) THEN 'missing'::text
    WHEN (found_id = expected_id) THEN 'found'::text
    ELSE 'misplaced'::text
END,
  constraint stocktake_entry_pkey PRIMARY KEY (stocktake_id, thing),
  constraint stocktake_entry_expected_id_fkey FOREIGN KEY (expected_id) REFERENCES location(id),
  constraint stocktake_entry_explained_by_fkey FOREIGN KEY (explained_by) REFERENCES person(id),
  constraint stocktake_entry_found_by_fkey FOREIGN KEY (found_by) REFERENCES person(id),
  constraint stocktake_entry_found_id_fkey FOREIGN KEY (found_id) REFERENCES location(id),
  constraint stocktake_entry_stocktake_id_fkey FOREIGN KEY (stocktake_id) REFERENCES stocktake(id),
  constraint stocktake_entry_found_whole CHECK ((((found_id IS NULL) = (found_by IS NULL)) AND ((found_id IS NULL) = (found_at IS NULL)))),
  constraint stocktake_entry_of_something CHECK (((expected_id IS NOT NULL) OR (found_id IS NOT NULL)))
);

create table store_visit (
  id text not null,
  location_id text not null,
  name text not null,
  organisation text not null default ''::text,
  purpose text not null,
  companion text not null default ''::text,
  entered_at timestamp(3) with time zone not null,
  left_at timestamp(3) with time zone,
  recorded_by text not null,
  constraint store_visit_pkey PRIMARY KEY (id),
  constraint store_visit_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
  constraint store_visit_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint store_visit_ends_after CHECK ((left_at >= entered_at)),
  constraint store_visit_name_check CHECK ((name <> ''::text)),
  constraint store_visit_purpose_check CHECK ((purpose <> ''::text))
);

create table unit (
  id text not null,
  parent_id text,
  name text not null,
  code text not null,
  created_at timestamp(3) with time zone not null default now(),
  closed_at timestamp(3) with time zone,
  constraint unit_code_once UNIQUE (code),
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_code_check CHECK ((code ~ '^[A-Z0-9]{1,8}$|^[\u4e00-\u9fff]{1,8}$'::text)),
  constraint unit_name_check CHECK ((name <> ''::text))
);

create table upload (
  id text not null,
  person_id text not null,
  name text not null,
  size bigint not null,
  sha256 text,
  created_at timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint upload_sha256_fkey FOREIGN KEY (sha256) REFERENCES blob(sha256),
  constraint upload_size_check CHECK ((size > 0))
);

create table volume (
  id text not null,
  fonds_id text not null,
  series_id text not null,
  state text not null default 'draft'::text,
  code text,
  code_scope text,
  serial integer,
  title text not null,
  self_made_title boolean not null default true,
  secrecy smallint not null,
  note text not null default ''::text,
  exception_reason text not null default ''::text,
  box_id text,
  bound_by text,
  bound_on date,
  checked_by text,
  checked_on date,
  revision integer not null default 1,
  created_by text not null,
  created_at timestamp(3) with time zone not null,
  filed_by text,
  filed_at timestamp(3) with time zone,
  stored_revision integer,
  constraint volume_code_once UNIQUE (fonds_id, code),
  constraint volume_number_once UNIQUE (fonds_id, code_scope, serial),
  constraint volume_of_series UNIQUE (id, series_id),
  constraint volume_pkey PRIMARY KEY (id),
  constraint volume_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES person(id),
  constraint volume_box_id_series_id_fkey FOREIGN KEY (box_id, series_id) REFERENCES box(id, series_id),
  constraint volume_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES person(id),
  constraint volume_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id),
  constraint volume_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES person(id),
  constraint volume_series_id_fonds_id_fkey FOREIGN KEY (series_id, fonds_id) REFERENCES series(id, fonds_id),
  constraint volume_filed_whole CHECK ((((state = 'filed'::text) = (filed_at IS NOT NULL)) AND ((state = 'filed'::text) = (filed_by IS NOT NULL)))),
  constraint volume_numbered_whole CHECK ((((code IS NULL) = (state = 'draft'::text)) AND ((code IS NULL) = (serial IS NULL)) AND ((code IS NULL) = (code_scope IS NULL)))),
  constraint volume_secrecy_check CHECK ((secrecy = ANY (ARRAY[0, 10, 20, 30]))),
  constraint volume_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'numbered'::text, 'filed'::text]))),
  constraint volume_title_check CHECK ((title <> ''::text))
);

CREATE INDEX api_token_person ON public.api_token USING btree (person_id);
CREATE INDEX attachment_blob ON public.attachment USING btree (sha256);
CREATE INDEX audit_event_actor ON public.audit_event USING btree (actor_id, seq);
CREATE INDEX audit_event_event ON public.audit_event USING btree (event, seq);
CREATE INDEX audit_event_subject ON public.audit_event USING btree (subject, seq);
CREATE INDEX blob_page_waiting ON public.blob_page USING btree (sha256, page) WHERE (state = 'waiting'::text);
CREATE INDEX blob_text_open ON public.blob USING btree (sha256) WHERE (text_state = ANY (ARRAY['pending'::text, 'scanned'::text, 'failed'::text]));
CREATE INDEX bond_follower ON public.bond USING btree (follower_id);
CREATE INDEX bond_leader ON public.bond USING btree (leader_id);
CREATE UNIQUE INDEX bond_once ON public.bond USING btree (LEAST(leader_id, follower_id), GREATEST(leader_id, follower_id));
CREATE INDEX box_unstored ON public.box USING btree (id) WHERE (stored_revision IS DISTINCT FROM revision);
CREATE INDEX climate_reading_open ON public.climate_reading USING btree (location_id, taken_at) WHERE ((exceeded <> '{}'::text[]) AND (measure = ''::text));
CREATE INDEX component_blob ON public.component USING btree (sha256);
CREATE INDEX content_ticket_expires ON public.content_ticket USING btree (expires_at);
CREATE INDEX favourite_item ON public.favourite USING btree (item_id);
CREATE INDEX fixity_finding_open ON public.fixity_finding USING btree (thing) WHERE open;
CREATE UNIQUE INDEX fixity_run_one_open ON public.fixity_run USING btree ((true)) WHERE (state = 'running'::text);
CREATE INDEX idempotency_at ON public.idempotency USING btree (at);
CREATE INDEX import_mapping_signature ON public.import_mapping USING btree (signature, saved_at DESC);
CREATE INDEX import_opened ON public.import USING btree (opened_by, id DESC);
CREATE INDEX item_batch ON public.item USING btree (batch_id, id) WHERE (batch_id IS NOT NULL);
CREATE INDEX item_box ON public.item USING btree (box_id, serial) WHERE (box_id IS NOT NULL);
CREATE INDEX item_code ON public.item USING btree (code text_pattern_ops);
CREATE INDEX item_dated ON public.item USING btree (dated_on);
CREATE INDEX item_document_no ON public.item USING btree (fonds_id, document_no) WHERE (document_no <> ''::text);
CREATE INDEX item_expiring ON public.item USING btree (((fields ->> 'expiresOn'::text)), id) WHERE (fields ? 'expiresOn'::text);
CREATE INDEX item_search_grams ON public.item_search USING gin (grams, places);
CREATE INDEX item_search_ordinal ON public.item_search USING btree (ordinal, item_id);
CREATE INDEX item_search_stale ON public.item_search USING btree (item_id) WHERE stale;
CREATE INDEX item_series ON public.item USING btree (series_id, id DESC);
CREATE INDEX item_series_serial ON public.item USING btree (series_id, serial DESC);
CREATE INDEX item_unbound ON public.item USING btree (series_id, id) WHERE ((volume_id IS NULL) AND (box_id IS NULL));
CREATE INDEX item_unfiled ON public.item USING btree (state, id DESC) WHERE (state <> 'filed'::text);
CREATE INDEX item_unit ON public.item USING btree (unit_id, id DESC);
CREATE INDEX item_unstored ON public.item USING btree (id) WHERE ((state = 'filed'::text) AND (stored_revision IS DISTINCT FROM revision));
CREATE INDEX item_year ON public.item USING btree (year, id DESC);
CREATE INDEX location_free ON public.location USING btree (sort_key) WHERE ((level = 'slot'::text) AND active AND (used_mm < capacity_mm));
CREATE INDEX location_parent ON public.location USING btree (parent_id, sort_key);
CREATE INDEX medium_check_of ON public.medium_check USING btree (medium_id, checked_on DESC, id DESC);
CREATE INDEX medium_due ON public.medium USING btree (due_on, id) WHERE (due_on IS NOT NULL);
CREATE INDEX placement_class ON public.placement USING btree (series_id, number DESC) WHERE (ended_at IS NULL);
CREATE INDEX placement_ended ON public.placement USING btree (ended_at DESC, id DESC) WHERE (ended_at IS NOT NULL);
CREATE UNIQUE INDEX placement_one_place ON public.placement USING btree (thing_id) WHERE (ended_at IS NULL);
CREATE INDEX placement_placed ON public.placement USING btree (placed_at, id);
CREATE UNIQUE INDEX placement_position_once ON public.placement USING btree (location_id, "position") WHERE (ended_at IS NULL);
CREATE INDEX placement_thing ON public.placement USING btree (thing_id, id DESC);
CREATE UNIQUE INDEX post_once ON public.post USING btree (person_id, unit_id, role) WHERE (revoked_at IS NULL);
CREATE INDEX post_person ON public.post USING btree (person_id) WHERE (revoked_at IS NULL);
CREATE INDEX print_run_by ON public.print_run USING btree (ordered_by, id DESC);
CREATE INDEX print_run_expires ON public.print_run USING btree (expires_at);
CREATE INDEX quality_run_series ON public.quality_run USING btree (series_id, id DESC);
CREATE INDEX rate_limit_window ON public.rate_limit USING btree (window_start);
CREATE INDEX register_forward_person ON public.register_forward USING btree (person_id, id) WHERE (handled_at IS NULL);
CREATE INDEX register_forward_unit ON public.register_forward USING btree (unit_id, id) WHERE (handled_at IS NULL);
CREATE INDEX register_line_circulating ON public.register_line USING btree (fonds_id, id) WHERE ((state = 'circulating'::text) AND (item_id IS NULL));
CREATE INDEX register_line_document_no ON public.register_line USING btree (fonds_id, document_no) WHERE (document_no <> ''::text);
CREATE INDEX register_line_grams ON public.register_line USING gin (grams);
CREATE INDEX register_line_item ON public.register_line USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX register_line_state ON public.register_line USING btree (fonds_id, direction, state, serial);
CREATE UNIQUE INDEX register_link_once ON public.register_link USING btree (LEAST(from_id, to_id), GREATEST(from_id, to_id));
CREATE INDEX register_link_to ON public.register_link USING btree (to_id);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE INDEX stocktake_entry_walk ON public.stocktake_entry USING btree (stocktake_id, walk_key, thing);
CREATE UNIQUE INDEX stocktake_one_open ON public.stocktake USING btree (location_id) WHERE (closed_at IS NULL);
CREATE INDEX store_visit_entered ON public.store_visit USING btree (entered_at, id);
CREATE INDEX upload_created ON public.upload USING btree (created_at);
CREATE INDEX upload_person ON public.upload USING btree (person_id, id);
CREATE INDEX volume_box ON public.volume USING btree (box_id) WHERE (box_id IS NOT NULL);
CREATE INDEX volume_serial ON public.volume USING btree (series_id, serial);
CREATE INDEX volume_series ON public.volume USING btree (series_id, id DESC);
CREATE INDEX volume_unstored ON public.volume USING btree (id) WHERE ((state = 'filed'::text) AND (stored_revision IS DISTINCT FROM revision));

CREATE OR REPLACE FUNCTION public.audit_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege', constraint = 'audit_append_only';
end $function$
;

CREATE OR REPLACE FUNCTION public.box_measure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update placement set thickness_mm = new.thickness_mm where box_id = new.id and ended_at is null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.climate_keep_reading()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.measure <> ''
     or (new.id, new.location_id, new.taken_at, new.temperature_tenths, new.humidity_tenths, new.exceeded, new.recorded_by)
     is distinct from (old.id, old.location_id, old.taken_at, old.temperature_tenths, old.humidity_tenths, old.exceeded, old.recorded_by) then
    raise exception 'a reading stays as it was noted' using errcode = 'check_violation', constraint = 'climate_reading_stays';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.component_keep_filed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from item where id = case tg_op when 'INSERT' then new.item_id else old.item_id end and state = 'filed') then
    raise exception 'the files of a filed item never change' using errcode = 'check_violation', constraint = 'component_filed_for_ever';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;

CREATE OR REPLACE FUNCTION public.item_keep_bound()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'filed' and (new.volume_id, new.volume_ordinal, new.page_from, new.page_to)
     is distinct from (old.volume_id, old.volume_ordinal, old.page_from, old.page_to) then
    raise exception 'a filed item stays in its volume' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.item_keep_filed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'filed' then
    if tg_op = 'DELETE' then
      raise exception 'a filed item is never deleted' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
    end if;
    if (new.state, new.code, new.serial, new.code_scope, new.fonds_id, new.series_id, new.kind, new.filed_at, new.filed_by)
       is distinct from (old.state, old.code, old.serial, old.code_scope, old.fonds_id, old.series_id, old.kind, old.filed_at, old.filed_by) then
      raise exception 'a filed item keeps its code and place' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;

CREATE OR REPLACE FUNCTION public.item_places(fonds text, kind text, year smallint, retention text, unit text, ordinal bigint)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  -- Stretches of 4,096 items in the order of their coming; the first letter tells what a place is.
  select array_remove(array['f' || fonds, 'k' || kind, 'y' || year, 'r' || retention, 'u' || unit, 's' || ordinal / 4096], null)
$function$
;

CREATE OR REPLACE FUNCTION public.item_search_move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update item_search set places = item_places(new.fonds_id, new.kind, new.year, new.retention, new.unit_id, ordinal) where item_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.item_search_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.ordinal := coalesce((select ordinal from item_search order by ordinal desc limit 1), 0) + 1;
  new.places := (select item_places(fonds_id, kind, year, retention, unit_id, new.ordinal) from item where id = new.item_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.medium_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'it stays as it was noted' using errcode = 'check_violation', constraint = 'medium_stays';
end $function$
;

CREATE OR REPLACE FUNCTION public.placement_keep_history()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
     or (new.id, coalesce(new.box_id, new.volume_id, new.item_id), new.location_id, new.position, new.placed_by, new.placed_at, new.reason)
     is distinct from (old.id, coalesce(old.box_id, old.volume_id, old.item_id), old.location_id, old.position, old.placed_by, old.placed_at, old.reason) then
    raise exception 'the history of places stays' using errcode = 'check_violation', constraint = 'placement_history_stays';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.placement_loose_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from placement where thing_id = new.id and ended_at is null) then
    raise exception 'it stands in a place of its own' using errcode = 'check_violation', constraint = 'placement_loose_only';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.placement_measure()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  before integer := case when tg_op = 'UPDATE' and old.ended_at is null then old.thickness_mm else 0 end;
  after integer := case when new.ended_at is null then new.thickness_mm else 0 end;
begin
  if before <> after then
    update location set used_mm = used_mm + after - before where id = new.location_id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.register_keep_line()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or (new.fonds_id, new.direction, new.year, new.serial) is distinct from (old.fonds_id, old.direction, old.year, old.serial)
     or (old.state = 'voided' and new.state <> 'voided') then
    raise exception 'a line of the register stays' using errcode = 'check_violation', constraint = 'register_line_for_ever';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.series_tally_add()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into series_tally as t (series_id, secrecy, state, count, pages)
    select series_id, secrecy, state, count(*), coalesce(sum(pages), 0) from added group by 1, 2, 3 order by 1, 2, 3
    on conflict (series_id, secrecy, state) do update set count = t.count + excluded.count, pages = t.pages + excluded.pages;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.series_tally_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into series_tally as t (series_id, secrecy, state, count, pages)
    select series_id, secrecy, state, sum(n), sum(p) from (
      select series_id, secrecy, state, 1 n, coalesce(pages, 0) p from added
      union all
      select series_id, secrecy, state, -1, -coalesce(pages, 0) from removed) d
    group by 1, 2, 3 having sum(n) >= 0 order by 1, 2, 3
    on conflict (series_id, secrecy, state) do update set count = t.count + excluded.count, pages = t.pages + excluded.pages;
  update series_tally t set count = t.count + d.n, pages = t.pages + d.p
    from (select series_id, secrecy, state, sum(n) n, sum(p) p from (
            select series_id, secrecy, state, 1 n, coalesce(pages, 0) p from added
            union all
            select series_id, secrecy, state, -1, -coalesce(pages, 0) from removed) x
          group by 1, 2, 3 having sum(n) < 0) d
    where (t.series_id, t.secrecy, t.state) = (d.series_id, d.secrecy, d.state);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.series_tally_take()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update series_tally t set count = t.count - r.n, pages = t.pages - r.p
    from (select series_id, secrecy, state, count(*) n, coalesce(sum(pages), 0) p from removed group by 1, 2, 3) r
    where (t.series_id, t.secrecy, t.state) = (r.series_id, r.secrecy, r.state);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.stocktake_entry_keep_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  entry stocktake_entry := case tg_op when 'DELETE' then old else new end;
begin
  if exists (select from stocktake where id = entry.stocktake_id and closed_at is not null) then
    raise exception 'a stock-take stays as it was closed' using errcode = 'check_violation', constraint = 'stocktake_closed_for_ever';
  end if;
  return entry;
end $function$
;

CREATE OR REPLACE FUNCTION public.stocktake_keep_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.closed_at is not null then
    raise exception 'a stock-take stays as it was closed' using errcode = 'check_violation', constraint = 'stocktake_closed_for_ever';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.store_visit_keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' or old.left_at is not null
     or (new.id, new.location_id, new.name, new.organisation, new.purpose, new.companion, new.entered_at, new.recorded_by)
     is distinct from (old.id, old.location_id, old.name, old.organisation, old.purpose, old.companion, old.entered_at, old.recorded_by) then
    raise exception 'a visit stays as it was noted' using errcode = 'check_violation', constraint = 'store_visit_stays';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.volume_keep_filed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'filed' then
    if tg_op = 'DELETE' or (new.state, new.code, new.serial, new.code_scope, new.fonds_id, new.series_id, new.filed_at, new.filed_by)
       is distinct from (old.state, old.code, old.serial, old.code_scope, old.fonds_id, old.series_id, old.filed_at, old.filed_by) then
      raise exception 'a filed volume keeps its code and place' using errcode = 'check_violation', constraint = 'volume_filed_for_ever';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$
;

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER box_measure AFTER UPDATE OF thickness_mm ON public.box FOR EACH ROW WHEN ((old.thickness_mm <> new.thickness_mm)) EXECUTE FUNCTION box_measure();
CREATE TRIGGER climate_reading_stays BEFORE DELETE OR UPDATE ON public.climate_reading FOR EACH ROW EXECUTE FUNCTION climate_keep_reading();
CREATE TRIGGER component_filed_for_ever BEFORE INSERT OR DELETE OR UPDATE ON public.component FOR EACH ROW EXECUTE FUNCTION component_keep_filed();
CREATE TRIGGER item_bound_for_ever BEFORE UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION item_keep_bound();
CREATE TRIGGER item_filed_for_ever BEFORE DELETE OR UPDATE ON public.item FOR EACH ROW EXECUTE FUNCTION item_keep_filed();
CREATE TRIGGER item_loose_only BEFORE UPDATE OF box_id, volume_id ON public.item FOR EACH ROW WHEN ((((new.box_id IS NOT NULL) AND (new.box_id IS DISTINCT FROM old.box_id)) OR ((new.volume_id IS NOT NULL) AND (new.volume_id IS DISTINCT FROM old.volume_id)))) EXECUTE FUNCTION placement_loose_only();
CREATE TRIGGER item_search_moved AFTER UPDATE OF fonds_id, kind, year, retention, unit_id ON public.item FOR EACH ROW WHEN ((((((new.fonds_id IS DISTINCT FROM old.fonds_id) OR (new.kind IS DISTINCT FROM old.kind)) OR (new.year IS DISTINCT FROM old.year)) OR (new.retention IS DISTINCT FROM old.retention)) OR (new.unit_id IS DISTINCT FROM old.unit_id))) EXECUTE FUNCTION item_search_move();
CREATE TRIGGER series_tally_delete AFTER DELETE ON public.item REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION series_tally_take();
CREATE TRIGGER series_tally_insert AFTER INSERT ON public.item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION series_tally_add();
CREATE TRIGGER series_tally_update AFTER UPDATE ON public.item REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION series_tally_change();
CREATE TRIGGER item_search_placed BEFORE INSERT ON public.item_search FOR EACH ROW EXECUTE FUNCTION item_search_place();
CREATE TRIGGER medium_number_stays BEFORE UPDATE OF fonds_id, number, kind, made_on ON public.medium FOR EACH ROW WHEN (((((old.fonds_id IS DISTINCT FROM new.fonds_id) OR (old.number IS DISTINCT FROM new.number)) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.made_on IS DISTINCT FROM new.made_on))) EXECUTE FUNCTION medium_stays();
CREATE TRIGGER medium_stays BEFORE DELETE ON public.medium FOR EACH ROW EXECUTE FUNCTION medium_stays();
CREATE TRIGGER medium_check_stays BEFORE DELETE OR UPDATE ON public.medium_check FOR EACH ROW EXECUTE FUNCTION medium_stays();
CREATE TRIGGER placement_history_stays BEFORE DELETE OR UPDATE ON public.placement FOR EACH ROW EXECUTE FUNCTION placement_keep_history();
CREATE TRIGGER placement_measure AFTER INSERT OR UPDATE ON public.placement FOR EACH ROW EXECUTE FUNCTION placement_measure();
CREATE TRIGGER register_line_for_ever BEFORE DELETE OR UPDATE ON public.register_line FOR EACH ROW EXECUTE FUNCTION register_keep_line();
CREATE TRIGGER stocktake_closed_for_ever BEFORE DELETE OR UPDATE ON public.stocktake FOR EACH ROW EXECUTE FUNCTION stocktake_keep_closed();
CREATE TRIGGER stocktake_entry_closed_for_ever BEFORE INSERT OR DELETE OR UPDATE ON public.stocktake_entry FOR EACH ROW EXECUTE FUNCTION stocktake_entry_keep_closed();
CREATE TRIGGER store_visit_stays BEFORE DELETE OR UPDATE ON public.store_visit FOR EACH ROW EXECUTE FUNCTION store_visit_keep();
CREATE TRIGGER volume_filed_for_ever BEFORE DELETE OR UPDATE ON public.volume FOR EACH ROW EXECUTE FUNCTION volume_keep_filed();
CREATE TRIGGER volume_loose_only BEFORE UPDATE OF box_id ON public.volume FOR EACH ROW WHEN (((new.box_id IS NOT NULL) AND (new.box_id IS DISTINCT FROM old.box_id))) EXECUTE FUNCTION placement_loose_only();

