-- Who works here and what they may do.

create table unit (
  id text primary key,
  parent_id text references unit (id),
  name text not null check (name <> ''),
  -- Code of the unit in archival codes 机构代码, e.g. BGS.
  code text not null check (code ~ '^[A-Z0-9]{1,8}$|^[\u4e00-\u9fff]{1,8}$'),
  created_at timestamptz(3) not null default now(),
  closed_at timestamptz(3),
  constraint unit_code_once unique (code)
);

create table person (
  id text primary key,
  login text,
  name text not null check (name <> ''),
  initials text not null default '',
  clearance smallint not null default 0 check (clearance in (0, 10, 20, 30)),
  -- Separation of duties 三员分立: all posts of a person are of one group; 'mixed' is admin and business in one, in the simplified mode.
  duty_group text check (duty_group in ('admin', 'audit', 'business', 'mixed')),
  password_hash text,
  password_set_at timestamptz(3),
  must_change_password boolean not null default false,
  language text not null default 'zh' check (language in ('zh', 'en')),
  disabled_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint person_login_once unique (login),
  constraint person_duty_group unique (id, duty_group),
  constraint person_login_form check (login ~ '^[a-z0-9][a-z0-9._-]{1,31}$')
);

create table post (
  id text primary key,
  person_id text not null,
  duty_group text not null,
  unit_id text not null references unit (id),
  role text not null,
  granted_by text references person (id),
  granted_at timestamptz(3) not null default now(),
  revoked_at timestamptz(3),
  constraint post_of_one_group foreign key (person_id, duty_group) references person (id, duty_group) on update cascade,
  constraint post_role_group check (
    revoked_at is not null
    or case
      when role = 'auditor' then duty_group = 'audit'
      when role in ('system-administrator', 'security-officer') then duty_group in ('admin', 'mixed')
      else duty_group in ('business', 'mixed')
    end
  )
);
create unique index post_once on post (person_id, unit_id, role) where revoked_at is null;
create index post_person on post (person_id) where revoked_at is null;

create table session (
  id text primary key,
  person_id text not null references person (id),
  secret_digest text not null unique,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  address text not null,
  agent text not null
);
create index session_person on session (person_id);

-- Bearer tokens for programs: never wider than their owner.
create table api_token (
  id text primary key,
  person_id text not null references person (id),
  name text not null check (name <> ''),
  secret_digest text not null unique,
  -- Null: all that the owner may do; else only these permissions.
  permissions text[],
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index api_token_person on api_token (person_id);

-- Failed sign-ins, per login and per address; the wait grows with the count.
create table sign_in_failure (
  key text primary key,
  count integer not null,
  blocked_until timestamptz(3) not null,
  last_at timestamptz(3) not null
);
