-- Searches that are kept, what their webhooks were told of, and what is still to be told.
CREATE TABLE saved_search (
  id             TEXT PRIMARY KEY,
  name           TEXT NOT NULL,
  query          TEXT NOT NULL,                 -- SavedQuery as JSON
  who            TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  webhook_url    TEXT,
  webhook_secret TEXT,
  begun_at       TEXT                           -- since when the webhook is told; NULL until what matches already is known
) STRICT;

-- What a webhook was told of, or matched before. Rows go with their document.
CREATE TABLE saved_match (
  key         TEXT PRIMARY KEY,                 -- id of the search and of the document
  saved_id    TEXT NOT NULL,
  document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
  delivery_id TEXT                              -- NULL where it matched before
) STRICT;
CREATE INDEX saved_match_saved ON saved_match (saved_id);
CREATE INDEX saved_match_document ON saved_match (document_id);
CREATE INDEX saved_match_delivery ON saved_match (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE TABLE saved_delivery (
  id           TEXT PRIMARY KEY,                -- the webhook-id of each try
  saved_id     TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries        INTEGER NOT NULL DEFAULT 0,
  last_try_at  TEXT,
  next_try_at  TEXT NOT NULL,
  status       INTEGER,                         -- of the last answer
  reason       TEXT,
  lease        INTEGER NOT NULL DEFAULT 0,
  leased_until TEXT
) STRICT;
CREATE INDEX saved_delivery_due ON saved_delivery (next_try_at) WHERE state = 'waiting';
CREATE INDEX saved_delivery_saved ON saved_delivery (saved_id, created_at);

-- Documents to be looked at, noted by whoever changes what searches find them by.
CREATE TABLE saved_change (
  key         TEXT PRIMARY KEY,                 -- id of the document
  document_id TEXT REFERENCES document (id) ON DELETE CASCADE,
  mark        TEXT NOT NULL                     -- another at each change
) STRICT;
CREATE INDEX saved_change_document ON saved_change (document_id);

CREATE TRIGGER saved_change_record_added AFTER INSERT ON record
WHEN EXISTS (SELECT 1 FROM saved_search WHERE webhook_url IS NOT NULL)
BEGIN
  INSERT INTO saved_change (key, document_id, mark) VALUES (NEW.document_id, NEW.document_id, hex(randomblob(16)))
  ON CONFLICT (key) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER saved_change_record_changed AFTER UPDATE OF body ON record
WHEN EXISTS (SELECT 1 FROM saved_search WHERE webhook_url IS NOT NULL)
BEGIN
  INSERT INTO saved_change (key, document_id, mark) VALUES (NEW.document_id, NEW.document_id, hex(randomblob(16)))
  ON CONFLICT (key) DO UPDATE SET mark = excluded.mark;
END;
-- Searches ask for sources as well.
CREATE TRIGGER saved_change_source_added AFTER INSERT ON source
WHEN EXISTS (SELECT 1 FROM saved_search WHERE webhook_url IS NOT NULL)
  AND EXISTS (SELECT 1 FROM record WHERE document_id = NEW.document_id)
BEGIN
  INSERT INTO saved_change (key, document_id, mark) VALUES (NEW.document_id, NEW.document_id, hex(randomblob(16)))
  ON CONFLICT (key) DO UPDATE SET mark = excluded.mark;
END;
CREATE TRIGGER saved_change_source_changed AFTER UPDATE OF tags ON source
WHEN OLD.tags <> NEW.tags AND EXISTS (SELECT 1 FROM saved_search WHERE webhook_url IS NOT NULL)
  AND EXISTS (SELECT 1 FROM record WHERE document_id = NEW.document_id)
BEGIN
  INSERT INTO saved_change (key, document_id, mark) VALUES (NEW.document_id, NEW.document_id, hex(randomblob(16)))
  ON CONFLICT (key) DO UPDATE SET mark = excluded.mark;
END;
