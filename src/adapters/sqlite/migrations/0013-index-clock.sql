-- When a row by which records are counted was written last: who remembers rows reads again only what is newer.
-- Numbers count up with each write, so they are no time of day.
CREATE TABLE index_clock (at INTEGER NOT NULL) STRICT;
INSERT INTO index_clock VALUES (0);
ALTER TABLE record_index ADD COLUMN written INTEGER NOT NULL DEFAULT 0;
CREATE INDEX record_index_written ON record_index (written);

CREATE TRIGGER record_index_inserted AFTER INSERT ON record_index BEGIN
  UPDATE index_clock SET at = at + 1;
  UPDATE record_index SET written = (SELECT at FROM index_clock) WHERE record = NEW.record;
END;
CREATE TRIGGER record_index_updated AFTER UPDATE OF day, id, facets ON record_index BEGIN
  UPDATE index_clock SET at = at + 1;
  UPDATE record_index SET written = (SELECT at FROM index_clock) WHERE record = NEW.record;
END;
-- The family is part of what is remembered.
CREATE TRIGGER copy_inserted AFTER INSERT ON copy BEGIN
  UPDATE index_clock SET at = at + 1;
  UPDATE record_index SET written = (SELECT at FROM index_clock) WHERE record = NEW.record;
END;
CREATE TRIGGER copy_updated AFTER UPDATE ON copy BEGIN
  UPDATE index_clock SET at = at + 1;
  UPDATE record_index SET written = (SELECT at FROM index_clock) WHERE record = NEW.record;
END;
CREATE TRIGGER copy_deleted AFTER DELETE ON copy BEGIN
  UPDATE index_clock SET at = at + 1;
  UPDATE record_index SET written = (SELECT at FROM index_clock) WHERE record = OLD.record;
END;
