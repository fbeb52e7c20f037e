-- Documents, the names they came under, what was read of them and the record made of that; the documents that came in others.
-- Everything is compared byte by byte (COLLATE "C"), so that order does not depend on the server's locale.
CREATE TABLE document (
  id              TEXT COLLATE "C" PRIMARY KEY,         -- SHA-256 of the bytes
  name            TEXT NOT NULL,                        -- first name given
  media_type      TEXT,
  bytes           BIGINT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('pending', 'extracted', 'partial', 'failed')),
  next_job        TEXT CHECK (next_job IN ('parse', 'extract')),
  attempts        INTEGER NOT NULL DEFAULT 0,           -- starts of the next job that did not end well
  error_code      TEXT,
  error_message   TEXT,
  received_at     TEXT COLLATE "C" NOT NULL,
  changed_at      TEXT COLLATE "C" NOT NULL,
  container_id    TEXT COLLATE "C" REFERENCES document (id) ON DELETE SET NULL,
  container_types TEXT                                  -- JSON list of media types, the nearest first; NULL where by itself
);
CREATE INDEX document_waiting ON document (received_at, id) WHERE next_job IS NOT NULL;
CREATE INDEX document_state ON document (state, changed_at);
CREATE INDEX document_container ON document (container_id) WHERE container_id IS NOT NULL;

CREATE TABLE source_name (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- the order in which names came
  document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  digest      TEXT COLLATE "C" NOT NULL,                -- SHA-256 of the name, which may be longer than an index row
  UNIQUE (document_id, digest)
);

CREATE TABLE member (
  number       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- the order in which they were found
  container_id TEXT COLLATE "C" NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  document_id  TEXT COLLATE "C" NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,                           -- path inside the container
  digest       TEXT COLLATE "C" NOT NULL,
  UNIQUE (container_id, digest, document_id)            -- an archive may hold one name twice
);
CREATE INDEX member_in_order ON member (container_id, number);
CREATE INDEX member_document ON member (document_id);

-- Bodies are JSON kept as text: JSON of PostgreSQL takes neither U+0000 nor half a surrogate pair.
CREATE TABLE parsed (
  document_id TEXT COLLATE "C" PRIMARY KEY REFERENCES document (id) ON DELETE CASCADE,
  body        TEXT NOT NULL                             -- ParsedDocument as JSON
);

CREATE TABLE record (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- row number in the index tables
  document_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES document (id) ON DELETE CASCADE,
  day         TEXT COLLATE "C" NOT NULL,                -- of publication, else of issue; '' where unknown. Newest first
  type        TEXT COLLATE "C" NOT NULL,
  body        TEXT NOT NULL                             -- VanthuRecord as JSON
);
