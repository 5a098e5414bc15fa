import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  aService,
  failingDeps,
  requestUpload,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { COMPLETION_GRACE_MS, TRASH_MS } from '../domain/asset.ts';
import { FAREWELL_MS, forgetDeparted } from './forget-records.ts';

const bytes = new TextEncoder().encode('a letter to nobody');
const REMOVE = 'mutation ($userId: ID!) { removeFilesOf(userId: $userId) }';
const DELETE = 'mutation ($id: ID!) { deleteAsset(id: $id, forever: true) { __typename } }';
const HOUR_MS = 3_600_000;
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const recordsOf = (ownerId: string) => running.db.collection('assets').find({ ownerId }).toArray();
const accountOf = (userId: string) => running.db.collection<{ _id: string }>('storage').findOne({ _id: userId });

async function laterRounds(...waits: number[]) {
  for (const ms of waits) {
    running.advance(ms);
    await running.tidy();
  }
}

describe('the records of somebody who left', () => {
  it('go with the bytes, and the storage account a day later; nobody else’s', async () => {
    const [person, other] = [aPerson(), aPerson()];
    for (const filename of ['my secret.txt', 'diary.txt']) await uploadBytes(running.ask, person, { bytes, filename });
    const picture = { bytes, purpose: 'IMAGE_ORIGINAL', imageId: createId() } as const;
    await uploadBytes(running.ask, aService(person.userId), picture);
    await requestUpload(running.ask, person, announce({ bytes, filename: 'open.txt' }));
    await uploadBytes(running.ask, other, { bytes });
    for (const _ of [1, 2]) await running.ask(aService(), REMOVE, { userId: person.userId });
    expect(await recordsOf(person.userId)).toHaveLength(4);

    // Tickets end, and bytes are looked for once more.
    await laterRounds(COMPLETION_GRACE_MS + HOUR_MS, HOUR_MS);
    expect(await recordsOf(person.userId)).toEqual([]);
    expect(await accountOf(person.userId)).toMatchObject({ moveCount: 0 });
    await laterRounds(FAREWELL_MS);
    expect(await accountOf(person.userId)).toBeNull();
    expect(await recordsOf(other.userId)).toMatchObject([{ status: 'READY' }]);
    expect(await accountOf(other.userId)).not.toBeNull();
  });

  it('go too when something was begun with a token that still worked', async () => {
    const person = aPerson();
    await running.ask(aService(), REMOVE, { userId: person.userId });
    await uploadBytes(running.ask, person, { bytes, filename: 'late.txt' });
    await laterRounds(HOUR_MS, HOUR_MS, FAREWELL_MS);
    expect(await recordsOf(person.userId)).toEqual([]);
    expect(await accountOf(person.userId)).toBeNull();
    expect(await running.deps.blobs.list({ prefix: `users/${person.userId}/`, limit: 10 })).toEqual([]);
  });

  it('go wherever a round is broken off', async () => {
    const person = aPerson();
    await uploadBytes(running.ask, person, { bytes, filename: 'broken.txt' });
    await running.ask(aService(), REMOVE, { userId: person.userId });
    await laterRounds(HOUR_MS);
    for (let after = 0; after < 12; after++) {
      const trouble = { kind: 'host', after, tookEffect: after % 2 === 0, lasts: 1 } as const;
      running.advance(HOUR_MS);
      await forgetDeparted(failingDeps(running.deps, trouble)).catch(() => {});
    }
    await laterRounds(HOUR_MS, FAREWELL_MS);
    expect(await recordsOf(person.userId)).toEqual([]);
    expect(await accountOf(person.userId)).toBeNull();
  });
});

describe('the record of a file that somebody deleted', () => {
  it('says no more what it was once its bytes are gone, and still stays deleted', async () => {
    const person = aPerson();
    const key = { bytes, filename: 'my secret.txt', idempotencyKey: 'once' };
    const { id } = await uploadBytes(running.ask, person, key);
    await running.ask(person, DELETE, { id });
    await laterRounds(COMPLETION_GRACE_MS + HOUR_MS, HOUR_MS);

    const [record] = await recordsOf(person.userId);
    expect(record).toMatchObject({ status: 'DELETED', filename: '', sha256: '', objectKey: `deleted/${id}` });
    expect(record).not.toHaveProperty('preview');
    expect(JSON.stringify(record)).not.toContain('secret');
    expect((await running.ask(person, DELETE, { id })).data).toMatchObject({
      deleteAsset: { __typename: 'DeletedAsset' },
    });
    expect(await requestUpload(running.ask, person, announce(key))).toMatchObject({ code: 'CONFLICT' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 0, moves: [] });
  });

  it('is removed when the upload came to nothing, after the time of the trash, and may then be tried anew', async () => {
    const person = aPerson();
    const key = { bytes, filename: 'never.txt', idempotencyKey: 'never' };
    await requestUpload(running.ask, person, announce(key));
    await laterRounds(HOUR_MS, HOUR_MS);
    expect(await recordsOf(person.userId)).toMatchObject([{ status: 'REJECTED', filename: 'never.txt' }]);
    await laterRounds(TRASH_MS);
    expect(await recordsOf(person.userId)).toEqual([]);

    await uploadBytes(running.ask, person, key);
    expect(await recordsOf(person.userId)).toMatchObject([{ status: 'READY' }]);
  });
});
