-- Which cells a rendition pays for, [number, version] of each block; from the moment that it is ready until its price has been taken.
ALTER TABLE rendition ADD COLUMN cells_due jsonb;
