import { createHash } from 'node:crypto';
import http from 'node:http';
import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { errorCode, exists, put, textOf } from './calls.ts';
import type { Promised, S3Target } from './target.ts';

const base64 = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('base64');

export function integrityCases(target: () => S3Target, promised: Promised): void {
  describe('bytes that are not what was announced', () => {
    it('are refused by their MD5 and not stored', async () => {
      await expect(
        put(target(), 'wrong/ContentMD5', 'these', { ContentMD5: base64('md5', 'other') }),
      ).rejects.toMatchObject({ name: 'BadDigest' });

      expect(await exists(target(), 'wrong/ContentMD5')).toBe(false);
    });

    promised('checksums').each([
      ['ChecksumCRC32', 'AAAAAA=='],
      ['ChecksumCRC32C', 'AAAAAA=='],
      ['ChecksumSHA1', base64('sha1', 'other')],
      ['ChecksumSHA256', base64('sha256', 'other')],
    ])('are refused by their %s and not stored', async (name, value) => {
      await expect(put(target(), `wrong/${name}`, 'these', { [name]: value })).rejects.toMatchObject({
        name: 'BadDigest',
      });

      expect(await exists(target(), `wrong/${name}`)).toBe(false);
    });

    it('leave the object that was there as it was', async () => {
      await put(target(), 'kept', 'the good one');

      await expect(put(target(), 'kept', 'bad', { ContentMD5: base64('md5', 'other') })).rejects.toThrow();

      expect(await textOf(target(), 'kept')).toBe('the good one');
    });

    promised('checksums')(
      'are refused when a default client’s presigned URL carries the CRC of an empty body',
      async () => {
        const command = new PutObjectCommand({ Bucket: target().bucket, Key: 'wrong/presigned' });
        const url = await getSignedUrl(target().connect(), command, { expiresIn: 60 });

        const answer = await fetch(url, { method: 'PUT', body: 'not empty' });

        expect(answer.status).toBe(400);
        expect(await errorCode(answer)).toBe('BadDigest');
      },
    );
  });

  describe('bytes that are what was announced', () => {
    promised('checksums').each([
      ['ChecksumCRC32', 'y/Q5Jg=='],
      ['ChecksumCRC32C', '4waSgw=='],
      ['ChecksumSHA1', base64('sha1', '123456789')],
      ['ChecksumSHA256', base64('sha256', '123456789')],
    ])('are stored with their %s, which a reader may ask for', async (name, value) => {
      await put(target(), `right/${name}`, '123456789', { [name]: value });

      const ask = { Bucket: target().bucket, Key: `right/${name}` };
      const head = await target().client.send(new HeadObjectCommand({ ...ask, ChecksumMode: 'ENABLED' }));

      expect(head).toMatchObject({ [name]: value });
    });

    promised('trailers')('come from a default client’s stream, aws-chunked with a trailing checksum', async () => {
      const pieces = Array.from({ length: 40 }, (_, n) => Buffer.alloc(7_001, n));
      const Body = Readable.from(pieces);
      const ContentLength = 40 * 7_001;
      const ask = { Bucket: target().bucket, Key: 'streamed' };
      const client = target().connect();

      await client.send(new PutObjectCommand({ ...ask, Body, ContentLength, ContentType: 'image/png' }));

      const answer = await client.send(new GetObjectCommand(ask));
      expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? [])).toEqual(Buffer.concat(pieces));
      expect(answer.ContentEncoding ?? '').not.toContain('aws-chunked');
    });
  });

  it('an upload that breaks off leaves nothing', async () => {
    const command = new PutObjectCommand({ Bucket: target().bucket, Key: 'broken-off', ContentLength: 1_000_000 });
    const url = await getSignedUrl(target().client, command, {
      expiresIn: 60,
      signableHeaders: new Set(['content-length']),
    });

    await breakOff(url, { announcedBytes: 1_000_000, sentBytes: 300_000 });

    expect(await exists(target(), 'broken-off')).toBe(false);
  });
}

function breakOff(url: string, { announcedBytes, sentBytes }: { announcedBytes: number; sentBytes: number }) {
  return new Promise<void>((resolve) => {
    const request = http.request(url, { method: 'PUT', headers: { 'content-length': announcedBytes } });
    request.on('error', () => resolve()).on('close', () => resolve());
    request.write(Buffer.alloc(sentBytes), () => request.destroy());
  });
}
