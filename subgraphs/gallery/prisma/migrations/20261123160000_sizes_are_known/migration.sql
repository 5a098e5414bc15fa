-- How many pictures are large: the planner took a third of them to be, whatever the size, for it knows nothing of what an index
-- holds that leaves out rows.
CREATE STATISTICS "images_sizes" ON (width * height) FROM "images";
ANALYZE "images";
