-- What is in circulation is counted and looked through without reading the lines that are done.
create index register_line_circulating on register_line (fonds_id, id) where state = 'circulating' and item_id is null;
