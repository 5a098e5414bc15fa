/** What lies at a key of the bucket, read from the key alone. */
export type BucketPlace =
  /** The bytes of an asset, or what was derived from a picture's: the record is found by `objectKey`. */
  | { readonly kind: 'ASSET'; readonly objectKey: string }
  /** Derived from the asset whose bytes lie in the same folder. */
  | { readonly kind: 'PREVIEW'; readonly assetId: string }
  /** Made of pictures: the record is found by the key. */
  | { readonly kind: 'COPY'; readonly key: string }
  /** Kept by others than us, or by nobody we know: never touched, only counted. */
  | { readonly kind: 'FOREIGN' };

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const FILE = new RegExp(`^users/[^/]+/files/${ID}/[^/]+$`);
const COVER = new RegExp(`^users/[^/]+/boards/${ID}/cover\\.webp$`);
const SHARED = /^shared\/[0-9a-f]{64}\/image\.png$/;
const PREVIEW = new RegExp(`^users/[^/]+/files/(${ID})/previews/(256|1024)\\.webp$`);
const PICTURE = new RegExp(`^users/[^/]+/images/${ID}/(original(-${ID})?\\.png|thumbnail\\.webp)$`);
/** What is derived from a picture's thumbnail. */
const OF_THUMBNAIL = new RegExp(`^(users/[^/]+/images/${ID}/)(previews/256\\.webp|metadata\\.json)$`);
/** What is derived from its original, or from a later try of it. */
const OF_ORIGINAL = new RegExp(`^(users/[^/]+/images/${ID}/)previews/1024(-${ID})?\\.webp$`);

/** Reads a key strictly: only what has wholly the shape of something of ours counts as ours. */
export function bucketPlaceOf(key: string): BucketPlace {
  const preview = PREVIEW.exec(key)?.[1];
  if (preview !== undefined) return { kind: 'PREVIEW', assetId: preview };
  const folder = OF_THUMBNAIL.exec(key)?.[1];
  if (folder !== undefined) return { kind: 'ASSET', objectKey: `${folder}thumbnail.webp` };
  const [, home, later = ''] = OF_ORIGINAL.exec(key) ?? [];
  if (home !== undefined) return { kind: 'ASSET', objectKey: `${home}original${later}.png` };
  if (COVER.test(key) || SHARED.test(key)) return { kind: 'COPY', key };
  return FILE.test(key) || PICTURE.test(key) ? { kind: 'ASSET', objectKey: key } : { kind: 'FOREIGN' };
}
