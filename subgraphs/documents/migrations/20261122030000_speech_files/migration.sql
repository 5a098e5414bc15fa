-- Files that a run has asked to store, noted before their bytes go: whatever becomes of the run, they are known.
CREATE TABLE speech_file (
  clip_id uuid NOT NULL REFERENCES speech_clip ON DELETE CASCADE,
  asset_id text NOT NULL,
  PRIMARY KEY (clip_id, asset_id)
);

-- How long a recording is, found out when it was decoded: what it costs is told by that from then on.
CREATE TABLE recording_length (
  asset_id text PRIMARY KEY,
  owner_id text NOT NULL,
  length_ms bigint NOT NULL
);
CREATE INDEX recording_length_owner ON recording_length (owner_id);
