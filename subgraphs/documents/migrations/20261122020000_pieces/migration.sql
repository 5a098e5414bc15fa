-- Where the cells of a page came from, as bytes (packPage); pages that were kept before have lines instead.
ALTER TABLE braille_page ADD COLUMN pieces bytea;
ALTER TABLE braille_page ALTER COLUMN lines DROP NOT NULL;
ALTER TABLE braille_page ADD CONSTRAINT braille_page_pieces CHECK (pieces IS NOT NULL OR lines IS NOT NULL);
-- They are deflated already.
ALTER TABLE braille_page ALTER COLUMN pieces SET STORAGE EXTERNAL;
ALTER TABLE block_cells ALTER COLUMN cells SET STORAGE EXTERNAL;
