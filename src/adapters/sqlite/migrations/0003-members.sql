-- Documents that came in others: members of archives, attachments of messages.
ALTER TABLE document ADD COLUMN container_id TEXT REFERENCES document (id) ON DELETE SET NULL;
ALTER TABLE document ADD COLUMN container_types TEXT;   -- JSON list of media types, the nearest first; NULL where by itself

CREATE TABLE member (
  number       INTEGER PRIMARY KEY,             -- the order in which they were found
  container_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  document_id  TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name         TEXT NOT NULL,                   -- path inside the container
  UNIQUE (container_id, name, document_id)  -- an archive may hold one name twice
) STRICT;
CREATE INDEX member_document ON member (document_id);
