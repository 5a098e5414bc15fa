import type { Db } from 'mongodb';
import { openCollections } from './collections.ts';
import { UNSHOWN_ORIGINAL } from './preview-store.ts';

/**
 * Makes the indexes; making one that is there already does nothing. One that is new is built over all that there is, which takes
 * minutes where there is much: no connection may be used that gives up meanwhile (`withoutDeadline`).
 */
export async function makeIndexes(db: Db): Promise<void> {
  const { assets, storage, orphans, copies } = openCollections(db);
  await assets.createIndexes([
    { key: { objectKey: 1 }, name: 'one_asset_an_object', unique: true },
    { key: { ownerId: 1, status: 1, purpose: 1, createdAt: -1, _id: -1 }, name: 'newest_of_owner_by_purpose' },
    { key: { status: 1, expiresAt: 1 }, name: 'open_uploads_by_end' },
    { key: { sweepAt: 1 }, name: 'bytes_to_remove', sparse: true },
    { key: { checkAt: 1 }, name: 'uploads_to_check', sparse: true },
    { key: { deriveAt: 1 }, name: 'previews_to_make', sparse: true },
    { key: { backfillAt: 1 }, name: 'previews_to_make_up_for', sparse: true },
    {
      key: { 'preview.state': 1 },
      name: 'thumbnails_by_preview',
      partialFilterExpression: { status: 'READY', purpose: 'IMAGE_THUMBNAIL' },
    },
    {
      key: { 'preview.state': 1 },
      name: 'originals_by_preview',
      partialFilterExpression: { status: 'READY', purpose: 'IMAGE_ORIGINAL' },
    },
    {
      key: { 'preview.hasThumbnail': 1 },
      name: 'originals_without_thumbnail',
      partialFilterExpression: { ...UNSHOWN_ORIGINAL },
    },
    { key: { trashedAt: 1 }, name: 'trash_by_age', sparse: true },
    { key: { endsAt: 1 }, name: 'archives_by_end', sparse: true },
    {
      key: { status: 1, filename: 1 },
      name: 'names_to_forget',
      partialFilterExpression: { status: 'DELETED', filename: { $gt: '' } },
    },
  ]);
  await storage.createIndexes([
    { key: { checkedAt: 1 }, name: 'moves_to_check' },
    { key: { auditedAt: 1 }, name: 'accounts_to_audit' },
    { key: { forgetAt: 1 }, name: 'people_who_left', sparse: true },
  ]);
  await orphans.createIndexes([{ key: { foundAt: 1 }, name: 'orphans_by_age' }]);
  await copies.createIndexes([{ key: { ownerId: 1 }, name: 'copies_of_owner' }]);
}
