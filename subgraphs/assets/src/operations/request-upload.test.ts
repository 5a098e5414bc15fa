import { createId, ownAssetIdOf } from '@modu/ids';
import { bucketLacks } from '@modu/testkit';
import pLimit from 'p-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, aService, putBytes, requestUpload, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { deleteAsset } from './delete-asset.ts';

const bytes = new TextEncoder().encode('hello, bucket');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const request = (...[viewer, input]: [Parameters<typeof requestUpload>[1], object]) =>
  requestUpload(running.ask, viewer, input);

describe('announcing a file', () => {
  it('gives a ticket that the bucket honours for these bytes alone, or for their number where it checks nothing', async () => {
    const ticket = (await request(aPerson(), announce({ bytes }))) as unknown as Ticket;

    expect(ticket).toMatchObject({ __typename: 'UploadTicket', method: 'PUT' });
    const others = await putBytes(ticket, new TextEncoder().encode('HELLO, bucket'));
    expect(others >= 400).toBe(!bucketLacks('checksums'));
    expect(await putBytes(ticket, new TextEncoder().encode('hello'))).toBeGreaterThanOrEqual(400);
    expect(await putBytes(ticket, bytes)).toBe(200);
  });

  it('reserves the bytes at once and shows nothing to anyone', async () => {
    const person = aPerson();
    const ticket = await request(person, announce({ bytes }));

    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: 0,
      reservedBytes: bytes.byteLength,
    });
    const { data } = await running.ask(person, 'query ($id: ID!) { asset(id: $id) { id } assets { totalCount } }', {
      id: ticket['id'],
    });
    expect(data).toEqual({ asset: null, assets: { totalCount: 0 } });
  });

  it('gives the same asset for the same key, reserved once, also when asked many times at once', async () => {
    const person = aPerson();
    const input = announce({ bytes, idempotencyKey: 'once' });
    const tickets = await Promise.all(Array.from({ length: 8 }, () => request(person, input)));

    expect(new Set(tickets.map((ticket) => ticket['id']))).toEqual(new Set([ownAssetIdOf(person.userId, 'once')]));
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      reservedBytes: bytes.byteLength,
      moves: [{ kind: 'ARRIVING' }],
    });
  });

  it('refuses a key that was used for another file', async () => {
    const person = aPerson();
    await request(person, announce({ bytes, idempotencyKey: 'k' }));
    const other = await request(person, announce({ bytes, idempotencyKey: 'k', filename: 'other.txt' }));

    expect(other).toMatchObject({ __typename: 'Refusal', code: 'CONFLICT', path: ['input', 'idempotencyKey'] });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ reservedBytes: bytes.byteLength });
  });

  it('never takes the place of what a service is about to store, whatever key it is announced under', async () => {
    const person = aPerson();
    const imageId = createId();
    const idempotencyKey = `${imageId}:thumbnail`;
    const own = await uploadBytes(running.ask, person, { bytes, idempotencyKey });
    const thumbnail = announce({ bytes, purpose: 'IMAGE_THUMBNAIL', imageId, idempotencyKey });
    const stored = await request(aService(person.userId), thumbnail);

    expect(stored).toMatchObject({ __typename: 'UploadTicket' });
    expect(stored['id']).not.toBe(own.id);
    expect(await request(person, announce({ bytes, idempotencyKey }))).toMatchObject({ id: own.id });
  });

  it('finds by its key what a person announced when people and services had one space of keys', async () => {
    // Such a file lay where a service's lies.
    const person = aPerson();
    const earlier = aService(person.userId);
    const ready = await uploadBytes(running.ask, earlier, { bytes, idempotencyKey: 'ready' });
    const open = await request(earlier, announce({ bytes, idempotencyKey: 'open' }));
    const gone = await uploadBytes(running.ask, earlier, { bytes, idempotencyKey: 'gone' });
    await deleteAsset({ id: gone.id, isForever: true }, { viewer: person, deps: running.deps });

    const again = (idempotencyKey: string) => request(person, announce({ bytes, idempotencyKey }));
    expect(await again('ready')).toMatchObject({ __typename: 'UploadTicket', id: ready.id });
    expect(await again('open')).toMatchObject({ __typename: 'UploadTicket', id: open['id'] });
    expect(await again('gone')).toMatchObject({ __typename: 'Refusal', code: 'CONFLICT' });
  });

  it('gives a ticket again for a file that is READY, for whoever died after completing', async () => {
    const person = aPerson();
    const file = { bytes, idempotencyKey: 'twice' };
    const first = await uploadBytes(running.ask, person, file);
    const second = await uploadBytes(running.ask, person, file);

    expect(second['id']).toBe(first['id']);
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: 0,
      moves: [],
    });
  });

  it('keeps the files of pictures for services, and lays them with the picture', async () => {
    const person = aPerson();
    const imageId = createId();
    const input = announce({ bytes, purpose: 'IMAGE_ORIGINAL', imageId });

    expect(await request(person, input)).toMatchObject({ code: 'FORBIDDEN', path: ['input', 'purpose'] });
    const ticket = await request(aService(person.userId), input);
    expect((await running.deps.assets.find(String(ticket['id'])))?.objectKey).toBe(
      `users/${person.userId}/images/${imageId}/original.png`,
    );
  });
});

describe('the quota', () => {
  it('is never passed, though a hundred requests come at once', async () => {
    // Given room for thirty of the hundred
    const person = aPerson();
    const small = await startAssets({ storageBytes: 30 * bytes.byteLength + 5 });
    try {
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, (_, i) =>
          requestUpload(small.ask, person, announce({ bytes, filename: `${i}.txt` })),
        ),
      );

      expect(outcomes.filter(({ __typename }) => __typename === 'UploadTicket')).toHaveLength(30);
      expect(outcomes.filter(({ code }) => code === 'QUOTA_EXCEEDED')).toHaveLength(70);
      expect(await small.deps.storage.find(person.userId)).toMatchObject({ reservedBytes: 30 * bytes.byteLength });
    } finally {
      await small.stop();
    }
  });

  it('refuses in the language of the viewer and says what is left', async () => {
    const small = await startAssets({ storageBytes: 2_500_000 });
    try {
      const input = { ...announce({ bytes }), sizeBytes: 3_000_000 };

      expect((await requestUpload(small.ask, aPerson('en'), input))['message']).toContain('2 MB are free');
      expect((await requestUpload(small.ask, aPerson('ko'), input))['message']).toContain('2MB 남았어요');
    } finally {
      await small.stop();
    }
  });

  it('also bounds how many uploads one person has open', { timeout: 120_000 }, async () => {
    const person = aPerson();
    const token = createId();
    await running.deps.storage.reserve(person.userId, {
      token,
      assetId: token,
      bytes: 1,
      at: new Date(),
      quotaBytes: 1e9,
    });
    const others = pLimit(10);
    const open = Array.from({ length: 499 }, () => ({ token: createId(), assetId: token, bytes: 1, at: new Date() }));
    await others.map(open, (move) => running.deps.storage.reserve(person.userId, { ...move, quotaBytes: 1e9 }));

    expect(await request(person, announce({ bytes }))).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 60_000 });
  });
});
