import { createHash } from 'node:crypto';
import type { TestBucket } from '@modu/testkit';
import { bucketLacks, testBucket } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blobs, PresignedPut } from './index.ts';
import { createBlobs } from './index.ts';

const PART_BYTES = 5 * 2 ** 20;
const first = Buffer.alloc(PART_BYTES, 'a');
const second = Buffer.from('the rest');
const sha256 = (body: Uint8Array) => createHash('sha256').update(body).digest('hex');

const bound = bucketLacks('checksums') ? it.fails : it;

describe('a blob in parts', () => {
  let bucket: TestBucket;
  let blobs: Blobs;
  beforeAll(async () => {
    bucket = await testBucket('multipart');
    blobs = createBlobs(bucket.settings);
  });
  afterAll(async () => {
    blobs.close();
    await bucket.drop();
  });

  const begin = async (key: string) => ({
    key,
    uploadId: await blobs.startMultipart({ key, contentType: 'video/mp4' }),
  });
  const sign = (address: { key: string; uploadId: string }, number: number, body: Uint8Array) =>
    blobs.presignPart({
      ...address,
      number,
      sizeBytes: body.byteLength,
      sha256Hex: sha256(body),
      expiresInSeconds: 60,
    });
  const send = async ({ url, method, headers }: PresignedPut, body: Uint8Array) => {
    const named = headers.map(({ name, value }) => [name, value] as [string, string]);
    const answer = await fetch(url, { method, headers: named, body: body as Uint8Array<ArrayBuffer> });
    await answer.body?.cancel();
    return answer.status;
  };

  it('is there, byte by byte, once its parts were put in any order and made one', async () => {
    const address = await begin('whole');
    expect(await send(await sign(address, 2, second), second)).toBe(200);
    expect(await send(await sign(address, 1, first), first)).toBe(200);

    const parts = await blobs.listParts(address);
    const proven = (body: Uint8Array) => (bucketLacks('checksums') ? {} : { sha256Hex: sha256(body) });
    expect(parts).toMatchObject([
      { number: 1, sizeBytes: PART_BYTES, ...proven(first) },
      { number: 2, sizeBytes: second.byteLength, ...proven(second) },
    ]);
    expect(await blobs.head('whole')).toBeNull();
    expect(await blobs.completeMultipart({ ...address, parts: parts ?? [] })).toBe(true);
    expect(await blobs.head('whole')).toMatchObject({
      sizeBytes: PART_BYTES + second.byteLength,
      contentType: 'video/mp4',
    });
    const read = await blobs.get('whole', { sizeBytesMax: 10_000_000 });
    expect(sha256(read)).toBe(sha256(Buffer.concat([first, second])));
  });

  bound('takes no other bytes for a part than it was signed for', async () => {
    const address = await begin('bound');

    expect(await send(await sign(address, 1, second), Buffer.from('THE REST'))).toBe(400);
    expect(await blobs.listParts(address)).toEqual([]);
  });

  it('takes exactly the length each part was signed for, and no other part', async () => {
    const address = await begin('measured');
    const ticket = await sign(address, 1, second);

    expect(await send(ticket, Buffer.concat([second, second]))).toBe(403);
    expect(await send({ ...ticket, url: ticket.url.replace('partNumber=1', 'partNumber=2') }, second)).toBe(403);
    expect(await blobs.listParts(address)).toEqual([]);
  });

  it('leaves nothing behind when it is given up, and giving it up again is no fault', async () => {
    const address = await begin('given-up');
    const ticket = await sign(address, 1, second);
    await send(ticket, second);
    expect(await blobs.listMultiparts({ prefix: 'given' })).toMatchObject([address]);
    const arrived = await blobs.listParts(address);

    await blobs.abortMultipart(address);
    await blobs.abortMultipart(address);
    expect(await blobs.listParts(address)).toBeNull();
    expect(await blobs.completeMultipart({ ...address, parts: arrived ?? [] })).toBe(false);
    expect(await send(ticket, second)).toBe(404);
    expect(await blobs.listMultiparts({ prefix: 'given' })).toEqual([]);
  });

  it('is found among all that are open, page after page, several of one key as well', async () => {
    const begun = [];
    for (const key of ['paged/b', 'paged/a', 'paged/a', 'paged/c', 'paged/a']) begun.push(await begin(key));

    const open = await blobs.listMultiparts({ prefix: 'paged/', pageSize: 2 });
    expect(open.map(({ key }) => key)).toEqual(['paged/a', 'paged/a', 'paged/a', 'paged/b', 'paged/c']);
    expect(open.map(({ uploadId }) => uploadId).toSorted()).toEqual(begun.map(({ uploadId }) => uploadId).toSorted());
    expect(await blobs.listMultiparts({ prefix: 'paged/', pageSize: 5 })).toEqual(open);
  });

  it('refuses wrong numbers and sizes as faults of ours', async () => {
    const address = { key: 'k', uploadId: 'u' };
    await expect(sign(address, 0, second)).rejects.toBeInstanceOf(RangeError);
    await expect(sign(address, 10_001, second)).rejects.toBeInstanceOf(RangeError);
    await expect(sign(address, 1, new Uint8Array())).rejects.toBeInstanceOf(RangeError);
  });
});
