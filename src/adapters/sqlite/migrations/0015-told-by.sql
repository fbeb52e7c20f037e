-- Of a family of copies and versions, the facts of one record are told (copy-row.ts); those that bear different numbers are
-- documents of their own, however much they resemble each other. It is found where families change (copies.ts).
ALTER TABLE copy ADD COLUMN told_by INTEGER;

UPDATE copy SET told_by = told.by_record FROM (
  SELECT c.record, CASE WHEN s.number = ''
    THEN first_value(c.record) OVER (PARTITION BY c.family ORDER BY c.superseded_by IS NOT NULL, s.number = '', d.received_at, d.id)
    ELSE first_value(c.record) OVER (PARTITION BY c.family, s.number ORDER BY c.superseded_by IS NOT NULL, d.received_at, d.id)
    END AS by_record
  FROM copy c JOIN signature s ON s.record = c.record JOIN record r ON r.number = c.record JOIN document d ON d.id = r.document_id) AS told
WHERE told.record = copy.record;
