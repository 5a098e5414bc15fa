import { createHash } from 'node:crypto';
import type { TestBucket } from '@modu/testkit';
import { bucketLacks, testBucket } from '@modu/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Blobs, PresignedPut } from './index.ts';
import { createBlobs } from './index.ts';

const BODY = 'the very bytes';
const sha256Hex = createHash('sha256').update(BODY).digest('hex');
const bound = bucketLacks('checksums') ? it.fails : it;
const signedOnly = bucketLacks('signedHeaders') ? it.fails : it;

describe('an upload straight into the bucket', () => {
  let bucket: TestBucket;
  let blobs: Blobs;
  beforeAll(async () => {
    bucket = await testBucket('presign');
    blobs = createBlobs(bucket.settings);
  });
  afterEach(() => void vi.useRealTimers());
  afterAll(async () => {
    blobs.close();
    await bucket.drop();
  });

  const sign = (key: string) =>
    blobs.presignPut({ key, contentType: 'image/png', sizeBytes: BODY.length, sha256Hex, expiresInSeconds: 60 });
  const headersOf = (ticket: PresignedPut, change: Record<string, string> = {}) => ({
    ...Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value])),
    ...change,
  });
  const send = (ticket: PresignedPut, { url = ticket.url, body = BODY, method = 'PUT', headers = {} } = {}) =>
    fetch(url, { method, body: method === 'GET' ? null : body, headers: headersOf(ticket, headers) });

  it('takes exactly the bytes it was signed for', async () => {
    expect((await send(await sign('exact'))).status).toBe(200);

    const proven = bucketLacks('checksums') ? {} : { sha256Hex };
    expect(await blobs.head('exact')).toMatchObject({ sizeBytes: BODY.length, contentType: 'image/png', ...proven });
  });

  it.each([
    ['more bytes', { body: `${BODY}!` }, 403],
    ['fewer bytes', { body: BODY.slice(1) }, 403],
    ['another type', { headers: { 'content-type': 'text/html' } }, 403],
    ['another checksum', { headers: { 'x-amz-checksum-sha256': createHash('sha256').digest('base64') } }, 403],
    ['another method', { method: 'DELETE' }, 403],
    ['reading instead', { method: 'GET' }, 403],
  ])('refuses %s and stores nothing', async (_what, change, status) => {
    const ticket = await sign('refused');

    expect((await send(ticket, change)).status).toBe(status);
    expect(await blobs.head('refused')).toBeNull();
  });

  bound('refuses other bytes of the same length and stores nothing', async () => {
    const ticket = await sign('other-bytes');

    expect((await send(ticket, { body: 'THE VERY BYTES' })).status).toBe(400);
    expect(await blobs.head('other-bytes')).toBeNull();
  });

  signedOnly('refuses a header nobody signed and stores nothing', async () => {
    const ticket = await sign('other-headers');

    expect((await send(ticket, { headers: { 'x-amz-meta-owner': 'me' } })).status).toBe(403);
    expect(await blobs.head('other-headers')).toBeNull();
  });

  it('refuses to go without its checksum', async () => {
    const { url } = await sign('refused');

    const answer = await fetch(url, { method: 'PUT', body: BODY, headers: { 'content-type': 'image/png' } });

    expect(answer.status).toBe(403);
  });

  it('refuses another key', async () => {
    const ticket = await sign('mine');

    expect((await send(ticket, { url: ticket.url.replace('/mine?', '/yours?') })).status).toBe(403);
    expect(await blobs.head('yours')).toBeNull();
  });

  it('ends when it says it does', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 61_000 });
    const ticket = await sign('late');
    vi.useRealTimers();

    expect(ticket.expiresAt.getTime()).toBeLessThan(Date.now());
    expect((await send(ticket)).status).toBe(403);
    expect(await blobs.head('late')).toBeNull();
  });

  it('may be sent from a page of the studio', async () => {
    const ticket = await sign('from-a-page');
    const origin = 'http://localhost:4000';
    const names = ticket.headers.map(({ name }) => name).join(',');

    const preflight = await fetch(ticket.url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': names },
    });
    const answer = await send(ticket, { headers: { origin } });

    expect(preflight.status).toBe(200);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,x-amz-checksum-sha256');
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
  });

  it('is signed for the address browsers see', async () => {
    const S3_PUBLIC_ENDPOINT = 'https://files.studio.example';
    const seen = createBlobs({ ...bucket.settings, S3_PUBLIC_ENDPOINT });

    const ticket = await seen.presignPut({
      key: 'k',
      contentType: 'a/b',
      sizeBytes: 1,
      sha256Hex,
      expiresInSeconds: 9,
    });

    expect(ticket.url).toMatch(/^https:\/\/files\.studio\.example\//);
    expect(await seen.presignGet({ key: 'k', expiresInSeconds: 9 })).toMatch(/^https:\/\/files\.studio\.example\//);
    seen.close();
  });

  it.each([
    ['a hash that is none', { sha256Hex: 'abc' }],
    ['a size that is none', { sizeBytes: -1 }],
    ['a key that is none', { key: '' }],
    ['a link for ever', { expiresInSeconds: 8 * 24 * 3600 }],
  ])('is not signed for %s', async (_what, change) => {
    const good = { key: 'k', contentType: 'a/b', sizeBytes: 1, sha256Hex, expiresInSeconds: 60 };

    await expect(blobs.presignPut({ ...good, ...change })).rejects.toBeInstanceOf(RangeError);
  });

  describe('a link to read', () => {
    it('shows or saves the blob under its own name', async () => {
      await blobs.put({ key: 'linked', body: Buffer.from('text'), contentType: 'application/octet-stream' });

      const show = await fetch(
        await blobs.presignGet({ key: 'linked', filename: '그림.png', contentType: 'image/png', expiresInSeconds: 60 }),
      );
      const save = await fetch(await blobs.presignGet({ key: 'linked', download: true, expiresInSeconds: 60 }));

      expect(await show.text()).toBe('text');
      expect(show.headers.get('content-type')).toBe('image/png');
      expect(show.headers.get('content-disposition')).toBe(
        `inline; filename="download.png"; filename*=UTF-8''%EA%B7%B8%EB%A6%BC.png`,
      );
      expect(save.headers.get('content-disposition')).toBe('attachment');
    });

    it('cannot be turned into another one', async () => {
      const url = await blobs.presignGet({ key: 'linked', expiresInSeconds: 60 });

      expect((await fetch(url.replace('inline', 'attachment'))).status).toBe(403);
      expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    });
  });
});
