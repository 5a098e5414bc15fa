import { createHash, randomBytes } from 'node:crypto';
import type { CompletedPart } from '@aws-sdk/client-s3';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it } from 'vitest';
import { exists, put, textOf } from './calls.ts';
import type { Promised, S3Target } from './target.ts';

const FIVE_MIB = 5 * 2 ** 20;

export function multipartCases(target: () => S3Target, promised: Promised): void {
  const place = (Key: string) => ({ Bucket: target().bucket, Key });
  const begin = async (key: string, more = {}) => {
    const { UploadId } = await target().client.send(new CreateMultipartUploadCommand({ ...place(key), ...more }));
    return UploadId ?? '';
  };
  const sendPart = async (key: string, part: { UploadId: string; PartNumber: number; Body: Uint8Array | string }) => {
    const { ETag } = await target().client.send(new UploadPartCommand({ ...place(key), ...part }));
    return { PartNumber: part.PartNumber, ETag };
  };
  const complete = (key: string, UploadId: string, Parts: CompletedPart[]) =>
    target().client.send(new CompleteMultipartUploadCommand({ ...place(key), UploadId, MultipartUpload: { Parts } }));

  describe('an upload in parts', () => {
    it('becomes one object, of parts sent in any order and by presigned links', async () => {
      const bytes = randomBytes(FIVE_MIB + 1000);
      const UploadId = await begin('parts/whole', { ContentType: 'video/mp4' });
      const second = await sendPart('parts/whole', { UploadId, PartNumber: 2, Body: bytes.subarray(FIVE_MIB) });
      const command = new UploadPartCommand({ ...place('parts/whole'), UploadId, PartNumber: 1 });
      const url = await getSignedUrl(target().client, command, { expiresIn: 60 });
      const sent = await fetch(url, { method: 'PUT', body: bytes.subarray(0, FIVE_MIB) });

      await complete('parts/whole', UploadId, [{ PartNumber: 1, ETag: sent.headers.get('etag') ?? '' }, second]);

      const answer = await target().client.send(new GetObjectCommand(place('parts/whole')));
      const read = Buffer.from((await answer.Body?.transformToByteArray()) ?? []);
      expect(read.equals(bytes)).toBe(true);
      expect(answer.ContentType).toBe('video/mp4');
      expect(answer.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);

      const across = { ...place('parts/whole'), Range: `bytes=${FIVE_MIB - 2}-${FIVE_MIB + 1}` };
      const middle = await target().client.send(new GetObjectCommand(across));
      const seam = Buffer.from((await middle.Body?.transformToByteArray()) ?? []);
      expect(seam).toEqual(bytes.subarray(FIVE_MIB - 2, FIVE_MIB + 2));
    });

    it('is nothing until it is complete, and shows its parts meanwhile', async () => {
      const UploadId = await begin('parts/pending');
      await sendPart('parts/pending', { UploadId, PartNumber: 7, Body: 'seven' });
      await sendPart('parts/pending', { UploadId, PartNumber: 3, Body: 'three!' });

      const { Parts } = await target().client.send(new ListPartsCommand({ ...place('parts/pending'), UploadId }));

      expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
        [3, 6],
        [7, 5],
      ]);
      expect(await exists(target(), 'parts/pending')).toBe(false);
    });

    it('leaves the old object alone until then', async () => {
      await put(target(), 'parts/replaced', 'old');
      const UploadId = await begin('parts/replaced');
      const part = await sendPart('parts/replaced', { UploadId, PartNumber: 1, Body: 'new' });
      expect(await textOf(target(), 'parts/replaced')).toBe('old');

      await complete('parts/replaced', UploadId, [part]);

      expect(await textOf(target(), 'parts/replaced')).toBe('new');
    });

    it('ends for good when it is aborted', async () => {
      const UploadId = await begin('parts/aborted');
      const part = await sendPart('parts/aborted', { UploadId, PartNumber: 1, Body: 'x' });

      await target().client.send(new AbortMultipartUploadCommand({ ...place('parts/aborted'), UploadId }));

      await expect(complete('parts/aborted', UploadId, [part])).rejects.toThrow();
      const late = sendPart('parts/aborted', { UploadId, PartNumber: 2, Body: 'y' });
      await expect(late).rejects.toMatchObject({ name: 'NoSuchUpload' });
      expect(await exists(target(), 'parts/aborted')).toBe(false);
    });

    promised('endedUploads').each(['listed', 'completed'])('that was aborted cannot be %s', async (what) => {
      const UploadId = await begin('parts/over');
      const part = await sendPart('parts/over', { UploadId, PartNumber: 1, Body: 'x' });
      const upload = { ...place('parts/over'), UploadId };
      await target().client.send(new AbortMultipartUploadCommand(upload));

      const asked =
        what === 'listed'
          ? target().client.send(new ListPartsCommand(upload))
          : complete('parts/over', UploadId, [part]);

      await expect(asked).rejects.toMatchObject({ name: 'NoSuchUpload' });
    });

    it('is refused when its list of parts is not what was sent', async () => {
      const UploadId = await begin('parts/refused');
      const one = await sendPart('parts/refused', { UploadId, PartNumber: 1, Body: 'too small to come first' });
      const two = await sendPart('parts/refused', { UploadId, PartNumber: 2, Body: 'last' });
      const wrong = { PartNumber: 1, ETag: `"${'0'.repeat(32)}"` };

      await expect(complete('parts/refused', UploadId, [wrong])).rejects.toMatchObject({ name: 'InvalidPart' });
      await expect(complete('parts/refused', UploadId, [one, two])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    });

    promised('partOrder')('is refused when its list of parts is out of order', async () => {
      const UploadId = await begin('parts/disordered');
      const one = await sendPart('parts/disordered', { UploadId, PartNumber: 1, Body: 'one' });
      const two = await sendPart('parts/disordered', { UploadId, PartNumber: 2, Body: 'two' });

      const completing = complete('parts/disordered', UploadId, [two, one]);

      await expect(completing).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    });

    it('is listed among the open ones page by page, by key and then by id', async () => {
      const ids: string[] = [];
      for (const key of ['open/b', 'open/a', 'open/a', 'open/c']) ids.push(await begin(key));
      const seen: string[] = [];
      let markers = {};
      for (let page = 0; page < 4; page++) {
        const query = { Bucket: target().bucket, Prefix: 'open/', MaxUploads: 1, ...markers };
        const answer = await target().client.send(new ListMultipartUploadsCommand(query));
        expect(answer.IsTruncated).toBe(page < 3);
        seen.push(...(answer.Uploads ?? []).map(({ Key, UploadId }) => `${Key} ${UploadId}`));
        markers = { KeyMarker: answer.NextKeyMarker, UploadIdMarker: answer.NextUploadIdMarker };
      }
      expect(seen.map((upload) => upload.split(' ')[0])).toEqual(['open/a', 'open/a', 'open/b', 'open/c']);
      expect(seen.map((upload) => upload.split(' ')[1]).toSorted()).toEqual(ids.toSorted());
    });

    promised('checksums')('keeps a checksum over its parts’ checksums', async () => {
      const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest();
      const UploadId = await begin('parts/checked', { ChecksumAlgorithm: 'SHA256' });
      const ChecksumSHA256 = sha256('proven').toString('base64');
      const command = { ...place('parts/checked'), UploadId, PartNumber: 1, Body: 'proven', ChecksumSHA256 };
      const { ETag } = await target().client.send(new UploadPartCommand(command));

      const done = await complete('parts/checked', UploadId, [{ PartNumber: 1, ETag, ChecksumSHA256 }]);

      expect(done.ChecksumSHA256).toBe(`${sha256(sha256('proven')).toString('base64')}-1`);
    });
  });
}
