import { expect } from 'vitest';
import { TRASH_MS } from '../../src/domain/asset.ts';
import type { Asset } from '../../src/domain/asset.ts';
import { metadataKeyOf, thumbnailKeyOf, thumbnailSidesOf } from '../../src/domain/preview.ts';
import { compareBucket, ORPHAN_AGE_MS } from '../../src/operations/reconcile-objects.ts';
import { reconcileStorage } from '../../src/operations/reconcile-storage.ts';
import type { RunningAssets } from '../start-assets.ts';
import { sha256Hex } from '../upload-bytes.ts';
import type { PersonWithFiles } from './person-with-files.ts';
import { FILES } from './steps.ts';
import type { FileNumber } from './steps.ts';

const HOUR_MS = 3_600_000;
const FILE_BYTES_MAX = 100_000;

/** What the product does by itself in some days. An account's end is told until it is dealt with. */
export async function heal(person: PersonWithFiles, running: RunningAssets): Promise<void> {
  const { deps } = running;
  if (person.hasDeparted() && (await deps.storage.find(person.userId))) await person.doAct('depart', 0, deps);
  for (const ms of [HOUR_MS, ORPHAN_AGE_MS + HOUR_MS, ORPHAN_AGE_MS + HOUR_MS]) {
    running.advance(ms);
    for (const act of ['derive', 'tidy', 'reconcile'] as const) await person.doAct(act, 0, deps);
  }
}

/** The files that are READY and whose time in the trash is not over: nobody but their owner may end them. */
export async function findLasting(person: PersonWithFiles, { deps }: RunningAssets): Promise<FileNumber[]> {
  const over = deps.now().getTime() - TRASH_MS;
  const assets = await person.findAll();
  return FILES.filter((file) => {
    const { status, trashedAt } = assets[file] ?? {};
    return status === 'READY' && (trashedAt === undefined || trashedAt.getTime() > over);
  });
}

export async function expectNeverOver({ userId }: PersonWithFiles, running: RunningAssets): Promise<void> {
  const account = await running.deps.storage.find(userId);
  expect((account?.usedBytes ?? 0) + (account?.reservedBytes ?? 0)).toBeLessThanOrEqual(running.plan.storageBytes);
}

/** Records, figures and bucket tell the same; every READY file is there, byte by byte; nothing else is. */
export async function expectWhole(person: PersonWithFiles, { deps }: RunningAssets): Promise<void> {
  const { userId } = person;
  const homes = [`users/${userId}/`, person.sharedKey];
  const kept = (await Promise.all(homes.map((prefix) => deps.blobs.list({ prefix, limit: 100 })))).flat();
  const ready = await deps.assets.listReady({ ownerId: userId, limit: 100 });
  const copies = await deps.copies.listOf(userId, 100);
  const described = new Set(
    ready.filter(({ purpose }) => purpose === 'IMAGE_THUMBNAIL').map(({ objectKey }) => metadataKeyOf(objectKey)),
  );
  const keys = kept
    .map(({ key }) => key)
    .filter((key) => !described.has(key) && !copies.some((copy) => copy.key === key));
  expect(keys.sort()).toEqual(ready.flatMap(keysOf).sort());
  // What is shown is there; what could not be made or removed is hidden, and its record kept until it is.
  for (const { key, version } of copies) if (version !== undefined) expect(kept.map((blob) => blob.key)).toContain(key);
  if (person.hasDeparted()) expect(copies).toEqual([]);
  for (const file of FILES) {
    const asset = await person.find(file);
    if (asset?.status !== 'READY') continue;
    const bytes = await deps.blobs.get(asset.objectKey, { sizeBytesMax: FILE_BYTES_MAX });
    expect(sha256Hex(bytes)).toBe(sha256Hex(person.bytesOf(file)));
  }
  const account = await deps.storage.find(userId);
  const usedBytes = ready.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (account) expect(account).toMatchObject({ usedBytes, reservedBytes: 0, moves: [] });
  expect(await reconcileStorage(userId, deps)).toBe('RIGHT');
  if (person.hasDeparted()) expect({ account, ready }).toEqual({ account: undefined, ready: [] });
  const { orphans, lost } = await compareBucket(undefined, deps);
  expect({ orphans, lost }).toEqual({ orphans: [], lost: [] });
}

function keysOf(asset: Asset): string[] {
  const sides = asset.preview?.hasThumbnail ? thumbnailSidesOf(asset) : [];
  return [asset.objectKey, ...sides.map((side) => thumbnailKeyOf(asset, side))];
}
