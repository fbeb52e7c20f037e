-- Who works on a document, and until when nobody else may; since when a document is in its state; what was forgotten.
ALTER TABLE document
  ADD COLUMN lease          INTEGER NOT NULL DEFAULT 0,           -- number of the latest start of a job: what older starts write is refused
  ADD COLUMN holder         TEXT,                                 -- process of the job under way ("host:pid:start"); NULL where none is
  ADD COLUMN leased_until   TEXT COLLATE "C",                     -- instant by this server's clock; afterwards others may take the job over
  ADD COLUMN quarantined_at TEXT COLLATE "C",                     -- instant; NULL unless its jobs took processes down
  ADD COLUMN state_since    TEXT COLLATE "C" NOT NULL DEFAULT ''; -- instant since which it waits, or at which it ended
UPDATE document SET state_since = CASE WHEN next_job IS NULL THEN changed_at ELSE received_at END;
DROP INDEX document_waiting;
CREATE INDEX document_waiting ON document (attempts, state_since, id) WHERE next_job IS NOT NULL;
CREATE INDEX document_leased ON document (leased_until) WHERE holder IS NOT NULL;
CREATE INDEX document_quarantined ON document (quarantined_at) WHERE quarantined_at IS NOT NULL;
CREATE INDEX document_hindered ON document (changed_at) WHERE state = 'pending' AND error_code IS NOT NULL;
DROP INDEX document_state;
CREATE INDEX document_state ON document (state, state_since, id);

-- What made a record, so that those of older versions are found. The whole body is no JSON that PostgreSQL takes.
ALTER TABLE record
  ADD COLUMN parser    TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN extractor TEXT COLLATE "C" NOT NULL DEFAULT '',
  ADD COLUMN lexicon   TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE record r SET
  parser = coalesce(made.by ->> 'parser', ''),
  extractor = coalesce(made.by ->> 'extractor', ''),
  lexicon = coalesce(made.by ->> 'lexicon', '')
FROM (SELECT number, substring(body FROM '"madeBy":(\{[^{}]*\})')::json AS by FROM record) AS made
WHERE made.number = r.number;

CREATE TABLE forgotten (
  id   TEXT COLLATE "C" PRIMARY KEY,              -- SHA-256 of bytes that are gone
  name TEXT NOT NULL,
  at   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX forgotten_at ON forgotten (at);
