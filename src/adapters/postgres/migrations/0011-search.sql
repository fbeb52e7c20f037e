-- What hits are ordered by, counted by, and what mistyped words are mended by. Records that are there get what the older tables
-- hold; `vanthu reindex` brings the rest: organisations, issuers, languages, numbers as one word, and what they are about.

-- One narrow row a record: all that a search needs of the records that match.
CREATE TABLE record_index (
  record BIGINT PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  day    TEXT COLLATE "C" NOT NULL,                     -- as in `record`
  id     TEXT COLLATE "C" NOT NULL,                     -- of the document
  number TEXT COLLATE "C" NOT NULL,                     -- the document's own as one word, "16x2021nqhdnd"; '' where it has none
  facets TEXT[] COLLATE "C" NOT NULL                    -- {province:hoa-binh,year:2022}
);
CREATE INDEX record_index_id ON record_index (id);
CREATE INDEX record_index_number ON record_index (number) WHERE number <> '';
CREATE INDEX record_index_facets ON record_index USING gin (facets);

-- Names of organisations and issuers by their words.
CREATE TABLE record_body (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  field  TEXT COLLATE "C" NOT NULL,                     -- org or issuer
  words  TEXT[] COLLATE "C" NOT NULL                    -- {so,tai,chinh}
);
CREATE INDEX record_body_record ON record_body (record);
CREATE INDEX record_body_words ON record_body USING gin (words);

-- What documents are about: see search/prominent.ts. A word of level 2 is there as {thi~1,thi~2}.
CREATE TABLE prominent_words (
  record BIGINT PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  words  TEXT[] COLLATE "C" NOT NULL
);
CREATE INDEX prominent_words_words ON prominent_words USING gin (words);

-- Words of letters alone that stand in documents, folded.
CREATE TABLE word (
  initial TEXT COLLATE "C" NOT NULL,                    -- its first letter
  length  INTEGER NOT NULL,
  word    TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (initial, length, word)
);

INSERT INTO record_index (record, day, id, number, facets)
SELECT r.number, r.day, r.document_id, '', ARRAY(
  SELECT 'province:' || id FROM record_province WHERE record = r.number
  UNION SELECT 'province:' || current FROM record_province WHERE record = r.number
  UNION SELECT 'provinceThen:' || id FROM record_province WHERE record = r.number
  UNION SELECT 'official:' || left(name, 500) FROM record_official WHERE record = r.number
  UNION SELECT 'year:' || year FROM record_year WHERE record = r.number
  UNION SELECT 'type:' || r.type
  UNION SELECT 'state:' || d.state FROM document d WHERE d.id = r.document_id AND d.state IN ('extracted', 'partial')
  UNION SELECT 'source:' || t.value FROM source s, json_array_elements_text(s.tags::json) AS t WHERE s.document_id = r.document_id
  UNION SELECT 'source:upload' FROM source s WHERE s.document_id = r.document_id AND s.place IS NOT NULL AND s.tags = '[]'
)
FROM record r;
