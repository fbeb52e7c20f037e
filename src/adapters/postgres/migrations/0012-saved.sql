-- Searches that are kept, what their webhooks were told of, and what is still to be told.
CREATE TABLE saved_search (
  id             TEXT COLLATE "C" PRIMARY KEY,
  name           TEXT COLLATE "C" NOT NULL,
  query          TEXT NOT NULL,                         -- SavedQuery as JSON
  who            TEXT NOT NULL,
  created_at     TEXT COLLATE "C" NOT NULL,
  webhook_url    TEXT,
  webhook_secret TEXT,
  begun_at       TEXT COLLATE "C"                       -- since when the webhook is told; NULL until what matches already is known
);

-- What a webhook was told of, or matched before. Rows go with their document.
CREATE TABLE saved_match (
  key         TEXT COLLATE "C" PRIMARY KEY,             -- id of the search and of the document
  saved_id    TEXT COLLATE "C" NOT NULL,
  document_id TEXT COLLATE "C" REFERENCES document (id) ON DELETE CASCADE,
  delivery_id TEXT COLLATE "C"                          -- NULL where it matched before
);
CREATE INDEX saved_match_saved ON saved_match (saved_id);
CREATE INDEX saved_match_document ON saved_match (document_id);
CREATE INDEX saved_match_delivery ON saved_match (delivery_id) WHERE delivery_id IS NOT NULL;

CREATE TABLE saved_delivery (
  id           TEXT COLLATE "C" PRIMARY KEY,            -- the webhook-id of each try
  saved_id     TEXT COLLATE "C" NOT NULL,
  created_at   TEXT COLLATE "C" NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  tries        INTEGER NOT NULL DEFAULT 0,
  last_try_at  TEXT COLLATE "C",
  next_try_at  TEXT COLLATE "C" NOT NULL,
  status       INTEGER,                                 -- of the last answer
  reason       TEXT,
  lease        INTEGER NOT NULL DEFAULT 0,
  leased_until TEXT COLLATE "C"
);
CREATE INDEX saved_delivery_due ON saved_delivery (next_try_at) WHERE state = 'waiting';
CREATE INDEX saved_delivery_saved ON saved_delivery (saved_id, created_at);

-- Documents to be looked at, noted by whoever changes what searches find them by.
CREATE TABLE saved_change (
  key         TEXT COLLATE "C" PRIMARY KEY,             -- id of the document
  document_id TEXT COLLATE "C" REFERENCES document (id) ON DELETE CASCADE,
  mark        TEXT COLLATE "C" NOT NULL                 -- another at each change
);
CREATE INDEX saved_change_document ON saved_change (document_id);

CREATE FUNCTION saved_change_note() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF EXISTS (SELECT FROM saved_search WHERE webhook_url IS NOT NULL)
    AND EXISTS (SELECT FROM record WHERE document_id = NEW.document_id) THEN
    INSERT INTO saved_change (key, document_id, mark) VALUES (NEW.document_id, NEW.document_id, gen_random_uuid()::text)
    ON CONFLICT (key) DO UPDATE SET mark = excluded.mark;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER saved_change_record AFTER INSERT OR UPDATE OF body ON record
FOR EACH ROW EXECUTE FUNCTION saved_change_note();
-- Searches ask for sources as well.
CREATE TRIGGER saved_change_source_added AFTER INSERT ON source FOR EACH ROW EXECUTE FUNCTION saved_change_note();
CREATE TRIGGER saved_change_source_changed AFTER UPDATE OF tags ON source
FOR EACH ROW WHEN (OLD.tags IS DISTINCT FROM NEW.tags) EXECUTE FUNCTION saved_change_note();
