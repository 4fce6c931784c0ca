-- The registry 收文发文: the book of what is received and sent (S1.1), and the register each department keeps of its own (S5.2).

-- Last number given in a book: what is received, what is sent, or a unit's own register; the row lock makes numbers gapless.
create table register_counter (
  fonds_id text not null references fonds (id),
  book text not null,
  year smallint not null,
  last integer not null check (last >= 1),
  primary key (fonds_id, book, year)
);

create table register_line (
  id text primary key,
  fonds_id text not null references fonds (id),
  direction text not null check (direction in ('received', 'sent')),
  year smallint not null check (year between 1900 and 2200),
  -- Received number 收文号 or sent number 发文号.
  serial integer not null check (serial >= 1),
  -- Made into an item 已立件 is said by item_id alone, so that a discarded draft gives the line back.
  state text not null default 'registered' check (state in ('registered', 'circulating', 'done', 'voided')),
  kind text not null check (kind in ('document', 'contract')),
  registered_on date not null,
  counterpart text not null check (counterpart <> ''),
  document_no text not null default '',
  title text not null check (title <> ''),
  dated_on date,
  secrecy smallint not null check (secrecy in (0, 10, 20, 30)),
  urgency text not null check (urgency in ('ordinary', 'urgent', 'flash')),
  copies integer not null check (copies >= 1),
  pages integer check (pages >= 0),
  attachments integer not null check (attachments >= 0),
  attachment_names text not null default '',
  -- Responsible unit 承办部门, and the line's number in that unit's own register.
  unit_id text references unit (id),
  unit_serial integer check (unit_serial >= 1),
  responsible text not null default '',
  outcome text not null default '',
  note text not null default '',
  void_reason text not null default '',
  item_id text references item (id) on delete set null,
  revision integer not null default 1,
  registered_by text not null references person (id),
  registered_at timestamptz(3) not null,
  -- Counterpart, number and title as bigrams, for finding.
  grams tsvector not null,
  constraint register_number_once unique (fonds_id, direction, year, serial),
  constraint register_unit_number_once unique (fonds_id, unit_id, year, unit_serial),
  constraint register_unit_numbered check ((unit_id is null) = (unit_serial is null)),
  constraint register_year_of_day check (extract(year from registered_on) = year),
  constraint register_voided_whole check ((state = 'voided') = (void_reason <> '')),
  constraint register_voided_alone check (state <> 'voided' or item_id is null)
);
create index register_line_item on register_line (item_id) where item_id is not null;
create index register_line_state on register_line (fonds_id, direction, state, serial);
create index register_line_document_no on register_line (fonds_id, document_no) where document_no <> '';
create index register_line_grams on register_line using gin (grams);

-- A line of the book is never torn out and keeps its number for ever; what was a mistake is voided (S1.1).
create function register_keep_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.fonds_id, new.direction, new.year, new.serial) is distinct from (old.fonds_id, old.direction, old.year, old.serial)
     or (old.state = 'voided' and new.state <> 'voided') then
    raise exception 'a line of the register stays' using errcode = 'check_violation', constraint = 'register_line_for_ever';
  end if;
  return new;
end $$;
create trigger register_line_for_ever before update or delete on register_line for each row execute function register_keep_line();

-- To whom a line was forwarded 分发, and what they did about it.
create table register_forward (
  id text primary key,
  line_id text not null references register_line (id),
  unit_id text references unit (id),
  person_id text references person (id),
  -- What is asked 拟办意见, and until when.
  asks text not null default '',
  due_on date,
  forwarded_by text not null references person (id),
  forwarded_at timestamptz(3) not null,
  read_by text references person (id),
  read_at timestamptz(3),
  handled_by text references person (id),
  handled_at timestamptz(3),
  note text not null default '',
  constraint register_forward_to_one check ((unit_id is null) <> (person_id is null)),
  constraint register_forward_once unique nulls not distinct (line_id, unit_id, person_id),
  constraint register_forward_read_whole check ((read_by is null) = (read_at is null)),
  constraint register_forward_handled_whole check ((handled_by is null) = (handled_at is null) and (handled_at is null or read_at is not null))
);
create index register_forward_person on register_forward (person_id, id) where handled_at is null;
create index register_forward_unit on register_forward (unit_id, id) where handled_at is null;

-- Lines that belong together: a reply and its request, a final draft and its original, an annex, what was passed on (S14.3).
create table register_link (
  from_id text not null references register_line (id),
  to_id text not null references register_line (id),
  kind text not null check (kind in ('reply', 'version', 'annex', 'passed-on')),
  linked_by text not null references person (id),
  linked_at timestamptz(3) not null,
  primary key (from_id, to_id),
  constraint register_link_of_two check (from_id <> to_id)
);
create unique index register_link_once on register_link (least(from_id, to_id), greatest(from_id, to_id));
create index register_link_to on register_link (to_id);

-- Files kept with what is no item, such as a line of the register; the subject is the id of that thing, the label what the file is in it.
create table attachment (
  id text primary key,
  subject text not null,
  ordinal integer not null check (ordinal >= 1),
  name text not null check (name <> ''),
  label text not null default '',
  sha256 text not null references blob (sha256),
  attached_by text not null references person (id),
  attached_at timestamptz(3) not null,
  constraint attachment_ordinal_once unique (subject, ordinal) deferrable initially deferred
);
create index attachment_blob on attachment (sha256);

-- A look may be into any file; links last ten minutes, so that those given before are given up.
delete from content_ticket;
alter table content_ticket
  alter column component_id drop not null,
  add column name text not null,
  add column sha256 text not null references blob (sha256);
