-- Pages are told before the contents are known, which then go before them: so many pages of a rendition are its contents.
ALTER TABLE rendition ADD COLUMN contents_page_count integer NOT NULL DEFAULT 0;
