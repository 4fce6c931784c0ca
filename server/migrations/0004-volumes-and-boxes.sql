-- Volume 案卷 and box 盒: what items are bound into and what stands on a shelf.

-- A box holds what belongs to one series, so that it never mixes years, retention periods or departments.
alter table series add constraint series_of_fonds unique (id, fonds_id);

create table box (
  id text primary key,
  fonds_id text not null,
  series_id text not null,
  -- Box number 盒号: the order on the shelf, counted inside the series.
  number integer not null check (number >= 1),
  thickness_mm smallint not null check (thickness_mm in (10, 15, 20, 30, 40, 50, 60)),
  note text not null default '',
  arranged_by text references person (id),
  arranged_on date,
  checked_by text references person (id),
  checked_on date,
  revision integer not null default 1,
  created_by text not null references person (id),
  created_at timestamptz(3) not null,
  foreign key (series_id, fonds_id) references series (id, fonds_id),
  constraint box_number_once unique (series_id, number),
  constraint box_of_series unique (id, series_id)
);

create table volume (
  id text primary key,
  fonds_id text not null,
  series_id text not null,
  state text not null default 'draft' check (state in ('draft', 'numbered', 'filed')),
  -- As long as the volume is a draft it has no code; the number of its volume 案卷号 is counted inside the scope.
  code text,
  code_scope text,
  serial integer,
  title text not null check (title <> ''),
  self_made_title boolean not null default true,
  -- Highest secrecy of its members (S14.4); kept by the commands that change membership.
  secrecy smallint not null check (secrecy in (0, 10, 20, 30)),
  note text not null default '',
  -- Why papers that the rules keep apart lie in it together (S14.4, S14.5); empty when none do.
  exception_reason text not null default '',
  box_id text,
  bound_by text references person (id),
  bound_on date,
  checked_by text references person (id),
  checked_on date,
  revision integer not null default 1,
  created_by text not null references person (id),
  created_at timestamptz(3) not null,
  filed_by text references person (id),
  filed_at timestamptz(3),
  foreign key (series_id, fonds_id) references series (id, fonds_id),
  foreign key (box_id, series_id) references box (id, series_id),
  constraint volume_of_series unique (id, series_id),
  constraint volume_code_once unique (fonds_id, code),
  constraint volume_number_once unique (fonds_id, code_scope, serial),
  constraint volume_numbered_whole check ((code is null) = (state = 'draft') and (code is null) = (serial is null) and (code is null) = (code_scope is null)),
  constraint volume_filed_whole check ((state = 'filed') = (filed_at is not null) and (state = 'filed') = (filed_by is not null))
);
create index volume_series on volume (series_id, id desc);
create index volume_box on volume (box_id) where box_id is not null;

alter table item
  add column volume_id text,
  -- Sequence number 顺序号 inside the volume, and the pages 页号 the item takes there.
  add column volume_ordinal integer check (volume_ordinal >= 1),
  add column page_from integer check (page_from >= 1),
  add column page_to integer,
  add column box_id text,
  add foreign key (volume_id, series_id) references volume (id, series_id),
  add foreign key (box_id, series_id) references box (id, series_id),
  add constraint item_volume_order_once unique (volume_id, volume_ordinal) deferrable initially deferred,
  add constraint item_in_volume_whole check ((volume_id is null) = (volume_ordinal is null)),
  add constraint item_pages_run check (page_to >= page_from),
  -- A bound item lies where its volume lies.
  add constraint item_boxed_once check (volume_id is null or box_id is null);
create index item_box on item (box_id, serial) where box_id is not null;

create function volume_keep_filed() returns trigger language plpgsql as $$
begin
  if old.state = 'filed' then
    if tg_op = 'DELETE' or (new.state, new.code, new.serial, new.code_scope, new.fonds_id, new.series_id, new.filed_at, new.filed_by)
       is distinct from (old.state, old.code, old.serial, old.code_scope, old.fonds_id, old.series_id, old.filed_at, old.filed_by) then
      raise exception 'a filed volume keeps its code and place' using errcode = 'check_violation', constraint = 'volume_filed_for_ever';
    end if;
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger volume_filed_for_ever before update or delete on volume for each row execute function volume_keep_filed();

-- What is bound into a filed volume stays in it, in its order.
create function item_keep_bound() returns trigger language plpgsql as $$
begin
  if old.state = 'filed' and (new.volume_id, new.volume_ordinal, new.page_from, new.page_to)
     is distinct from (old.volume_id, old.volume_ordinal, old.page_from, old.page_to) then
    raise exception 'a filed item stays in its volume' using errcode = 'check_violation', constraint = 'item_filed_for_ever';
  end if;
  return new;
end $$;
create trigger item_bound_for_ever before update on item for each row execute function item_keep_bound();
