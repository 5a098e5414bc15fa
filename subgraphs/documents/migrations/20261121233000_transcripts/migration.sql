CREATE TABLE transcript (
  id uuid PRIMARY KEY,
  owner_id text NOT NULL,
  asset_id text NOT NULL,
  job_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('HEARING', 'READY')),
  title text NOT NULL,
  language text,
  transcriber text NOT NULL,
  length_ms bigint NOT NULL DEFAULT 0,
  heard_ms bigint NOT NULL DEFAULT 0,
  segment_count integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  changed_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX transcript_owner ON transcript (owner_id, created_at DESC, id DESC);
CREATE INDEX transcript_unfinished ON transcript (changed_at) WHERE state = 'HEARING';

-- A word is [text, startMs, endMs, confidence].
CREATE TABLE transcript_segment (
  transcript_id uuid NOT NULL REFERENCES transcript ON DELETE CASCADE,
  position integer NOT NULL,
  start_ms integer NOT NULL,
  end_ms integer NOT NULL,
  text text NOT NULL,
  words jsonb NOT NULL,
  PRIMARY KEY (transcript_id, position)
);

-- What each worker has, told again and again; what is old does not count.
CREATE TABLE engine_offer (
  worker_id uuid PRIMARY KEY,
  voices jsonb NOT NULL,
  transcribers jsonb NOT NULL,
  seen_at timestamptz(3) NOT NULL DEFAULT now()
);
