import { bucketLacks } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, putBytes, startAssets } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { createStorageStore } from '../store/storage-store.ts';
import type { StorageDocument } from '../store/collections.ts';
import { completeUpload } from './complete-upload.ts';
import type { AssetsDeps } from './deps.ts';
import { requestUpload } from './request-upload.ts';

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const bytes = new TextEncoder().encode('one of two hundred small files');

/** Each call of a method, by its name. */
function counting<Part extends object>(part: Part, called: string[]): Part {
  return new Proxy(part, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: unknown[]) => {
        called.push(String(name));
        return Reflect.apply(method, target, args) as unknown;
      };
    },
  });
}

/** What an upload asks of the database and the bucket, and whom it wakes. */
function countingDeps() {
  const called: string[] = [];
  const { deps, db } = running;
  const storage = createStorageStore(counting(db.collection<StorageDocument>('storage'), called));
  const { assets, orphans, blobs, deriveBell } = deps;
  const parts = { assets, orphans, blobs, deriveBell };
  const counted = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, counting(part, called)]));
  return { called, deps: { ...deps, ...counted, storage } as AssetsDeps };
}

describe('a small file that has no preview', () => {
  it('takes seven statements and two calls of the bucket from its announcement on, and wakes nobody', async () => {
    const viewer = aPerson();
    const { called, deps } = countingDeps();
    const send = async (idempotencyKey: string) => {
      const ticket = await requestUpload(announce({ bytes, idempotencyKey }), { viewer, deps });
      const announced = called.splice(0);
      await putBytes(ticket as unknown as Ticket, bytes);
      const stored = await completeUpload({ id: (ticket as unknown as Ticket).id }, { viewer, deps });
      expect(stored).toMatchObject({ status: 'READY' });
      return [announced, called.splice(0)];
    };
    // The first one opens the person's account.
    await send('first');
    // A bucket that keeps no checksum is read once more, to its end.
    const look = bucketLacks('checksums') ? ['getStream', 'getStream'] : ['getStream'];
    expect(await send('second')).toEqual([
      ['findMany', 'updateOne', 'insert', 'presignPut'],
      ['find', 'isLeased', 'head', ...look, 'markReady', 'updateOne'],
    ]);
  });
});
