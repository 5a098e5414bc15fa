import { createHash } from 'node:crypto';
import { assetIdOf } from '@modu/ids';
import { describe, expect, it } from 'vitest';
import type { AssetsClient } from './assets-client.ts';
import { discardFiles, findStored, storeFile } from './store-file.ts';

const ownerId = 'somebody';
const signal = new AbortController().signal;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The files of one person: one key, one file, as the files' own domain has it. */
function aBucket() {
  const files = new Map<string, string>();
  const refused = { __typename: 'Refusal', code: 'CONFLICT', message: 'The key is taken.' } as const;
  const assets: AssetsClient = {
    find: (_, id) => {
      const file = { id, filename: 'a', contentType: 'text/plain', sizeBytes: 1, url: '' };
      return Promise.resolve(files.has(id) ? { ...file, status: 'READY' } : null);
    },
    requestUpload: (_, { idempotencyKey, sha256 }) => {
      const id = assetIdOf(ownerId, idempotencyKey);
      if ((files.get(id) ?? sha256) !== sha256) return Promise.resolve(refused);
      files.set(id, sha256);
      const place = { method: 'PUT', url: '', headers: [], partSizeBytes: null, received: [] };
      return Promise.resolve({ __typename: 'UploadTicket', id, ...place });
    },
    signUploadParts: () => Promise.resolve(refused),
    completeUpload: (_, id) => Promise.resolve({ __typename: 'Asset', id, status: 'READY' }),
    deleteAsset: (_, id) => Promise.resolve(void files.delete(id)),
  };
  const store = (words: string, attempt: number) => {
    const file = { filename: 'a', contentType: 'text/plain', bytes: Buffer.from(words), idempotencyKey: 'key' };
    return storeFile({ assets, put: () => Promise.resolve(), file, ownerId, attempt, signal });
  };
  return { assets, files, store };
}

describe('a file of a job whose runs make other bytes each time', () => {
  it('is stored, also when one run makes them anew, and the same bytes are stored once', async () => {
    const { files, store } = aBucket();
    await store('as the first run says', 1);
    const said = await store('as the second says', 2);
    const corrected = await store('as the second says, corrected', 2);
    const again = await store('as the second says, corrected again', 2);

    expect(await store('as the second says, corrected', 2)).toBe(corrected);
    expect(new Set([said, corrected, again]).size).toBe(3);
    expect([...files.values()]).toContain(hash(Buffer.from('as the second says, corrected again')));
    expect(files.size).toBe(4);
  });

  it('is found by a later run, whichever of its keys it has', async () => {
    const { assets, files, store } = aBucket();
    await store('one', 1);
    await store('two', 1);
    const third = await store('three', 1);
    for (const id of files.keys()) if (id !== third) files.delete(id);

    expect(await findStored(assets, { ownerId, attempt: 2, key: 'key' })).toBe(third);
  });

  it('leaves nothing when the job is dead', async () => {
    const { assets, files, store } = aBucket();
    for (const attempt of [1, 2, 3])
      for (const words of ['a', 'b', 'c']) await store(`${words} of ${attempt}`, attempt);
    expect(files.size).toBeGreaterThan(6);

    await discardFiles(assets, { ownerId, attempt: 3, keys: ['key'] });
    expect([...files.keys()]).toEqual([]);
  });
});
