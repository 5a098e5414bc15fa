ALTER TABLE rendition ADD COLUMN unicode_asset_id text;
