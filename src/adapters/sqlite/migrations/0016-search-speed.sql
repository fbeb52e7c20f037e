-- What makes searches quick in large archives; filled here, so that nothing need be indexed anew.

-- How many rows were ever taken out: those who remember rows see that some of them are gone.
ALTER TABLE index_clock ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER record_index_deleted AFTER DELETE ON record_index BEGIN
  UPDATE index_clock SET at = at + 1, removed = removed + 1;
END;

-- Whether the archive has a document of the number that a citation names, issued on a day that fits (see facts/conditions.ts).
ALTER TABLE fact ADD COLUMN known INTEGER NOT NULL DEFAULT 0;
UPDATE fact SET known = 1 WHERE kind = 'citations' AND key <> '' AND EXISTS (
  SELECT 1 FROM fact_document d WHERE d.number_key = fact.key AND d.number_key <> ''
    AND (fact.first = '' OR d.first = '' OR (d.first <= fact.last AND d.last >= fact.first)));
CREATE INDEX fact_known ON fact (known, day, record, place) WHERE kind = 'citations';

CREATE TRIGGER fact_cites AFTER INSERT ON fact WHEN NEW.kind = 'citations' AND NEW.key <> '' BEGIN
  UPDATE fact SET known = 1 WHERE number = NEW.number AND EXISTS (
    SELECT 1 FROM fact_document d WHERE d.number_key = NEW.key AND d.number_key <> ''
      AND (NEW.first = '' OR d.first = '' OR (d.first <= NEW.last AND d.last >= NEW.first)));
END;
CREATE TRIGGER fact_document_came AFTER INSERT ON fact_document WHEN NEW.number_key <> '' BEGIN
  UPDATE fact SET known = 1 WHERE kind = 'citations' AND key = NEW.number_key AND key <> '' AND known = 0
    AND (first = '' OR NEW.first = '' OR (NEW.first <= last AND NEW.last >= first));
END;
CREATE TRIGGER fact_document_went AFTER DELETE ON fact_document WHEN OLD.number_key <> '' BEGIN
  UPDATE fact SET known = 0 WHERE kind = 'citations' AND key = OLD.number_key AND key <> '' AND known = 1
    AND NOT EXISTS (
      SELECT 1 FROM fact_document d WHERE d.number_key = fact.key AND d.number_key <> ''
        AND (fact.first = '' OR d.first = '' OR (d.first <= fact.last AND d.last >= fact.first)));
END;

-- Years and people are asked for among the values of `record_index`.
DROP TABLE record_year;
DROP TABLE record_official;
