-- What servers said of a file's charset, which pages gave which files along, what fetches told, and when sites were looked at.
ALTER TABLE source ADD COLUMN charset TEXT;           -- of the HTTP header that came with it; NULL where it named none

-- Files that articles give along; kept when the source of the crawl is removed, as the evidence of its fetches is.
CREATE TABLE page_link (
  key        TEXT COLLATE "C" PRIMARY KEY,            -- page_key and file_key
  page_key   TEXT COLLATE "C" NOT NULL,
  page_url   TEXT NOT NULL,
  page_title TEXT NOT NULL,                           -- what a link called the page, and the file
  file_key   TEXT COLLATE "C" NOT NULL,
  file_url   TEXT NOT NULL,
  file_title TEXT NOT NULL
);
CREATE INDEX page_link_page ON page_link (page_key);
CREATE INDEX page_link_file ON page_link (file_key);
INSERT INTO page_link (key, page_key, page_url, page_title, file_key, file_url, file_title)
SELECT p.key || ' ' || f.key, p.key, p.url, p.title, f.key, f.url, f.title
FROM page f JOIN page p ON p.key = f.offered_by WHERE f.kind = 'attachment' AND p.kind = 'page';

ALTER TABLE fetch_evidence ADD COLUMN changed INTEGER; -- 0: it told nothing new; NULL: nobody noted whether it did
CREATE INDEX fetch_evidence_document ON fetch_evidence (sha256) WHERE sha256 IS NOT NULL;

ALTER TABLE crawl_source ADD COLUMN looked_at TEXT COLLATE "C"; -- when its feeds, sitemaps and lists were sought last
UPDATE crawl_source SET looked_at = created_at;
