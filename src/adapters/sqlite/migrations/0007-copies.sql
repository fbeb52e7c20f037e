-- Documents that are nearly the same (copies) or came from the same place and resemble each other (versions): families.ts.
-- Rows here are written in the transaction that writes the record.
CREATE TABLE signature (
  record INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  number TEXT NOT NULL,                         -- the document's own, as letters and digits; '' where it has none
  bytes  BLOB NOT NULL
) STRICT;

-- What two signatures of copies have in common. Without a reference to the record, whose removal would read the whole table.
CREATE TABLE signature_band (
  band   INTEGER NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (band, record)
) STRICT, WITHOUT ROWID;

-- The records that have others beside them in their family.
CREATE TABLE copy (
  record        INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
  family        INTEGER NOT NULL,               -- the record of its document with the lowest id
  superseded_by INTEGER                         -- the lowest record of those in the family that came later from the same place
) STRICT;
CREATE INDEX copy_family ON copy (family);
