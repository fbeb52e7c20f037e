-- The index: rows here are written in the transaction that writes the record.
CREATE TABLE record_year (
  record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  year   TEXT NOT NULL,
  PRIMARY KEY (year, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_year_record ON record_year (record);

CREATE TABLE record_province (
  record  INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  id      TEXT NOT NULL,                        -- the province as it was
  current TEXT NOT NULL,                        -- today's
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_province_id ON record_province (id);
CREATE INDEX record_province_current ON record_province (current);

CREATE TABLE record_official (
  record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL,                         -- ' nguyen van doat ': words between spaces
  PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;

-- Folded words ("hoa binh"). SQLite's own folding leaves đ alone, so the text comes in folded.
CREATE VIRTUAL TABLE folded_words USING fts5 (
  title, lead, body, officials,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
-- Lower-case words that carry marks ("hoà", "bình"), tones in the newer style: for those who type marks.
CREATE VIRTUAL TABLE marked_words USING fts5 (
  words,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
