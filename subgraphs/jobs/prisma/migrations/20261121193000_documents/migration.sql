-- AlterTable
ALTER TABLE "job" ADD COLUMN "error_page" INTEGER;
