-- What hits are ordered by, counted by, and what mistyped words are mended by. Records that are there get what the older tables
-- hold; `vanthu reindex` brings the rest: organisations, issuers, languages, numbers as one word, and what they are about.

-- One narrow row a record: all that a search needs of the records that match.
CREATE TABLE record_index (
  record INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  day    TEXT NOT NULL,                         -- as in `record`
  id     TEXT NOT NULL,                         -- of the document
  number TEXT NOT NULL,                         -- the document's own as one word, "16x2021nqhdnd"; '' where it has none
  facets BLOB NOT NULL                          -- ids of its facet values, 4 bytes each, the highest byte first
) STRICT;
CREATE INDEX record_index_number ON record_index (number) WHERE number <> '';

CREATE TABLE facet_value (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,     -- never given again: connections remember what a number stands for
  field  TEXT NOT NULL,
  value  TEXT NOT NULL,
  folded TEXT NOT NULL,                         -- ' nguyen van doat ' where it is a name; else ''
  UNIQUE (field, value)
) STRICT;

-- What documents are about: see search/prominent.ts. Words of level 3 stand in all three columns.
CREATE VIRTUAL TABLE prominent_words USING fts5 (
  level1, level2, level3,
  content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0'
);

-- Words of letters alone that stand in documents, folded.
CREATE TABLE word (
  initial TEXT NOT NULL,                        -- its first letter
  length  INTEGER NOT NULL,
  word    TEXT NOT NULL,
  PRIMARY KEY (initial, length, word)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE found AS
SELECT record, 'province' AS field, id AS value, '' AS folded FROM record_province
UNION SELECT record, 'province', current, '' FROM record_province
UNION SELECT record, 'provinceThen', id, '' FROM record_province
UNION SELECT record, 'official', substr(name, 1, 500), folded FROM record_official
UNION SELECT record, 'year', year, '' FROM record_year
UNION SELECT number, 'type', type, '' FROM record
UNION SELECT r.number, 'state', d.state, '' FROM record r JOIN document d ON d.id = r.document_id
  WHERE d.state IN ('extracted', 'partial')
UNION SELECT r.number, 'source', t.value, '' FROM record r JOIN source s ON s.document_id = r.document_id
  JOIN json_each(s.tags) t
UNION SELECT r.number, 'source', 'upload', '' FROM record r JOIN source s ON s.document_id = r.document_id
  WHERE s.place IS NOT NULL AND s.tags = '[]';
CREATE INDEX temp.found_record ON found (record);
INSERT OR IGNORE INTO facet_value (field, value, folded) SELECT DISTINCT field, value, folded FROM found;
INSERT INTO record_index (record, day, id, number, facets)
SELECT r.number, r.day, r.document_id, '', coalesce(unhex(
  (SELECT group_concat(printf('%08X', v.id), '') FROM found f JOIN facet_value v ON v.field = f.field AND v.value = f.value
   WHERE f.record = r.number)), X'')
FROM record r;
DROP TABLE temp.found;
