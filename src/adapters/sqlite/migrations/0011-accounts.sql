-- Who may use the archive, browsers that are logged in, tokens of programs, failed attempts, and what was done.
CREATE TABLE account (
  key           TEXT PRIMARY KEY,               -- the name in lower case
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('reader', 'archivist', 'operator')),
  password_hash TEXT NOT NULL,                  -- scrypt, with its parameters and salt
  created_at    TEXT NOT NULL,
  locked_at     TEXT,
  last_login_at TEXT
) STRICT;

CREATE TABLE web_session (
  hash        TEXT PRIMARY KEY,                 -- SHA-256 of the secret in the cookie
  account_key TEXT NOT NULL REFERENCES account (key) ON DELETE CASCADE,
  created_at  TEXT NOT NULL,
  seen_at     TEXT NOT NULL
) STRICT;
CREATE INDEX web_session_account ON web_session (account_key);

CREATE TABLE api_token (
  id          TEXT PRIMARY KEY,
  hash        TEXT NOT NULL UNIQUE,             -- SHA-256 of the token
  account_key TEXT NOT NULL REFERENCES account (key) ON DELETE CASCADE,
  label       TEXT NOT NULL,
  start       TEXT NOT NULL,                    -- its first characters
  scopes      TEXT NOT NULL,                    -- JSON list
  created_at  TEXT NOT NULL,
  expires_at  TEXT,
  used_at     TEXT
) STRICT;
CREATE INDEX api_token_account ON api_token (account_key);

CREATE TABLE login_failure (
  key          TEXT PRIMARY KEY,                -- whose or from where
  count        INTEGER NOT NULL,
  last_at      TEXT NOT NULL,
  locked_until TEXT
) STRICT;

-- The audit log: rows are added, never changed or removed.
CREATE TABLE audit_entry (
  key     TEXT PRIMARY KEY,                     -- instant and a random end
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  way     TEXT NOT NULL,
  address TEXT,
  action  TEXT NOT NULL,
  target  TEXT NOT NULL,
  outcome TEXT NOT NULL,
  detail  TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_who ON audit_entry (who, key);
CREATE INDEX audit_entry_action ON audit_entry (action, key);
CREATE INDEX audit_entry_target ON audit_entry (target, key);

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
-- A row that comes once more from a backup or another store is the same.
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE ON audit_entry
WHEN (OLD.key, OLD.at, OLD.who, OLD.way, OLD.address, OLD.action, OLD.target, OLD.outcome, OLD.detail)
  IS NOT (NEW.key, NEW.at, NEW.who, NEW.way, NEW.address, NEW.action, NEW.target, NEW.outcome, NEW.detail)
BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
