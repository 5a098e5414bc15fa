-- How many pictures have a shape, and how models, stars and shapes go together: the planner took any shape for one in two hundred,
-- because it knows nothing of what an index holds that leaves out rows.
CREATE STATISTICS "images_shapes" (mcv) ON "model_id", "starred", (image_shape("width", "height")) FROM "images";
ANALYZE "images";
