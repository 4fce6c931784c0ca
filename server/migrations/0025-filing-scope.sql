-- The table of filing scope 归档范围表 (S5.4): per unit what is filed, under which kind, for how long and when.
create table filing_scope (
  id text primary key,
  -- Null stands for every unit.
  unit_id text references unit (id),
  ordinal integer not null check (ordinal >= 1),
  matter text not null check (matter <> ''),
  -- Words that tell it by a title, separated by 、; empty for the words of the matter itself.
  keywords text not null default '',
  kind text not null,
  retention text not null check (retention ~ '^(Y|D[1-9][0-9]{0,2})$'),
  form text not null check (form in ('original', 'copy', 'either')),
  due text not null default '',
  basis text not null default '',
  constraint filing_scope_place_once unique nulls not distinct (unit_id, ordinal)
);
