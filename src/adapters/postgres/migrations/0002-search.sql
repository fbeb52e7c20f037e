-- The index: rows here are written in the transaction that writes the record.
CREATE TABLE record_year (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  year   TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (record, year)
);
CREATE INDEX record_year_year ON record_year (year);

CREATE TABLE record_province (
  record  BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  id      TEXT COLLATE "C" NOT NULL,                    -- the province as it was
  current TEXT COLLATE "C" NOT NULL,                    -- today's
  PRIMARY KEY (record, id)
);
CREATE INDEX record_province_id ON record_province (id);
CREATE INDEX record_province_current ON record_province (current);

CREATE TABLE record_official (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  name   TEXT COLLATE "C" NOT NULL,                     -- of any length, so it is in no index
  words  TEXT[] COLLATE "C" NOT NULL                    -- {nguyen,van,doat}
);
CREATE INDEX record_official_record ON record_official (record);
CREATE INDEX record_official_words ON record_official USING gin (words);

-- Words as tsvectors. One keeps places up to 16,383, 255 places of a word and 1 MB in all, so those of a long text are several
-- rows (not whole), each of which repeats the last words of the one before: every phrase lies whole in one.

-- Folded words ("hoa binh") of title, lead, body and officials, with their places.
CREATE TABLE folded_words (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  whole  BOOLEAN NOT NULL,                              -- the only row of its record
  words  TSVECTOR NOT NULL
);
CREATE INDEX folded_words_record ON folded_words (record);
CREATE INDEX folded_words_whole ON folded_words USING gin (words) WHERE whole;
CREATE INDEX folded_words_part ON folded_words USING gin (words) WHERE NOT whole;

-- Those of the title once more.
CREATE TABLE title_words (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  whole  BOOLEAN NOT NULL,
  words  TSVECTOR NOT NULL
);
CREATE INDEX title_words_record ON title_words (record);
CREATE INDEX title_words_whole ON title_words USING gin (words) WHERE whole;
CREATE INDEX title_words_part ON title_words USING gin (words) WHERE NOT whole;

-- Lower-case words that carry marks ("hoà", "bình"), tones in the newer style, without places: for those who type marks.
CREATE TABLE marked_words (
  record BIGINT NOT NULL REFERENCES record (number) ON DELETE CASCADE,
  whole  BOOLEAN NOT NULL,
  words  TSVECTOR NOT NULL
);
CREATE INDEX marked_words_record ON marked_words (record);
CREATE INDEX marked_words_whole ON marked_words USING gin (words) WHERE whole;
CREATE INDEX marked_words_part ON marked_words USING gin (words) WHERE NOT whole;
