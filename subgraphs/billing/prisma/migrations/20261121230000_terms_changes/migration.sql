-- Whose terms are new, in the order in which they became so, and how far each service has come with acting on it.

-- CreateTable
CREATE TABLE "terms_change" (
    "user_id" TEXT NOT NULL,
    "sequence" SERIAL NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_change_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "terms_change_reader" (
    "service" TEXT NOT NULL,
    "through" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_change_reader_pkey" PRIMARY KEY ("service")
);

-- CreateIndex
CREATE UNIQUE INDEX "terms_change_sequence_key" ON "terms_change"("sequence");
