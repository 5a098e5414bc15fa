import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { beforeAll, describe, expect, it } from 'vitest';
import { put } from './calls.ts';
import type { S3Target } from './target.ts';

const KEYS = ['list/a/1', 'list/a/2', 'list/a/deep/3', 'list/b', 'list/c/1', 'list/z', 'list/é', 'list/한', 'list/😀'];

export function listingCases(target: () => S3Target): void {
  const list = (more: object) =>
    target().client.send(new ListObjectsV2Command({ Bucket: target().bucket, Prefix: 'list/', ...more }));
  const keysOf = (page: Awaited<ReturnType<typeof list>>) => (page.Contents ?? []).map(({ Key }) => Key);
  const foldersOf = (page: Awaited<ReturnType<typeof list>>) => (page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix);

  describe('a listing', () => {
    beforeAll(async () => {
      for (const key of [...KEYS].reverse()) await put(target(), key, key);
      await put(target(), 'listed-elsewhere', 'x');
    });

    it('is in the order of the keys’ bytes, with sizes', async () => {
      const page = await list({});

      expect(keysOf(page)).toEqual(KEYS);
      expect(page.Contents?.at(-1)?.Size).toBe(Buffer.byteLength('list/😀'));
      expect(page.IsTruncated).toBe(false);
    });

    it('shows folders once when it is given a delimiter', async () => {
      const page = await list({ Delimiter: '/' });

      expect(foldersOf(page)).toEqual(['list/a/', 'list/c/']);
      expect(keysOf(page)).toEqual(['list/b', 'list/z', 'list/é', 'list/한', 'list/😀']);
      expect(page.KeyCount).toBe(7);
    });

    it.each([1, 2, 3, 5])('comes whole in pages of %i', async (MaxKeys) => {
      const seen: (string | undefined)[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await list({ MaxKeys, ContinuationToken, Delimiter: '/' });
        expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys);
        seen.push(...foldersOf(page), ...keysOf(page));
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);

      expect(seen.sort()).toEqual(['list/a/', 'list/b', 'list/c/', 'list/z', 'list/é', 'list/한', 'list/😀'].sort());
      expect(seen).toHaveLength(7);
    });

    it('begins after a key', async () => {
      expect(keysOf(await list({ StartAfter: 'list/z' }))).toEqual(['list/é', 'list/한', 'list/😀']);
    });

    it('is empty for a prefix nobody used, and refused for a bucket nobody made', async () => {
      expect((await list({ Prefix: 'nobody/' })).KeyCount).toBe(0);
      await expect(list({ Bucket: 'contract-nobody-made-this' })).rejects.toMatchObject({ name: 'NoSuchBucket' });
    });
  });
}
