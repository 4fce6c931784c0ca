-- Electronic media 载体: discs, disks and tapes that hold records, each checked by the calendar.

create table medium (
  id text primary key,
  fonds_id text not null references fonds (id),
  number integer not null check (number >= 1),
  kind text not null check (kind in ('optical', 'disk', 'tape', 'usb')),
  capacity text not null,
  content text not null check (content <> ''),
  place text not null default '',
  made_on date not null,
  check_due_on date,
  -- Only magnetic media are written anew.
  rewrite_due_on date,
  state text not null default 'sound' check (state in ('sound', 'faulty', 'replaced')),
  registered_by text not null references person (id),
  registered_at timestamptz(3) not null,
  -- Null once it is replaced.
  due_on date generated always as (least(check_due_on, rewrite_due_on)) stored,
  constraint medium_number_once unique (fonds_id, number),
  constraint medium_due_whole check ((state = 'replaced') = (check_due_on is null) and (state <> 'replaced' or rewrite_due_on is null))
);
create index medium_due on medium (due_on, id) where due_on is not null;

create table medium_check (
  id text primary key,
  medium_id text not null references medium (id),
  checked_on date not null,
  result text not null check (result in ('sound', 'rewritten', 'faulty', 'replaced')),
  note text not null default '',
  recorded_by text not null references person (id),
  recorded_at timestamptz(3) not null
);
create index medium_check_of on medium_check (medium_id, checked_on desc, id desc);

-- A number once given stays, and so does a check as it was noted.
create function medium_stays() returns trigger language plpgsql as $$
begin
  raise exception 'it stays as it was noted' using errcode = 'check_violation', constraint = 'medium_stays';
end $$;
create trigger medium_stays before delete on medium for each row execute function medium_stays();
create trigger medium_number_stays before update of fonds_id, number, kind, made_on on medium for each row
  when ((old.fonds_id, old.number, old.kind, old.made_on) is distinct from (new.fonds_id, new.number, new.kind, new.made_on))
  execute function medium_stays();
create trigger medium_check_stays before update or delete on medium_check for each row execute function medium_stays();
