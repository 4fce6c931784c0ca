-- Volumes and boxes in the storage root, and papers that stay together.

-- Revision whose description stands in the storage root; null until the first is written and verified.
alter table volume add column stored_revision integer;
alter table box add column stored_revision integer;
create index volume_unstored on volume (id) where state = 'filed' and stored_revision is distinct from revision;
create index box_unstored on box (id) where stored_revision is distinct from revision;
create index volume_serial on volume (series_id, serial);
create index item_unbound on item (series_id, id) where volume_id is null and box_id is null;

-- Papers that are never separated (S14.3): the leader lies before its follower, e.g. the original before its annex.
create table bond (
  id text primary key,
  relation text not null check (relation in ('annex', 'final-draft', 'forwarded', 'request', 'translation')),
  leader_id text not null references item (id) on delete cascade,
  follower_id text not null references item (id) on delete cascade,
  created_by text not null references person (id),
  created_at timestamptz(3) not null,
  constraint bond_not_itself check (leader_id <> follower_id)
);
create unique index bond_once on bond (least(leader_id, follower_id), greatest(leader_id, follower_id));
create index bond_leader on bond (leader_id);
create index bond_follower on bond (follower_id);
