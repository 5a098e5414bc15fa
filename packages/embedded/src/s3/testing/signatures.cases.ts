import http from 'node:http';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { errorCode, exists, put, textOf } from './calls.ts';
import type { Promised, S3Target } from './target.ts';

export function signatureCases(target: () => S3Target, promised: Promised): void {
  const place = () => ({ Bucket: target().bucket, Key: 'guarded' });
  const readLink = (more = {}) =>
    getSignedUrl(target().client, new GetObjectCommand({ ...place(), ...more }), { expiresIn: 60 });

  describe('a presigned link', () => {
    it('opens the object it was made for', async () => {
      await put(target(), 'guarded', 'secret text');

      expect(await (await fetch(await readLink())).text()).toBe('secret text');
    });

    it.each([
      [
        'its signature',
        (url: string) => url.replace(/(X-Amz-Signature=)(.)/, (_, name, hex) => name + (hex === 'a' ? 'b' : 'a')),
      ],
      ['the key', (url: string) => url.replace('/guarded?', '/guarded2?')],
      ['its lifetime', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')],
      ['what the answer says of itself', (url: string) => `${url}&response-content-type=text%2Fhtml`],
    ])('is refused when somebody changed %s', async (_what, change) => {
      await put(target(), 'guarded', 'secret text');
      await put(target(), 'guarded2', 'another');

      const answer = await fetch(change(await readLink()));

      expect(answer.status).toBe(403);
      expect(await errorCode(answer)).toBe('SignatureDoesNotMatch');
    });

    it('does not let a reader write or delete', async () => {
      await put(target(), 'guarded', 'secret text');

      for (const method of ['PUT', 'DELETE', 'HEAD']) {
        expect((await fetch(await readLink(), { method })).status).toBe(403);
      }
      expect(await textOf(target(), 'guarded')).toBe('secret text');
    });

    it('ends when its time is over', async () => {
      const signingDate = new Date(Date.now() - 61_000);
      const url = await getSignedUrl(target().client, new GetObjectCommand(place()), { expiresIn: 60, signingDate });

      const answer = await fetch(url);

      expect(answer.status).toBe(403);
      expect(await errorCode(answer)).toBe('AccessDenied');
    });

    it('carries headers that the answer shall have', async () => {
      await put(target(), 'guarded', 'x', { ContentType: 'image/png' });
      const ResponseContentDisposition = `attachment; filename="a.png"; filename*=UTF-8''%ED%95%9C.png`;

      const answer = await fetch(await readLink({ ResponseContentDisposition, ResponseContentType: 'text/plain' }));

      expect(answer.headers.get('content-disposition')).toBe(ResponseContentDisposition);
      expect(answer.headers.get('content-type')).toBe('text/plain');
    });
  });

  describe('a presigned upload', () => {
    const uploadLink = () =>
      getSignedUrl(
        target().client,
        new PutObjectCommand({ ...place(), Key: 'bound', ContentType: 'image/png', ContentLength: 4 }),
        { expiresIn: 60, signableHeaders: new Set(['content-type', 'content-length']) },
      );
    const png = { 'content-type': 'image/png' };

    it('takes the type and the length it was signed for', async () => {
      expect((await fetch(await uploadLink(), { method: 'PUT', body: 'four', headers: png })).status).toBe(200);
    });

    it.each([
      ['another type', 'four', { 'content-type': 'text/html' }],
      ['more bytes', 'fives', png],
      ['fewer bytes', 'six', png],
    ])('refuses %s', async (_what, body, headers) => {
      expect((await fetch(await uploadLink(), { method: 'PUT', body, headers })).status).toBe(403);
    });

    promised('signedHeaders').each([
      ['metadata', { 'x-amz-meta-owner': 'me' }],
      ['who may read it', { 'x-amz-acl': 'public-read' }],
      ['another object to copy', { 'x-amz-copy-source': 'anybody/anything' }],
    ])('refuses %s that nobody signed', async (_what, unsigned: Record<string, string>) => {
      const answer = await fetch(await uploadLink(), { method: 'PUT', body: 'four', headers: { ...png, ...unsigned } });

      expect(answer.status).toBe(403);
    });
  });

  describe('without a valid signature', () => {
    it('nothing is read, written, listed or deleted', async () => {
      await put(target(), 'guarded', 'secret text');
      const object = `${target().endpoint}/${target().bucket}/guarded`;
      const bucket = `${target().endpoint}/${target().bucket}?list-type=2`;

      expect((await fetch(object)).status).toBe(403);
      expect((await fetch(bucket)).status).toBe(403);
      expect((await fetch(object, { method: 'PUT', body: 'mine' })).status).toBe(403);
      expect((await fetch(object, { method: 'DELETE' })).status).toBe(403);
      expect(await textOf(target(), 'guarded')).toBe('secret text');
    });

    it.each([
      ['a wrong secret', 'SignatureDoesNotMatch', { secretAccessKey: 'wrong' }],
      ['an unknown key', 'InvalidAccessKeyId', { accessKeyId: 'AKIAUNKNOWN' }],
    ])('%s is refused with %s', async (_what, name, change) => {
      const client = target().connect({ credentials: { ...target().credentials, ...change } });

      await expect(client.send(new ListObjectsV2Command({ Bucket: target().bucket }))).rejects.toMatchObject({ name });
      await expect(client.send(new DeleteObjectCommand(place()))).rejects.toMatchObject({ name });
    });

    it('a clock that is an hour wrong is refused', async () => {
      // The SDK would set its clock right and try again; one attempt shows what the server says.
      const client = target().connect({ systemClockOffset: 3_600_000, maxAttempts: 1 });

      await expect(client.send(new GetObjectCommand(place()))).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
    });

    it('dots in a path lead nowhere', async () => {
      expect(await rawStatus(target(), 'PUT', `/${target().bucket}/%2e%2e/%2e%2e/outside`)).toBe(403);
      await put(target(), '../../outside', 'a key like any other');
      expect(await exists(target(), '../../outside')).toBe(true);
    });
  });
}

/** Sends a path as it is: `fetch` would resolve its dots. */
function rawStatus(target: S3Target, method: string, path: string): Promise<number> {
  const { hostname, port } = new URL(target.endpoint);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject).end('x');
  });
}
