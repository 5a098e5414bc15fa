ALTER TABLE document ADD COLUMN char_count bigint NOT NULL DEFAULT 0;

CREATE TABLE rendition (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
  owner_id text NOT NULL,
  job_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('BRAILLING', 'READY')),
  code text NOT NULL,
  grade integer,
  setup jsonb NOT NULL,
  page_count integer NOT NULL DEFAULT 0,
  brf_asset_id text,
  pef_asset_id text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (state <> 'READY' OR (brf_asset_id IS NOT NULL AND pef_asset_id IS NOT NULL))
);
CREATE INDEX rendition_document ON rendition (document_id, created_at DESC);
CREATE INDEX rendition_unfinished ON rendition (changed_at) WHERE state = 'BRAILLING';

CREATE TABLE braille_page (
  rendition_id uuid NOT NULL REFERENCES rendition ON DELETE CASCADE,
  number integer NOT NULL,
  volume integer NOT NULL,
  print_page text,
  lines jsonb NOT NULL,
  PRIMARY KEY (rendition_id, number)
);
