-- Sites that are crawled, the pages found on them, and every fetch.
CREATE TABLE crawl_source (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  url           TEXT NOT NULL,
  every         TEXT NOT NULL,                  -- cron pattern of five parts
  province      TEXT,
  depth         INTEGER,                        -- NULL: no bound
  include       TEXT NOT NULL,                  -- JSON lists of patterns
  exclude       TEXT NOT NULL,
  max_pages     INTEGER NOT NULL,               -- fetches in a run
  delay_ms      INTEGER,                        -- NULL: the usual pause
  allow_hosts   TEXT NOT NULL,                  -- JSON list
  extra_cas     TEXT NOT NULL,                  -- JSON: host name to PEM
  paused        INTEGER NOT NULL DEFAULT 0,
  created_at    TEXT NOT NULL,
  next_run_at   TEXT,
  run           INTEGER NOT NULL DEFAULT 0,     -- number of the latest run
  started_at    TEXT,
  ended_at      TEXT,                           -- NULL while the run is under way
  visits        INTEGER NOT NULL DEFAULT 0,     -- of the latest run
  waits_until   TEXT,
  error_code    TEXT,
  error_message TEXT,
  lease         INTEGER NOT NULL DEFAULT 0,     -- as a document's
  holder        TEXT,
  leased_until  TEXT
) STRICT;

CREATE TABLE page (
  key           TEXT PRIMARY KEY,               -- SHA-256 of source and url_key
  source_id     TEXT NOT NULL,
  url_key       TEXT NOT NULL,                  -- what makes two addresses one page
  url           TEXT NOT NULL,
  host          TEXT NOT NULL,                  -- with its port where that is no usual one
  kind          TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'list', 'page', 'attachment')),
  entry         INTEGER NOT NULL,               -- 1: every run begins with it
  title         TEXT NOT NULL,
  offered_by    TEXT,                           -- key of the page that named it first
  depth         INTEGER NOT NULL,
  state         TEXT NOT NULL CHECK (state IN ('pending', 'done', 'gone', 'refused', 'failed')),
  found_run     INTEGER NOT NULL,
  visited_run   INTEGER NOT NULL,               -- 0: never visited
  result        TEXT,                           -- of the latest visit
  etag          TEXT,
  last_modified TEXT,
  sha256        TEXT,                           -- of the latest body that said something else
  text_print    TEXT,                           -- SHA-256 of what an article says
  status        INTEGER,
  misses        INTEGER NOT NULL,               -- visits in a row that found nothing
  tries         INTEGER NOT NULL,               -- starts of the visit under way
  fetched_at    TEXT,
  changed_at    TEXT,
  next_visit_at TEXT,                           -- not before; NULL: whenever there is a run
  error_code    TEXT,
  error_message TEXT
) STRICT;
CREATE INDEX page_source ON page (source_id, visited_run);
CREATE INDEX page_document ON page (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE fetch_evidence (
  key       TEXT PRIMARY KEY,                   -- page_key and at
  source_id TEXT NOT NULL,
  page_key  TEXT NOT NULL,
  at        TEXT NOT NULL,
  asked     TEXT NOT NULL,
  url       TEXT NOT NULL,                      -- where the redirects led
  redirects TEXT NOT NULL,                      -- JSON
  status    INTEGER,
  headers   TEXT NOT NULL,                      -- JSON
  sha256    TEXT,
  size      INTEGER,
  flags     TEXT NOT NULL,                      -- JSON list
  outcome   TEXT NOT NULL
) STRICT;
CREATE INDEX fetch_evidence_page ON fetch_evidence (page_key, at);

-- Whose turn it is to ask a host: one run at a time, on whatever machine.
CREATE TABLE crawl_host (
  host         TEXT PRIMARY KEY,
  holder       TEXT,                            -- id of the source whose run has it
  leased_until TEXT,
  paused_until TEXT                             -- the host asked to be left alone
) STRICT;
