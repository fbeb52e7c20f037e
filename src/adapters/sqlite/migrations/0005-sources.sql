-- Where documents came from, the files of inboxes that were taken or refused, and what the archive has to tell people.
CREATE TABLE source (
  number      INTEGER PRIMARY KEY,              -- the order in which they came
  document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name        TEXT NOT NULL,
  place       TEXT,                             -- path within the inbox, URL, name of an upload; NULL where inside another document
  tags        TEXT NOT NULL,                    -- JSON list
  received_at TEXT NOT NULL,
  last_at     TEXT NOT NULL,                    -- when these bytes came from there last
  UNIQUE (document_id, place)
) STRICT;
CREATE UNIQUE INDEX source_inside ON source (document_id, name) WHERE place IS NULL;
CREATE INDEX source_place ON source (place) WHERE place IS NOT NULL;

INSERT INTO source (number, document_id, name, place, tags, received_at, last_at)
SELECT s.number, s.document_id, s.name,
  CASE WHEN EXISTS (SELECT 1 FROM member m WHERE m.document_id = s.document_id AND m.name = s.name) THEN NULL ELSE s.name END,
  '[]', d.received_at, d.received_at
FROM source_name s JOIN document d ON d.id = s.document_id ORDER BY s.number;
DROP TABLE source_name;

CREATE TABLE inbox_file (
  number      INTEGER PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,             -- SHA-256 of what there can be one of; see inbox-row.ts
  folder      TEXT NOT NULL,                    -- the inbox, an absolute path
  path        TEXT NOT NULL,                    -- where in it the file was found
  size        INTEGER NOT NULL,
  mtime_ms    REAL NOT NULL,
  document_id TEXT REFERENCES document (id) ON DELETE SET NULL,
  code        TEXT,                             -- why it was refused or could not be read; NULL where nothing was told
  message     TEXT,
  shelf       TEXT NOT NULL CHECK (shelf IN ('done', 'failed', 'left', 'deleted')),
  shelf_path  TEXT NOT NULL,                    -- where in the inbox it lies, or lay before it was deleted
  note_path   TEXT,                             -- where the note with the reason lies
  at          TEXT NOT NULL
) STRICT;
CREATE INDEX inbox_file_document ON inbox_file (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX inbox_file_folder ON inbox_file (folder, shelf);
CREATE INDEX inbox_file_told ON inbox_file (document_id) WHERE code IS NOT NULL AND document_id IS NOT NULL;

CREATE TABLE notice (
  process TEXT NOT NULL,
  code    TEXT NOT NULL,
  message TEXT NOT NULL,
  since   TEXT NOT NULL,
  PRIMARY KEY (process, code)
) STRICT;
