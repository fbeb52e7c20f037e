-- Who works on a document, and until when nobody else may; since when a document is in its state; what was forgotten.
ALTER TABLE document ADD COLUMN lease INTEGER NOT NULL DEFAULT 0;       -- number of the latest start of a job: what older starts write is refused
ALTER TABLE document ADD COLUMN holder TEXT;                            -- process of the job under way ("host:pid:start"); NULL where none is
ALTER TABLE document ADD COLUMN leased_until TEXT;                      -- instant; afterwards others may take the job over
ALTER TABLE document ADD COLUMN quarantined_at TEXT;                    -- instant; NULL unless its jobs took processes down
ALTER TABLE document ADD COLUMN state_since TEXT NOT NULL DEFAULT '';   -- instant since which it waits, or at which it ended
UPDATE document SET state_since = CASE WHEN next_job IS NULL THEN changed_at ELSE received_at END;
DROP INDEX document_waiting;
CREATE INDEX document_waiting ON document (attempts, state_since, id) WHERE next_job IS NOT NULL;
CREATE INDEX document_leased ON document (leased_until) WHERE holder IS NOT NULL;
CREATE INDEX document_quarantined ON document (quarantined_at) WHERE quarantined_at IS NOT NULL;
CREATE INDEX document_hindered ON document (changed_at) WHERE state = 'pending' AND error_code IS NOT NULL;
DROP INDEX document_state;
CREATE INDEX document_state ON document (state, state_since, id);

-- What made a record, so that those of older versions are found.
ALTER TABLE record ADD COLUMN parser TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN extractor TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN lexicon TEXT NOT NULL DEFAULT '';
UPDATE record SET
  parser = json_extract(body, '$.madeBy.parser'),
  extractor = json_extract(body, '$.madeBy.extractor'),
  lexicon = json_extract(body, '$.madeBy.lexicon');

CREATE TABLE forgotten (
  id   TEXT PRIMARY KEY,                        -- SHA-256 of bytes that are gone
  name TEXT NOT NULL,
  at   TEXT NOT NULL
) STRICT;
CREATE INDEX forgotten_at ON forgotten (at);
