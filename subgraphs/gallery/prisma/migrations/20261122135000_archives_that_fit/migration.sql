-- An archive takes as many of its pictures as fit: from this place on they are left for another.
ALTER TABLE "image_archives" ADD COLUMN "left_from" INTEGER;
