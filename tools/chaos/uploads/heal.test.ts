import { aPerson, sha256Hex, startAssets, uploadBytes } from '@modu/assets/testing';
import type { RunningAssets } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBroken } from './heal.ts';

const bytes = new TextEncoder().encode('kept whatever dies');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

async function someoneWithAFile() {
  const person = aPerson();
  const { id } = await uploadBytes(running.ask, person, { bytes });
  const objectKey = (await running.deps.assets.find(id))?.objectKey ?? '';
  const look = (ready = new Map([[id, sha256Hex(bytes)]])) =>
    findBroken({ userId: person.userId, ready }, { deps: running.deps, clock: { aheadMs: 0 } });
  return { ...person, id, objectKey, look };
}

describe('what the runs with kills look for', () => {
  it('finds nothing where all is well', async () => {
    expect(await (await someoneWithAFile()).look()).toEqual([]);
  });

  it('finds a file that is gone, one with other bytes, bytes that nobody has, and figures that are wrong', async () => {
    const { blobs, storage } = running.deps;
    const other = await someoneWithAFile();
    expect(await other.look(new Map([[createId(), 'hash']]))).toEqual([
      expect.stringContaining('was READY and is lost'),
    ]);

    const changed = await someoneWithAFile();
    await blobs.put({ key: changed.objectKey, body: new Uint8Array(bytes.byteLength), contentType: 'text/plain' });
    expect(await changed.look()).toEqual([`file ${changed.id} has other bytes`]);

    const left = await someoneWithAFile();
    const key = `users/${left.userId}/files/${createId()}/left.txt`;
    await blobs.put({ key, body: bytes, contentType: 'text/plain' });
    expect(await left.look()).toEqual([`${key} lies in the bucket and belongs to nothing`]);

    const held = await someoneWithAFile();
    await storage.reserve(held.userId, {
      token: createId(),
      assetId: createId(),
      bytes: 5,
      quotaBytes: 1_000_000,
      at: new Date(),
    });
    expect((await held.look()).join()).toContain('figures say');

    const lost = await someoneWithAFile();
    await blobs.remove(lost.objectKey);
    expect(await lost.look()).toEqual([`file ${lost.id} has other bytes`, `lost ${lost.id}`]);
  });
});
