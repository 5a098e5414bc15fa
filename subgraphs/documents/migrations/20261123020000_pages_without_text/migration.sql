-- Pages, from 1, that show something of which nothing was read.
ALTER TABLE document ADD COLUMN pages_without_text integer[] NOT NULL DEFAULT '{}';
