CREATE TABLE document (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  asset_id text NOT NULL,
  job_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('READING', 'READY')),
  title text NOT NULL,
  language text NOT NULL,
  format text NOT NULL,
  page_count integer,
  part_count integer NOT NULL CHECK (part_count > 0),
  parts_read integer NOT NULL DEFAULT 0 CHECK (parts_read <= part_count),
  block_count integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX document_owner ON document (owner_id, created_at DESC, id DESC);
CREATE INDEX document_unfinished ON document (changed_at) WHERE state = 'READING';

CREATE TABLE block (
  document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
  position integer NOT NULL,
  part integer NOT NULL,
  kind text NOT NULL,
  content jsonb NOT NULL,
  PRIMARY KEY (document_id, position)
);
CREATE INDEX block_outline ON block (document_id, position) WHERE kind = 'HEADING';
