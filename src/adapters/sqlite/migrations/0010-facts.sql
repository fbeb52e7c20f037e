-- Facts in their own right: rows of the index, written in the transaction that writes the record.
-- Records that are there already get theirs by `vanthu reindex`.

-- What all facts of a record tell of their document.
CREATE TABLE fact_document (
  record     INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  title      TEXT,
  number     TEXT,
  number_key TEXT NOT NULL,                     -- for comparing numbers (text/number-key.ts); '' where it has none
  issuer     TEXT,
  first      TEXT NOT NULL,                     -- first and last day of issue; '' where unknown
  last       TEXT NOT NULL
) STRICT;
CREATE INDEX fact_document_number ON fact_document (number_key) WHERE number_key <> '';

CREATE TABLE fact (
  number INTEGER PRIMARY KEY,                   -- row number in fact_words
  record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  kind   TEXT NOT NULL CHECK (kind IN ('officials', 'directives', 'percentages', 'citations', 'dates')),
  place  INTEGER NOT NULL,                      -- minus its number among those of its kind in the record
  day    TEXT NOT NULL,                         -- of the record, and its type
  type   TEXT NOT NULL,
  key    TEXT NOT NULL,                         -- what rows are told together by: slug of a name, folded subject, number
  label  TEXT NOT NULL,                         -- that in letters
  sub    TEXT NOT NULL,                         -- kind, check, relation or role
  rank   INTEGER NOT NULL,                      -- 2 the check disagrees, 1 it agrees
  first  TEXT NOT NULL,                         -- first and last day of a deadline or date; '' where there is none
  last   TEXT NOT NULL,
  value  TEXT NOT NULL                          -- FactValues as JSON
) STRICT;
CREATE UNIQUE INDEX fact_record ON fact (record, kind, place);
CREATE INDEX fact_day ON fact (kind, day, record, place);
CREATE INDEX fact_sub ON fact (kind, sub, day, record, place);
CREATE INDEX fact_key ON fact (kind, key, day, record, place) WHERE key <> '';
CREATE INDEX fact_last ON fact (kind, last, record, place) WHERE last <> '';
CREATE INDEX fact_check ON fact (kind, rank, day, record, place) WHERE kind = 'percentages';

CREATE TABLE fact_province (
  fact    INTEGER NOT NULL REFERENCES fact (number) ON DELETE CASCADE,
  id      TEXT NOT NULL,                        -- the province as it was
  current TEXT NOT NULL,                        -- today's
  PRIMARY KEY (fact, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX fact_province_id ON fact_province (id, fact);
CREATE INDEX fact_province_current ON fact_province (current, fact);

-- Folded words: of the fact and around it; of whom or what it is about; of bodies.
CREATE VIRTUAL TABLE fact_words USING fts5 (
  words, about, bodies,
  content = '', contentless_delete = 1, detail = column, tokenize = 'unicode61 remove_diacritics 0'
);

-- The order of exported records.
CREATE INDEX IF NOT EXISTS record_day ON record (day, number);

-- What people decided about namesakes. Belongs to no document and no index.
CREATE TABLE person_decision (
  key            TEXT PRIMARY KEY,
  action         TEXT NOT NULL CHECK (action IN ('same', 'alone')),
  one_name       TEXT NOT NULL,                 -- slug of the name, and the document it stands in
  one_document   TEXT NOT NULL,
  other_name     TEXT NOT NULL,                 -- '' where `action` is about one alone
  other_document TEXT NOT NULL,
  who            TEXT NOT NULL,
  at             TEXT NOT NULL
) STRICT;
CREATE INDEX person_decision_one ON person_decision (one_name);
CREATE INDEX person_decision_other ON person_decision (other_name);
