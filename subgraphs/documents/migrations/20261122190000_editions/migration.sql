-- What made it, { name, version, tables }; null for what was made before this was kept.
ALTER TABLE rendition ADD COLUMN edition jsonb;
ALTER TABLE speech_clip ADD COLUMN edition jsonb;
