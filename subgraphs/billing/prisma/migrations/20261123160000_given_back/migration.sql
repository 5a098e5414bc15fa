-- A hold that was given back is not charged anew by a run that outlived its job; one that expired is.

-- AlterTable
ALTER TABLE "hold" ADD COLUMN "given_back" BOOLEAN NOT NULL DEFAULT false;
