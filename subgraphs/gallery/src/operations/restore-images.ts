import { assertService } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { parseMetadata } from '../domain/image-metadata.ts';
import type { ImageMetadata } from '../domain/image-metadata.ts';
import type { GalleryDeps } from './deps.ts';

/** The bucket, as far as it is read. */
export interface BucketReader {
  list(options: { prefix: string; limit: number; after?: string }): Promise<readonly { readonly key: string }[]>;
  get(key: string, bounds: { readonly sizeBytesMax: number }): Promise<Uint8Array>;
}

interface Restoring {
  readonly viewer: Viewer;
  readonly deps: Pick<GalleryDeps, 'images'>;
  readonly bucket: BucketReader;
  /** Of one person; of everybody when it is left out. */
  readonly ownerId?: string;
  /** Without it nothing is changed. */
  readonly writes: boolean;
}

export interface Restoration {
  /** Pictures that the bucket tells of. */
  readonly told: number;
  /** Of them, those that the gallery does not know; with `writes` it does from now on. */
  readonly missing: readonly ImageMetadata[];
  /** Of the missing, those whose owner has left. */
  readonly ownerless: number;
  /** Documents that can't be read, or lie where another picture's should. */
  readonly unreadable: readonly string[];
}

const HOME = 'users/';
const PAGE = 1_000;
const DOCUMENT_BYTES_MAX = 200_000;
const DOCUMENT = /^users\/([^/]+)\/images\/([^/]+)\/metadata\.json$/;

/**
 * Finds by the bucket alone which pictures the gallery has lost, and puts them back: what they are and were made from, not what
 * their owners wrote about them, nor that they were in the trash. Repeating it finds nothing more.
 * @throws AccessError FORBIDDEN to anybody but a service.
 */
export async function restoreImages({ viewer, deps, bucket, ownerId, writes }: Restoring): Promise<Restoration> {
  assertService(viewer);
  const prefix = ownerId === undefined ? HOME : `${HOME}${encodeURIComponent(ownerId)}/images/`;
  const found = { told: 0, ownerless: 0, missing: [] as ImageMetadata[], unreadable: [] as string[] };
  for (let after: string | undefined; ;) {
    const page = await bucket.list({ prefix, limit: PAGE, ...(after === undefined ? {} : { after }) });
    const documents = page.filter(({ key }) => DOCUMENT.test(key));
    for (const { key } of documents) {
      const image = await readDocument(key, bucket);
      if (!image) {
        found.unreadable.push(key);
        continue;
      }
      found.told += 1;
      if ((await deps.images.findMany([image.id])).length > 0) continue;
      found.missing.push(image);
      if (writes && !(await deps.images.insertOnce(rowOf(image)))) found.ownerless += 1;
    }
    after = page.at(-1)?.key;
    if (page.length < PAGE) return found;
  }
}

/** A document speaks for the place where it lies, and for no other. */
async function readDocument(key: string, bucket: BucketReader): Promise<ImageMetadata | undefined> {
  const bytes = await bucket.get(key, { sizeBytesMax: DOCUMENT_BYTES_MAX });
  const image = parseMetadata(new TextDecoder().decode(bytes));
  const [, owner, id] = DOCUMENT.exec(key) ?? [];
  return image?.id === id && encodeURIComponent(image?.ownerId ?? '') === owner ? image : undefined;
}

const rowOf = ({ schema: _, version: _version, ...row }: ImageMetadata) => row;
