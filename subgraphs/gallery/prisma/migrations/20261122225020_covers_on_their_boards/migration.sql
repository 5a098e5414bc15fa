-- A cover is a picture of its board: others were given away by the links to it.
UPDATE "boards" SET "cover_image_id" = NULL WHERE "cover_image_id" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "board_images" WHERE "board_id" = "boards"."id" AND "image_id" = "boards"."cover_image_id");
