-- Where documents came from, the files of inboxes that were taken or refused, and what the archive has to tell people.
CREATE TABLE source (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,  -- the order in which they came
  document_id TEXT COLLATE "C" NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  place       TEXT,                                     -- path within the inbox, URL, name of an upload; NULL where inside another document
  digest      TEXT COLLATE "C" NOT NULL,                -- SHA-256 of the place, else of the name, which may be longer than an index row
  tags        TEXT NOT NULL,                            -- JSON list
  received_at TEXT COLLATE "C" NOT NULL,
  last_at     TEXT COLLATE "C" NOT NULL                 -- when these bytes came from there last
);
CREATE UNIQUE INDEX source_once ON source (document_id, digest, (place IS NULL));
CREATE INDEX source_place ON source (digest) WHERE place IS NOT NULL;

INSERT INTO source (document_id, name, place, digest, tags, received_at, last_at)
SELECT s.document_id, s.name,
  CASE WHEN EXISTS (SELECT FROM member m WHERE m.document_id = s.document_id AND m.digest = s.digest) THEN NULL ELSE s.name END,
  s.digest, '[]', d.received_at, d.received_at
FROM source_name s JOIN document d ON d.id = s.document_id ORDER BY s.number;
DROP TABLE source_name;

CREATE TABLE inbox_file (
  number      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key         TEXT COLLATE "C" NOT NULL UNIQUE,         -- SHA-256 of what there can be one of; see inbox-row.ts
  folder      TEXT COLLATE "C" NOT NULL,                -- the inbox, an absolute path
  path        TEXT NOT NULL,                            -- where in it the file was found
  size        BIGINT NOT NULL,
  mtime_ms    DOUBLE PRECISION NOT NULL,
  document_id TEXT COLLATE "C" REFERENCES document (id) ON DELETE SET NULL,
  code        TEXT,                                     -- why it was refused or could not be read; NULL where nothing was told
  message     TEXT,
  shelf       TEXT NOT NULL CHECK (shelf IN ('done', 'failed', 'left', 'deleted')),
  shelf_path  TEXT NOT NULL,                            -- where in the inbox it lies, or lay before it was deleted
  note_path   TEXT,                                     -- where the note with the reason lies
  at          TEXT COLLATE "C" NOT NULL
);
CREATE INDEX inbox_file_document ON inbox_file (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX inbox_file_folder ON inbox_file (folder, shelf);
CREATE INDEX inbox_file_told ON inbox_file (document_id) WHERE code IS NOT NULL AND document_id IS NOT NULL;

CREATE TABLE notice (
  process TEXT COLLATE "C" NOT NULL,
  code    TEXT COLLATE "C" NOT NULL,
  message TEXT NOT NULL,
  since   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (process, code)
);
