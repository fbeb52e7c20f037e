-- Documents that are nearly the same (copies) or came from the same place and resemble each other (versions): families.ts.
-- Rows here are written in the transaction that writes the record, by one at a time.
CREATE TABLE signature (
  record BIGINT PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  number TEXT COLLATE "C" NOT NULL,                     -- the document's own, as letters and digits; '' where it has none
  bytes  BYTEA NOT NULL,
  bands  INTEGER[] NOT NULL                             -- two signatures of copies have one in common
);
CREATE INDEX signature_bands ON signature USING gin (bands);

-- The records that have others beside them in their family.
CREATE TABLE copy (
  record        BIGINT PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  family        BIGINT NOT NULL,                        -- the record of its document with the lowest id
  superseded_by BIGINT                                  -- the lowest record of those in the family that came later from the same place
);
CREATE INDEX copy_family ON copy (family);
