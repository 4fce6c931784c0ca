-- Recognition 文字识别: the words of scanned pages, one page at a time, each word with its place.

alter table blob
  drop constraint blob_text_state_check,
  -- scanned: its words are pictures and are being recognised.
  add constraint blob_text_state_check check (text_state in ('pending', 'scanned', 'done', 'none', 'failed')),
  -- Why no text could be read.
  add column text_failure text,
  add constraint blob_text_failure_whole check (text_failure is null or text_state = 'failed');
update blob set text_failure = 'damaged' where text_state = 'failed';
create index blob_text_open on blob (sha256) where text_state in ('pending', 'scanned', 'failed');

create table recognition (
  sha256 text primary key references blob (sha256) on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'cancelled')),
  pages integer not null check (pages >= 1),
  done integer not null default 0,
  failed integer not null default 0,
  asked_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint recognition_counts check (done + failed <= pages),
  constraint recognition_ended_whole check ((state = 'waiting') = (ended_at is null))
);

create table blob_page (
  sha256 text not null references recognition (sha256) on delete cascade,
  page integer not null check (page >= 1),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'cancelled')),
  -- Times its reading was begun: a page that ends the server each time is given up.
  tries smallint not null default 0,
  text text,
  -- Left, top, width and height of each UTF-16 unit of the text, in ten-thousandths of the page.
  boxes jsonb,
  failure text,
  primary key (sha256, page)
);
create index blob_page_waiting on blob_page (sha256, page) where state = 'waiting';
