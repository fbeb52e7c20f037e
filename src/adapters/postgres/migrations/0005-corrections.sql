-- What people said of records. Kept apart from what was extracted, and applied to it whenever a record is saved.
CREATE TABLE correction (
  document_id  TEXT COLLATE "C" NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  number       INTEGER NOT NULL,                        -- from 1 in each document; none is ever given twice
  withdrawn_at TEXT COLLATE "C",                        -- NULL while it holds
  withdrawn_by TEXT,
  body         TEXT NOT NULL,                           -- Correction as JSON, but for the columns above
  PRIMARY KEY (document_id, number)
);

-- The record as it was extracted, where corrections made another one of it; NULL where `body` is as extracted.
ALTER TABLE record ADD COLUMN extracted TEXT;
