-- AlterTable
ALTER TABLE "user" ADD COLUMN "avatar_asset_id" TEXT;
