-- "images_largest" is in its place.
DROP INDEX CONCURRENTLY IF EXISTS "images_largest_of_owner";
