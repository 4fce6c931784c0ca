// Made by `npm run generate` from the migrated database; never edited by hand.
import type { ColumnType } from 'kysely'

type Instant = ColumnType<string, Date | string, Date | string>
type Json = ColumnType<unknown, string, string>
type Written = ColumnType<string, string, string>
type Defaulted<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null

export interface Database {
  api_token: {
    id: string
    person_id: string
    name: string
    secret_digest: string
    permissions: Nullable<string[]>
    created_at: Instant
    expires_at: Instant
    used_at: Nullable<Instant>
    revoked_at: Nullable<Instant>
  }
  arrangement_plan: {
    fonds_id: string
    scope: string
    plan: string
    decided_by: string
    decided_at: Instant
  }
  attachment: {
    id: string
    subject: string
    ordinal: number
    name: string
    label: Defaulted<string>
    sha256: string
    attached_by: string
    attached_at: Instant
  }
  audit_event: {
    seq: number
    at: Instant
    actor_id: Nullable<string>
    actor_name: string
    address: string
    operation: string
    event: string
    subject: string
    data: Json
    request_id: string
    digest: string
  }
  audit_head: {
    single: Defaulted<boolean>
    seq: number
    digest: string
    sealed_seq: Defaulted<number>
  }
  blob: {
    sha256: string
    sha512: string
    size: number
    mime: string
    extension: Defaulted<string>
    staged_at: Defaulted<Instant>
    stored_object: Nullable<string>
    stored_path: Nullable<string>
    text: Nullable<string>
    pages: Nullable<number>
    text_state: Defaulted<string>
    text_failure: Nullable<string>
  }
  blob_page: {
    sha256: string
    page: number
    state: Defaulted<string>
    tries: Defaulted<number>
    text: Nullable<string>
    boxes: Nullable<Json>
    failure: Nullable<string>
  }
  bond: {
    id: string
    relation: string
    leader_id: string
    follower_id: string
    created_by: string
    created_at: Instant
  }
  box: {
    id: string
    fonds_id: string
    series_id: string
    number: number
    thickness_mm: number
    note: Defaulted<string>
    arranged_by: Nullable<string>
    arranged_on: Nullable<string>
    checked_by: Nullable<string>
    checked_on: Nullable<string>
    revision: Defaulted<number>
    created_by: string
    created_at: Instant
    stored_revision: Nullable<number>
  }
  climate_reading: {
    id: string
    location_id: string
    taken_at: Instant
    temperature_tenths: number
    humidity_tenths: number
    exceeded: Defaulted<string[]>
    measure: Defaulted<string>
    measured_by: Nullable<string>
    source: string
    recorded_by: string
    recorded_at: Instant
  }
  code_counter: {
    fonds_id: string
    scope: string
    last: number
  }
  component: {
    id: string
    item_id: string
    ordinal: number
    name: string
    sha256: string
    attached_by: string
    attached_at: Instant
  }
  content_ticket: {
    digest: string
    component_id: Nullable<string>
    person_id: string
    expires_at: Instant
    name: string
    sha256: string
  }
  favourite: {
    person_id: string
    item_id: string
    folder: Defaulted<string>
    added_at: Instant
  }
  filing_fault: {
    item_id: string
    code: string
    zh: string
    en: string
  }
  filing_scope: {
    id: string
    unit_id: Nullable<string>
    ordinal: number
    matter: string
    keywords: Defaulted<string>
    kind: string
    retention: string
    form: string
    due: Defaulted<string>
    basis: Defaulted<string>
  }
  fixity_finding: {
    run_id: string
    thing: string
    fault: string
    path: string
    found_at: Instant
    open: Defaulted<boolean>
  }
  fixity_run: {
    id: string
    job_id: string
    whole: boolean
    state: Defaulted<string>
    started_by: Nullable<string>
    started_at: Instant
    ended_at: Nullable<Instant>
    planned: Nullable<number>
    cursor: string
    objects: Defaulted<number>
    files: Defaulted<number>
    bytes: Defaulted<number>
    damaged: Defaulted<number>
  }
  fonds: {
    id: string
    code: string
    name: string
    code_templates: Defaulted<Json>
    timezone: Defaulted<string>
    created_at: Defaulted<Instant>
    closed_at: Nullable<Instant>
    kinds: Nullable<string[]>
  }
  idempotency: {
    owner: string
    key: string
    operation: string
    request_digest: string
    answer: Nullable<Json>
    at: Defaulted<Instant>
  }
  import: {
    id: string
    name: string
    upload_id: string
    sha256: string
    state: Defaulted<string>
    sheets: Nullable<Json>
    plan: Nullable<Json>
    found: Nullable<Json>
    failure: Nullable<Json>
    job_id: Nullable<string>
    cancel_requested: Defaulted<boolean>
    items: Nullable<number>
    opened_by: string
    opened_at: Instant
    imported_at: Nullable<Instant>
    withdrawn_at: Nullable<Instant>
  }
  import_issue: {
    import_id: string
    ordinal: number
    row: number
    column_at: Nullable<number>
    fault: boolean
    zh: string
    en: string
  }
  import_mapping: {
    id: string
    name: string
    kind: string
    signature: string
    columns: Json
    constants: Json
    saved_by: string
    saved_at: Instant
  }
  import_marked: {
    import_id: string
    book: Buffer
    made_at: Defaulted<Instant>
  }
  item: {
    id: string
    fonds_id: string
    series_id: string
    kind: string
    kind_version: number
    year: number
    retention: string
    unit_id: Nullable<string>
    secrecy: number
    state: Defaulted<string>
    code: Nullable<string>
    code_scope: Nullable<string>
    serial: Nullable<number>
    title: string
    self_made_title: Defaulted<boolean>
    document_no: Defaulted<string>
    creator: Defaulted<string>
    dated_on: Nullable<string>
    pages: Nullable<number>
    copies: Defaulted<number>
    openness: Defaulted<string>
    note: Defaulted<string>
    fields: Defaulted<Json>
    revision: Defaulted<number>
    registered_by: string
    registered_at: Instant
    filed_by: Nullable<string>
    filed_at: Nullable<Instant>
    stored_revision: Nullable<number>
    volume_id: Nullable<string>
    volume_ordinal: Nullable<number>
    page_from: Nullable<number>
    page_to: Nullable<number>
    box_id: Nullable<string>
    batch_id: Nullable<string>
  }
  item_search: {
    item_id: string
    grams: Written
    folded: string
    ordinal: number
    places: string[]
    described: Defaulted<Json>
    stale: Defaulted<boolean>
  }
  job_progress: {
    id: string
    label: string
    label_en: string
    started_by: Nullable<string>
    done: Defaulted<number>
    total: Defaulted<number>
    state: Defaulted<string>
    cancel_requested: Defaulted<boolean>
    failure: Nullable<string>
    started_at: Defaulted<Instant>
    changed_at: Defaulted<Instant>
  }
  kind_version: {
    code: string
    version: number
    definition: Json
    since: Defaulted<Instant>
    customised: Defaulted<boolean>
  }
  location: {
    id: string
    parent_id: Nullable<string>
    room_id: string
    level: string
    ordinal: number
    side: Defaulted<string>
    code: string
    name: Defaulted<string>
    sort_key: string
    capacity_mm: Nullable<number>
    used_mm: Defaulted<number>
    active: Defaulted<boolean>
  }
  medium: {
    id: string
    fonds_id: string
    number: number
    kind: string
    capacity: string
    content: string
    place: Defaulted<string>
    made_on: string
    check_due_on: Nullable<string>
    rewrite_due_on: Nullable<string>
    state: Defaulted<string>
    registered_by: string
    registered_at: Instant
    due_on: Nullable<string>
  }
  medium_check: {
    id: string
    medium_id: string
    checked_on: string
    result: string
    note: Defaulted<string>
    recorded_by: string
    recorded_at: Instant
  }
  migration: {
    name: string
    digest: string
    applied_at: Defaulted<Instant>
  }
  person: {
    id: string
    login: Nullable<string>
    name: string
    initials: Defaulted<string>
    clearance: Defaulted<number>
    duty_group: Nullable<string>
    password_hash: Nullable<string>
    password_set_at: Nullable<Instant>
    must_change_password: Defaulted<boolean>
    language: Defaulted<string>
    disabled_at: Nullable<Instant>
    created_at: Defaulted<Instant>
  }
  placement: {
    id: string
    box_id: Nullable<string>
    volume_id: Nullable<string>
    item_id: Nullable<string>
    thing_id: Defaulted<string>
    location_id: string
    position: number
    thickness_mm: number
    series_id: string
    number: Defaulted<number>
    placed_by: string
    placed_at: Instant
    reason: Defaulted<string>
    ended_by: Nullable<string>
    ended_at: Nullable<Instant>
    end_reason: Defaulted<string>
  }
  post: {
    id: string
    person_id: string
    duty_group: string
    unit_id: string
    role: string
    granted_by: Nullable<string>
    granted_at: Defaulted<Instant>
    revoked_at: Nullable<Instant>
  }
  print_file: {
    run_id: string
    ordinal: number
    name: string
    mime: string
    body: Nullable<Buffer>
    refused: Defaulted<Json>
  }
  print_run: {
    id: string
    form: string
    thing: string
    ids: string[]
    options: Json
    job_id: string
    ordered_by: string
    ordered_at: Instant
    expires_at: Instant
  }
  quality_fault: {
    run_id: string
    item_id: string
    code: string
    zh: string
    en: string
  }
  quality_run: {
    id: string
    fonds_id: string
    series_id: Nullable<string>
    state: Defaulted<string>
    job_id: string
    items: Defaulted<number>
    files: Defaulted<number>
    bytes: Defaulted<number>
    results: Defaulted<Json>
    started_by: string
    started_at: Instant
    finished_at: Nullable<Instant>
  }
  rate_limit: {
    key: string
    window_start: Instant
    count: number
  }
  recognition: {
    sha256: string
    state: Defaulted<string>
    pages: number
    done: Defaulted<number>
    failed: Defaulted<number>
    asked_at: Instant
    ended_at: Nullable<Instant>
  }
  register_counter: {
    fonds_id: string
    book: string
    year: number
    last: number
  }
  register_forward: {
    id: string
    line_id: string
    unit_id: Nullable<string>
    person_id: Nullable<string>
    asks: Defaulted<string>
    due_on: Nullable<string>
    forwarded_by: string
    forwarded_at: Instant
    read_by: Nullable<string>
    read_at: Nullable<Instant>
    handled_by: Nullable<string>
    handled_at: Nullable<Instant>
    note: Defaulted<string>
  }
  register_line: {
    id: string
    fonds_id: string
    direction: string
    year: number
    serial: number
    state: Defaulted<string>
    kind: string
    registered_on: string
    counterpart: string
    document_no: Defaulted<string>
    title: string
    dated_on: Nullable<string>
    secrecy: number
    urgency: string
    copies: number
    pages: Nullable<number>
    attachments: number
    attachment_names: Defaulted<string>
    unit_id: Nullable<string>
    unit_serial: Nullable<number>
    responsible: Defaulted<string>
    outcome: Defaulted<string>
    note: Defaulted<string>
    void_reason: Defaulted<string>
    item_id: Nullable<string>
    revision: Defaulted<number>
    registered_by: string
    registered_at: Instant
    grams: Written
  }
  register_link: {
    from_id: string
    to_id: string
    kind: string
    linked_by: string
    linked_at: Instant
  }
  room_climate: {
    location_id: string
    carrier: string
    set_by: string
    set_at: Instant
  }
  saved_search: {
    id: string
    person_id: string
    name: string
    asked: Json
    created_at: Instant
  }
  series: {
    id: string
    fonds_id: string
    kind: string
    year: number
    retention: string
    unit_id: Nullable<string>
  }
  series_tally: {
    series_id: string
    secrecy: number
    state: string
    count: number
    pages: number
  }
  session: {
    id: string
    person_id: string
    secret_digest: string
    created_at: Instant
    seen_at: Instant
    expires_at: Instant
    address: string
    agent: string
  }
  setting: {
    key: string
    value: Json
  }
  sign_in_failure: {
    key: string
    count: number
    blocked_until: Instant
    last_at: Instant
  }
  stocktake: {
    id: string
    location_id: string
    note: Defaulted<string>
    started_by: string
    started_at: Instant
    closed_by: Nullable<string>
    closed_at: Nullable<Instant>
  }
  stocktake_entry: {
    stocktake_id: string
    thing: string
    known: Defaulted<boolean>
    code: string
    expected_id: Nullable<string>
    found_id: Nullable<string>
    found_by: Nullable<string>
    found_at: Nullable<Instant>
    walk_key: string
    explanation: Defaulted<string>
    explained_by: Nullable<string>
    explained_at: Nullable<Instant>
    outcome: Defaulted<string>
  }
  store_visit: {
    id: string
    location_id: string
    name: string
    organisation: Defaulted<string>
    purpose: string
    companion: Defaulted<string>
    entered_at: Instant
    left_at: Nullable<Instant>
    recorded_by: string
  }
  unit: {
    id: string
    parent_id: Nullable<string>
    name: string
    code: string
    created_at: Defaulted<Instant>
    closed_at: Nullable<Instant>
  }
  upload: {
    id: string
    person_id: string
    name: string
    size: number
    sha256: Nullable<string>
    created_at: Instant
    finished_at: Nullable<Instant>
  }
  volume: {
    id: string
    fonds_id: string
    series_id: string
    state: Defaulted<string>
    code: Nullable<string>
    code_scope: Nullable<string>
    serial: Nullable<number>
    title: string
    self_made_title: Defaulted<boolean>
    secrecy: number
    note: Defaulted<string>
    exception_reason: Defaulted<string>
    box_id: Nullable<string>
    bound_by: Nullable<string>
    bound_on: Nullable<string>
    checked_by: Nullable<string>
    checked_on: Nullable<string>
    revision: Defaulted<number>
    created_by: string
    created_at: Instant
    filed_by: Nullable<string>
    filed_at: Nullable<Instant>
    stored_revision: Nullable<number>
  }
}
