-- Corrections count the versions of a document.
ALTER TABLE document ADD COLUMN version integer NOT NULL DEFAULT 0;

-- A block keeps its number for good; where it stands (position) may be corrected.
ALTER TABLE block ADD COLUMN number integer;
UPDATE block SET number = position;
ALTER TABLE block ALTER COLUMN number SET NOT NULL;
ALTER TABLE block DROP CONSTRAINT block_pkey;
ALTER TABLE block ADD PRIMARY KEY (document_id, number);
ALTER TABLE block ADD CONSTRAINT block_place UNIQUE (document_id, position) DEFERRABLE INITIALLY IMMEDIATE;
ALTER TABLE block
  ADD COLUMN version integer NOT NULL DEFAULT 0,
  ADD COLUMN left_out boolean NOT NULL DEFAULT false,
  -- As it was read, once it was corrected.
  ADD COLUMN source jsonb,
  ADD COLUMN char_count integer NOT NULL DEFAULT 0;
-- Near enough for what was read before this was counted.
UPDATE block SET char_count = coalesce(length(content->>'text'), length(content::text) / 2);
CREATE INDEX block_corrected ON block (document_id) WHERE source IS NOT NULL OR left_out;

-- What can be taken back, the newest first.
CREATE TABLE correction (
  document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
  version integer NOT NULL,
  number integer NOT NULL,
  act text NOT NULL CHECK (act IN ('CONTENT', 'MOVE', 'LEAVE_OUT', 'TAKE_IN')),
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, version)
);

-- The cells of a block in a code, as long as the block stays as it was.
CREATE TABLE block_cells (
  document_id uuid NOT NULL,
  number integer NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  -- Of the engine that made them.
  edition text NOT NULL,
  cells bytea NOT NULL,
  PRIMARY KEY (document_id, number, code),
  FOREIGN KEY (document_id, number) REFERENCES block ON DELETE CASCADE
);

ALTER TABLE rendition ADD COLUMN document_version integer NOT NULL DEFAULT 0;

-- What a page is found by: its blocks and its cells.
ALTER TABLE braille_page ADD COLUMN blocks integer[], ADD COLUMN cells text;
UPDATE braille_page SET
  cells = coalesce((SELECT string_agg(line->>'cells', E'\n' ORDER BY place) FROM jsonb_array_elements(lines) WITH ORDINALITY AS one (line, place)), ''),
  blocks = coalesce((SELECT array_agg(DISTINCT (piece->>'block')::integer) FROM jsonb_array_elements(lines) AS line, jsonb_array_elements(line->'pieces') AS piece
    WHERE piece->>'block' ~ '^[0-9]+$'), '{}');
ALTER TABLE braille_page ALTER COLUMN blocks SET NOT NULL, ALTER COLUMN cells SET NOT NULL;
