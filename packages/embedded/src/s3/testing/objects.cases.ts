import { randomBytes } from 'node:crypto';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { exists, put, textOf } from './calls.ts';
import type { Promised, S3Target } from './target.ts';

export function objectCases(target: () => S3Target, promised: Promised): void {
  const get = (key: string, more = {}) =>
    target().client.send(new GetObjectCommand({ Bucket: target().bucket, Key: key, ...more }));

  describe('objects', () => {
    it.each(['plain.txt', 'a/b c+d&e=f?g#h%25.txt', '한글/그림 🎨.png', 'a//b', './x', "it's (so)!*", '<&">.xml'])(
      'are found under the key %s, whatever it contains',
      async (key) => {
        await put(target(), key, `this is ${key}`);

        expect(await textOf(target(), key)).toBe(`this is ${key}`);
      },
    );

    it('bring their type, their metadata and their size with them', async () => {
      await put(target(), 'with-headers', 'hello', {
        ContentType: 'image/png',
        CacheControl: 'max-age=60',
        Metadata: { owner: 'mina', 'made-by': 'sketch' },
      });

      const head = await target().client.send(new HeadObjectCommand({ Bucket: target().bucket, Key: 'with-headers' }));

      expect(head).toMatchObject({ ContentType: 'image/png', CacheControl: 'max-age=60', ContentLength: 5 });
      expect(head.Metadata).toEqual({ owner: 'mina', 'made-by': 'sketch' });
      expect(head.ETag).toMatch(/^"[0-9a-f]{32}"$/);
    });

    it('may be empty', async () => {
      await put(target(), 'empty', new Uint8Array(0));

      expect(await textOf(target(), 'empty')).toBe('');
    });

    it('are replaced whole by the last write', async () => {
      await put(target(), 'twice', 'the first and longer text', { Metadata: { first: 'yes' } });
      await put(target(), 'twice', 'second');

      const answer = await get('twice');
      expect(await answer.Body?.transformToString()).toBe('second');
      expect(answer.Metadata).toEqual({});
    });

    it('are gone after they were deleted, and deleting again is no fault', async () => {
      await put(target(), 'short-lived', 'x');
      const remove = () =>
        target().client.send(new DeleteObjectCommand({ Bucket: target().bucket, Key: 'short-lived' }));

      await remove();
      await remove();

      expect(await exists(target(), 'short-lived')).toBe(false);
    });

    it('are deleted many at once, with awkward keys and missing ones among them', async () => {
      const keys = ['many/1', 'many/<&>"\'', 'many/한 글'];
      for (const key of keys) await put(target(), key, 'x');

      const Objects = [...keys, 'many/missing'].map((Key) => ({ Key }));
      const answer = await target().client.send(
        new DeleteObjectsCommand({ Bucket: target().bucket, Delete: { Objects } }),
      );

      // In any order: S3 promises none.
      expect(answer.Deleted?.map(({ Key }) => Key).toSorted()).toEqual([...keys, 'many/missing'].toSorted());
      expect(await Promise.all(keys.map((key) => exists(target(), key)))).toEqual([false, false, false]);
    });

    it('are copied with what they are, and the copy outlives the original', async () => {
      await put(target(), 'copy/from 한', 'copied', { ContentType: 'text/plain', Metadata: { a: '1' } });
      const CopySource = `${target().bucket}/${encodeURIComponent('copy/from 한')}`;

      await target().client.send(new CopyObjectCommand({ Bucket: target().bucket, Key: 'copy/to', CopySource }));
      await target().client.send(new DeleteObjectCommand({ Bucket: target().bucket, Key: 'copy/from 한' }));

      const copy = await get('copy/to');
      expect(await copy.Body?.transformToString()).toBe('copied');
      expect(copy).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' } });
    });

    it('are not copied when they are not there', async () => {
      const CopySource = `${target().bucket}/nothing`;
      const copying = target().client.send(
        new CopyObjectCommand({ Bucket: target().bucket, Key: 'copy/none', CopySource }),
      );

      await expect(copying).rejects.toMatchObject({ name: 'NoSuchKey' });
    });

    // No more than 255 bytes between two slashes: MinIO keeps that as one name on a disk.
    it('have keys of at most 1024 bytes', async () => {
      const longest = Array.from({ length: 5 }, () => 'k'.repeat(204)).join('/');
      await put(target(), longest, 'long');

      expect(await textOf(target(), longest)).toBe('long');
      await expect(put(target(), `${longest}k`, 'x')).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
    });

    promised('longKeys')('say so when they are longer', async () => {
      await expect(put(target(), 'k'.repeat(1025), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
    });
  });

  describe('parts of objects', () => {
    it.each([
      ['bytes=0-3', 'bytes 0-3/10', '0123'],
      ['bytes=4-', 'bytes 4-9/10', '456789'],
      ['bytes=-2', 'bytes 8-9/10', '89'],
      ['bytes=5-99', 'bytes 5-9/10', '56789'],
    ])('%s is answered with %s', async (Range, contentRange, text) => {
      await put(target(), 'digits', '0123456789');

      const answer = await get('digits', { Range });

      expect(answer.ContentRange).toBe(contentRange);
      expect(await answer.Body?.transformToString()).toBe(text);
    });

    it('beyond the end are refused', async () => {
      await put(target(), 'digits', '0123456789');

      await expect(get('digits', { Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
    });
  });

  describe('conditions', () => {
    it('If-None-Match: * lets exactly one of many writers create an object', async () => {
      const attempts = Array.from({ length: 8 }, (_, n) =>
        put(target(), 'only-once', `writer ${n}`, { IfNoneMatch: '*' }).then(
          () => 'created',
          (error: Error) => error.name,
        ),
      );

      const outcomes = await Promise.all(attempts);

      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      // Amazon's S3 may also say that another conditional write is under way.
      const refused = outcomes.filter((outcome) => outcome !== 'created');
      expect(refused.every((name) => name === 'PreconditionFailed' || name === 'ConditionalRequestConflict')).toBe(
        true,
      );
    });

    it('spare a client what it already has', async () => {
      const IfNoneMatch = await put(target(), 'known', 'same');

      await expect(get('known', { IfNoneMatch })).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
      await expect(get('known', { IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    });
  });

  describe('many at the same time', () => {
    it('never mix their bytes', async () => {
      const bodies = Array.from({ length: 24 }, () => randomBytes(100_000));
      await Promise.all(bodies.map((body, n) => put(target(), `mixed/${n}`, body)));

      const read = await Promise.all(
        bodies.map(async (_, n) => (await get(`mixed/${n}`)).Body?.transformToByteArray()),
      );

      expect(read.map((bytes) => Buffer.from(bytes ?? []))).toEqual(bodies);
    });

    it('on one key leave exactly what one of them wrote', async () => {
      const bodies = Array.from({ length: 12 }, (_, n) => `${n}`.repeat(50_000));
      const command = (Body: string) => new PutObjectCommand({ Bucket: target().bucket, Key: 'contested', Body });

      await Promise.all(bodies.map((body) => target().client.send(command(body))));

      expect(bodies).toContain(await textOf(target(), 'contested'));
    });
  });
}
