CREATE TABLE speech_clip (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  job_id uuid NOT NULL,
  document_id uuid REFERENCES document ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('SPEAKING', 'READY')),
  title text NOT NULL,
  language text NOT NULL,
  voice text NOT NULL,
  rate double precision NOT NULL,
  pitch double precision NOT NULL,
  format text NOT NULL,
  chapter_count integer NOT NULL DEFAULT 0,
  duration_ms bigint NOT NULL DEFAULT 0,
  asset_id text,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (state <> 'READY' OR asset_id IS NOT NULL)
);
CREATE INDEX speech_clip_owner ON speech_clip (owner_id, created_at DESC, id DESC);
CREATE INDEX speech_clip_document ON speech_clip (document_id, created_at DESC) WHERE document_id IS NOT NULL;
CREATE INDEX speech_clip_unfinished ON speech_clip (changed_at) WHERE state = 'SPEAKING';

-- A word is [start, end, startMs, endMs].
CREATE TABLE speech_chapter (
  clip_id uuid NOT NULL REFERENCES speech_clip ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  asset_id text NOT NULL,
  duration_ms bigint NOT NULL,
  words jsonb NOT NULL,
  PRIMARY KEY (clip_id, number)
);
