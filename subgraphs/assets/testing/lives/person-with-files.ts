import { createLogger } from '@modu/logger';
import sharp from 'sharp';
import { ARCHIVE_MS, TRASH_MS } from '../../src/domain/asset.ts';
import type { Asset } from '../../src/domain/asset.ts';
import { sharedKeyOf } from '../../src/domain/copy.ts';
import { abortUpload } from '../../src/operations/abort-upload.ts';
import { completeUpload } from '../../src/operations/complete-upload.ts';
import { deleteAsset, restoreAsset } from '../../src/operations/delete-asset.ts';
import type { AssetsDeps } from '../../src/operations/deps.ts';
import { deriveNextPreview } from '../../src/operations/derive-previews.ts';
import { keepImageMetadata } from '../../src/operations/keep-image-metadata.ts';
import { makeCover } from '../../src/operations/make-cover.ts';
import { removeFilesOf } from '../../src/operations/remove-files-of.ts';
import { requestUpload } from '../../src/operations/request-upload.ts';
import { makeSharedCopy } from '../../src/operations/share-copy.ts';
import { LANES } from '../../src/store/due-store.ts';
import { tidyOnce } from '../../src/tasks/keep-tidy.ts';
import { createBucketWalk } from '../../src/tasks/walk-bucket.ts';
import type { RunningAssets } from '../start-assets.ts';
import { announce, putBytes, sha256Hex } from '../upload-bytes.ts';
import type { TestFile, Ticket } from '../upload-bytes.ts';
import { aPerson, aService } from '../viewers.ts';
import { FILES } from './steps.ts';
import type { Act } from './steps.ts';

const HOUR_MS = 3_600_000;
const logger = createLogger({ level: 'silent' });

export type PersonWithFiles = Awaited<ReturnType<typeof aPersonWithFiles>>;

/** Text, a picture with thumbnails, and what a service brings of a gallery picture: its original and its thumbnail. */
async function makeFiles(imageId: string): Promise<readonly TestFile[]> {
  const colour = { r: 232, g: 116, b: 59 };
  const picture = await sharp({ create: { width: 2, height: 2, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return [
    { bytes: new Uint8Array(picture.byteLength).fill(65), filename: '0.txt' },
    { bytes: picture, filename: '1.png', contentType: 'image/png' },
    { bytes: picture, filename: '2.png', contentType: 'image/png', purpose: 'IMAGE_ORIGINAL', imageId },
    { bytes: picture, filename: '3.png', contentType: 'image/png', purpose: 'IMAGE_THUMBNAIL', imageId },
  ];
}

/** One person with four files of one size of which two fit, each on its way through all that can happen to it. */
export async function aPersonWithFiles(running: RunningAssets) {
  const person = aPerson();
  const { userId } = person;
  const files = await makeFiles(userId);
  const tickets = new Map<number, Ticket>();
  const fileOf = (file: number) => files[file] ?? { bytes: new Uint8Array() };
  const viewerOf = (file: number) => (fileOf(file).imageId ? aService(userId) : person);
  const idOf = (file: number) => tickets.get(file)?.id ?? userId;
  let departedAt: number | undefined;
  const request = async (file: number, deps: AssetsDeps) => {
    const made = await requestUpload(announce({ ...fileOf(file), idempotencyKey: String(file) }), {
      viewer: viewerOf(file),
      deps,
    });
    if ('url' in made && made.url) tickets.set(file, { ...made, method: 'PUT' } as unknown as Ticket);
    return made;
  };
  const put = async (file: number) => {
    const ticket = tickets.get(file);
    return ticket && putBytes(ticket, fileOf(file).bytes);
  };
  const depart = (deps: AssetsDeps) => {
    departedAt ??= deps.now().getTime();
    return removeFilesOf(userId, { viewer: aService(), deps });
  };
  const cover = (thumbnailIds: readonly string[], deps: AssetsDeps) =>
    makeCover({ boardId: userId, thumbnailIds }, { viewer: aService(userId), deps });
  const tokenHash = sha256Hex(new TextEncoder().encode(userId));
  const share = (assetId: string | null, deps: AssetsDeps) =>
    makeSharedCopy({ tokenHash, assetId }, { viewer: aService(userId), deps });
  const pass = (ms: number) => Promise.resolve(running.advance(ms));
  const acts: Readonly<Record<Act, (file: number, deps: AssetsDeps) => Promise<unknown>>> = {
    request,
    put,
    complete: (file, deps) => completeUpload({ id: idOf(file) }, { viewer: viewerOf(file), deps }),
    abort: (file, deps) => abortUpload(idOf(file), { viewer: viewerOf(file), deps }),
    trash: (file, deps) => deleteAsset({ id: idOf(file), isForever: false }, { viewer: viewerOf(file), deps }),
    restore: (file, deps) => restoreAsset(idOf(file), { viewer: viewerOf(file), deps }),
    delete: (file, deps) => deleteAsset({ id: idOf(file), isForever: true }, { viewer: viewerOf(file), deps }),
    depart: (_, deps) => depart(deps),
    derive: (_, deps) => derive(deps),
    // Text is no picture: what it is made of is one that is.
    cover: (file, deps) => cover([idOf(file || 3)], deps),
    uncover: (_, deps) => cover([], deps),
    share: (file, deps) => share(idOf(file || 2), deps),
    unshare: (_, deps) => share(null, deps),
    describe: (_, deps) => keepImageMetadata({ imageId: userId, metadata: '{}' }, { viewer: aService(userId), deps }),
    tidy: (_, deps) => tidyOnce(deps, logger),
    reconcile: (_, deps) => createBucketWalk(deps, logger).step(),
    wait: () => pass(HOUR_MS),
    'wait a day': () => pass(ARCHIVE_MS),
    'wait for the trash': () => pass(TRASH_MS),
  };
  const find = async (file: number): Promise<Asset | undefined> => running.deps.assets.find(idOf(file));
  return {
    userId,
    sharedKey: sharedKeyOf(tokenHash),
    bytesOf: (file: number) => fileOf(file).bytes,
    hasDeparted: () => departedAt !== undefined,
    /** Who has left can do nothing once their token has ended, long before they are forgotten. */
    isGone: () => departedAt !== undefined && running.deps.now().getTime() - departedAt > HOUR_MS,
    doAct: (act: Act, file: number, deps: AssetsDeps) => acts[act](file, deps),
    find,
    idOf,
    /** A picture's original knows no trash: putting it there ends it. */
    isForever: (act: Act, file: number) => act === 'delete' || (act === 'trash' && viewerOf(file) !== person),
    findAll: () => Promise.all(FILES.map(find)),
  };
}

async function derive(deps: AssetsDeps): Promise<void> {
  for (const lane of LANES) while (await deriveNextPreview(deps, lane, logger));
}
