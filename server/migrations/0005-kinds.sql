-- Kinds 门类 that an administrator adds or extends, and the dates that run out.

-- What an administrator wrote stands when a new release brings other standard definitions; the release then only adds to it.
alter table kind_version add column customised boolean not null default false;

-- A kind's field called expiresOn is the day a certificate or contract runs out (S17.1); its ISO text sorts as the days do.
create index item_expiring on item ((fields ->> 'expiresOn'), id) where fields ? 'expiresOn';
