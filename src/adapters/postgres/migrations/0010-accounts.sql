-- Who may use the archive, browsers that are logged in, tokens of programs, failed attempts, and what was done.
CREATE TABLE account (
  key           TEXT COLLATE "C" PRIMARY KEY,   -- the name in lower case
  name          TEXT NOT NULL,
  role          TEXT NOT NULL CHECK (role IN ('reader', 'archivist', 'operator')),
  password_hash TEXT NOT NULL,                  -- scrypt, with its parameters and salt
  created_at    TEXT COLLATE "C" NOT NULL,
  locked_at     TEXT,
  last_login_at TEXT COLLATE "C"
);

CREATE TABLE web_session (
  hash        TEXT COLLATE "C" PRIMARY KEY,   -- SHA-256 of the secret in the cookie
  account_key TEXT COLLATE "C" NOT NULL REFERENCES account (key) ON DELETE CASCADE,
  created_at  TEXT COLLATE "C" NOT NULL,
  seen_at     TEXT COLLATE "C" NOT NULL
);
CREATE INDEX web_session_account ON web_session (account_key);

CREATE TABLE api_token (
  id          TEXT COLLATE "C" PRIMARY KEY,
  hash        TEXT COLLATE "C" NOT NULL UNIQUE, -- SHA-256 of the token
  account_key TEXT COLLATE "C" NOT NULL REFERENCES account (key) ON DELETE CASCADE,
  label       TEXT NOT NULL,
  start       TEXT NOT NULL,                    -- its first characters
  scopes      TEXT NOT NULL,                    -- JSON list
  created_at  TEXT COLLATE "C" NOT NULL,
  expires_at  TEXT COLLATE "C",
  used_at     TEXT COLLATE "C"
);
CREATE INDEX api_token_account ON api_token (account_key);

CREATE TABLE login_failure (
  key          TEXT COLLATE "C" PRIMARY KEY,   -- whose or from where
  count        INTEGER NOT NULL,
  last_at      TEXT COLLATE "C" NOT NULL,
  locked_until TEXT COLLATE "C"
);

-- The audit log: rows are added, never changed or removed.
CREATE TABLE audit_entry (
  key     TEXT COLLATE "C" PRIMARY KEY,   -- instant and a random end
  at      TEXT COLLATE "C" NOT NULL,
  who     TEXT COLLATE "C" NOT NULL,
  way     TEXT NOT NULL,
  address TEXT,
  action  TEXT COLLATE "C" NOT NULL,
  target  TEXT COLLATE "C" NOT NULL,
  outcome TEXT NOT NULL,
  detail  TEXT NOT NULL
);
CREATE INDEX audit_entry_who ON audit_entry (who, key);
CREATE INDEX audit_entry_action ON audit_entry (action, key);
CREATE INDEX audit_entry_target ON audit_entry (target, key);

CREATE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only added to';
END
$$;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_kept();
-- A row that comes once more from a backup or another store is the same.
CREATE TRIGGER audit_entry_is_kept BEFORE UPDATE ON audit_entry FOR EACH ROW
WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION audit_entry_kept();
