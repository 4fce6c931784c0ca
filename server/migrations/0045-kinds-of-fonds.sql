-- The arrangement plan of a fonds (S13.1): the kinds it uses, by code; null for every kind there is.
alter table fonds add column kinds text[] check (cardinality(kinds) > 0);
