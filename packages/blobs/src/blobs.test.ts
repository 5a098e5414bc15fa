import { createHash } from 'node:crypto';
import { DeleteBucketCommand, S3Client } from '@aws-sdk/client-s3';
import type { TestBucket } from '@modu/testkit';
import { bucketLacks, testBucket } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Blobs } from './index.ts';
import { BlobNotFoundError, BlobTooLargeError, blobSettings, createBlobs } from './index.ts';

const sha256 = (body: string | Uint8Array): string => createHash('sha256').update(body).digest('hex');

const bound = bucketLacks('checksums') ? it.fails : it;

describe('the bucket', () => {
  let bucket: TestBucket;
  let blobs: Blobs;
  beforeAll(async () => {
    bucket = await testBucket('blobs');
    blobs = createBlobs(bucket.settings);
  });
  afterAll(async () => {
    blobs.close();
    await bucket.drop();
  });
  const put = (key: string, text: string) => blobs.put({ key, body: Buffer.from(text), contentType: 'text/plain' });

  it('gives back what was put, with its type, its size and its SHA-256 where the bucket keeps it', async () => {
    await put('images/한글.txt', 'hello');

    expect(Buffer.from(await blobs.get('images/한글.txt', { sizeBytesMax: 100 })).toString()).toBe('hello');
    expect(await blobs.head('images/한글.txt')).toEqual({
      sizeBytes: 5,
      contentType: 'text/plain',
      ...(bucketLacks('checksums') ? {} : { sha256Hex: sha256('hello') }),
      etag: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  bound('refuses bytes that are not those of the announced SHA-256', async () => {
    const putting = blobs.put({
      key: 'wrong',
      body: Buffer.from('these'),
      contentType: 'text/plain',
      sha256Hex: sha256('those'),
    });

    await expect(putting).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await blobs.head('wrong')).toBeNull();
  });

  it('says so when there is no such blob, and removing it is no fault', async () => {
    expect(await blobs.head('nothing')).toBeNull();
    await expect(blobs.get('nothing', { sizeBytesMax: 10 })).rejects.toBeInstanceOf(BlobNotFoundError);
    await expect(blobs.getStream('nothing')).rejects.toBeInstanceOf(BlobNotFoundError);
    await expect(blobs.remove('nothing')).resolves.toBeUndefined();
  });

  it('never reads more into memory than the caller allows', async () => {
    await put('ten', '0123456789');

    await expect(blobs.get('ten', { sizeBytesMax: 9 })).rejects.toBeInstanceOf(BlobTooLargeError);
    expect(await blobs.get('ten', { sizeBytesMax: 10 })).toHaveLength(10);
  });

  it('streams, and a reader may stop early as often as it likes', async () => {
    const body = Buffer.alloc(3_000_000, 7);
    await blobs.put({ key: 'long', body, contentType: 'application/octet-stream' });
    const hash = createHash('sha256');
    for await (const chunk of await blobs.getStream('long')) hash.update(chunk as Buffer);
    expect(hash.digest('hex')).toBe(sha256(body));

    // More often than there are sockets: each must have been given back.
    for (let n = 0; n < 80; n++) {
      for await (const chunk of await blobs.getStream('long')) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
    }
  });

  it('lists by prefix, page after page', async () => {
    for (const name of ['a', 'b', 'c']) await put(`listed/${name}`, name.repeat(3));

    const first = await blobs.list({ prefix: 'listed/', limit: 2 });
    const second = await blobs.list({ prefix: 'listed/', limit: 2, after: first.at(-1)?.key ?? '' });

    expect([...first, ...second].map(({ key, sizeBytes }) => [key, sizeBytes])).toEqual([
      ['listed/a', 3],
      ['listed/b', 3],
      ['listed/c', 3],
    ]);
  });

  it('says what its tickets allow beyond what was signed', async () => {
    const expected = [
      ...(bucketLacks('checksums') ? ['OTHER_BYTES'] : []),
      ...(bucketLacks('signedHeaders') ? ['UNSIGNED_HEADERS'] : []),
    ];

    expect(await blobs.findLooseness()).toEqual(expected);
    expect(await blobs.list({ prefix: 'probe/', limit: 1 })).toEqual([]);
  });

  it('is made once, however many services start at the same time', async () => {
    const Bucket = `${bucket.settings.S3_BUCKET}-2`;
    const fresh = createBlobs({ ...bucket.settings, S3_BUCKET: Bucket });

    await Promise.all([fresh.ensureBucket(), fresh.ensureBucket(), fresh.ensureBucket()]);

    expect(await fresh.list({ prefix: '', limit: 1 })).toEqual([]);
    fresh.close();
    await dropBucket(bucket, Bucket);
  });
});

async function dropBucket({ settings }: TestBucket, Bucket: string): Promise<void> {
  const client = new S3Client({
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: settings.S3_ACCESS_KEY_ID, secretAccessKey: settings.S3_SECRET_ACCESS_KEY },
  });
  await client.send(new DeleteBucketCommand({ Bucket }));
  client.destroy();
}

describe('the settings of the bucket', () => {
  const given = { S3_BUCKET: 'modu', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

  it('need no more than the bucket and its keys', () => {
    expect(blobSettings.parse(given)).toEqual({ ...given, S3_REGION: 'us-east-1', S3_FORCE_PATH_STYLE: true });
  });

  it.each([{ S3_ENDPOINT: 'ftp://host' }, { S3_PUBLIC_ENDPOINT: 'host:9000' }, { S3_FORCE_PATH_STYLE: 'maybe' }])(
    'refuse %j',
    (wrong) => {
      expect(blobSettings.safeParse({ ...given, ...wrong }).success).toBe(false);
    },
  );
});
