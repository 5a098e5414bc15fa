-- Cells of a job that was not paid for are made use of, but have their price until a rendition that shows them is finished.
ALTER TABLE block_cells ADD COLUMN paid boolean NOT NULL DEFAULT true;
ALTER TABLE block_cells ALTER COLUMN paid SET DEFAULT false;
