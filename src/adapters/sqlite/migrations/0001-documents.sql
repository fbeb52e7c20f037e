-- Documents, the names they came under, what was read of them and the record made of that.
CREATE TABLE document (
  id            TEXT PRIMARY KEY,               -- SHA-256 of the bytes
  name          TEXT NOT NULL,                  -- first name given
  media_type    TEXT,
  bytes         INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('pending', 'extracted', 'partial', 'failed')),
  next_job      TEXT CHECK (next_job IN ('parse', 'extract')),
  attempts      INTEGER NOT NULL DEFAULT 0,     -- starts of the next job that did not end well
  error_code    TEXT,
  error_message TEXT,
  received_at   TEXT NOT NULL,
  changed_at    TEXT NOT NULL
) STRICT;
CREATE INDEX document_waiting ON document (received_at, id) WHERE next_job IS NOT NULL;
CREATE INDEX document_state ON document (state, changed_at);

CREATE TABLE source_name (
  number      INTEGER PRIMARY KEY,              -- the order in which names came
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  UNIQUE (document_id, name)
) STRICT;

CREATE TABLE parsed (
  document_id TEXT PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  body        TEXT NOT NULL                     -- ParsedDocument as JSON
) STRICT;

CREATE TABLE record (
  number      INTEGER PRIMARY KEY,              -- row number in the index tables
  document_id TEXT NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
  day         TEXT NOT NULL,                    -- of publication, else of issue; '' where unknown. Newest first
  type        TEXT NOT NULL,
  body        TEXT NOT NULL                     -- VanthuRecord as JSON
) STRICT;
