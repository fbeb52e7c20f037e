-- What searches are quick by: every process remembers the rows that hits are sorted and counted by, and asks for those that changed
-- since. Changes bear the number of their transaction, so that none is missed that was still under way when another was seen, and
-- writers never wait for each other.
ALTER TABLE record_index ADD COLUMN written XID8 NOT NULL DEFAULT '0';
CREATE INDEX record_index_written ON record_index (written);
-- The family is part of what is remembered. Its rows have a number of their own: to write that of another record's row here would
-- have two writers wait for each other.
ALTER TABLE copy ADD COLUMN written XID8 NOT NULL DEFAULT '0';
CREATE INDEX copy_written ON copy (written);

CREATE FUNCTION index_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.written = pg_current_xact_id();
  RETURN NEW;
END
$$;
CREATE TRIGGER record_index_written BEFORE INSERT OR UPDATE ON record_index FOR EACH ROW EXECUTE FUNCTION index_written();
CREATE TRIGGER copy_written BEFORE INSERT OR UPDATE ON copy FOR EACH ROW EXECUTE FUNCTION index_written();

-- Rows that were taken out, for two days: who did not look for so long reads everything.
CREATE TABLE index_removed (
  record  BIGINT NOT NULL,                              -- 0: all
  written XID8 NOT NULL DEFAULT pg_current_xact_id(),
  at      TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX index_removed_written ON index_removed (written);
CREATE INDEX index_removed_at ON index_removed (at);

-- With a search path of its own, so that it works for whoever deletes rows by hand.
CREATE FUNCTION index_removed_note() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO index_removed (record) VALUES (0);
  ELSE
    INSERT INTO index_removed (record) SELECT record FROM gone;
  END IF;
  -- Two that clear away at once do not wait for each other.
  DELETE FROM index_removed WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM index_removed WHERE at < now() - INTERVAL '2 days' LIMIT 1000 FOR UPDATE SKIP LOCKED));
  RETURN NULL;
END
$$;
CREATE TRIGGER record_index_removed AFTER DELETE ON record_index
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION index_removed_note();
CREATE TRIGGER copy_removed AFTER DELETE ON copy
REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION index_removed_note();
CREATE TRIGGER record_index_emptied AFTER TRUNCATE ON record_index
FOR EACH STATEMENT EXECUTE FUNCTION index_removed_note();

-- Years, people and bodies are asked for among the values of `record_index`, in the process that remembers them.
DROP TABLE record_year;
DROP TABLE record_official;
DROP TABLE record_body;
DROP INDEX record_index_facets;
