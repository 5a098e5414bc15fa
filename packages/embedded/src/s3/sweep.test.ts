import { mkdir, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { InProcessServer } from './testing/in-process.ts';
import { startInProcess } from './testing/in-process.ts';

const Bucket = 'modu';

describe('bytes nobody needs', () => {
  let server: InProcessServer;
  beforeEach(async () => {
    server = await startInProcess();
  });
  afterEach(() => server.stop());

  const put = (Key: string, Body = 'x') => server.client.send(new PutObjectCommand({ Bucket, Key, Body }));
  const blobPaths = async () => {
    const entries = await readdir(join(server.dir, 'blobs'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  };
  const blobCount = async () => (await blobPaths()).length;

  it('go with the object: deleted, overwritten or aborted', async () => {
    await put('a');
    await put('a', 'again');
    await put('b');
    await server.client.send(new DeleteObjectCommand({ Bucket, Key: 'b' }));
    const place = { Bucket, Key: 'c' };
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(place));
    for (const Body of ['one', 'one, again']) {
      await server.client.send(new UploadPartCommand({ ...place, UploadId, PartNumber: 1, Body }));
    }
    await server.client.send(new AbortMultipartUploadCommand({ ...place, UploadId }));

    await expect.poll(blobCount).toBe(1);
  });

  it('are kept as long as a copy needs them', async () => {
    await put('original', 'shared');
    await server.client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: 'modu/original' }));
    expect(await blobCount()).toBe(1);

    await server.client.send(new DeleteObjectCommand({ Bucket, Key: 'original' }));
    const copy = await server.client.send(new GetObjectCommand({ Bucket, Key: 'copy' }));
    expect(await copy.Body?.transformToString()).toBe('shared');

    await server.client.send(new DeleteObjectCommand({ Bucket, Key: 'copy' }));
    await expect.poll(blobCount).toBe(0);
  });

  it('that cannot be removed now do no harm to the write that made them so, and go later', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => told.mockRestore());
    await put('kept', 'old');
    const [old = ''] = await blobPaths();
    await rm(old);
    await mkdir(old); // Stands in for a file that this user may not remove.

    await put('kept', 'new');

    const kept = await server.client.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(await kept.Body?.transformToString()).toBe('new');
    expect(told).toHaveBeenCalledOnce();

    await rmdir(old);
    await writeFile(old, 'old');
    server = await server.restart();
    await expect.poll(blobCount).toBe(1);
  });

  it('of a crash between the file and the index are swept at the next start', async () => {
    await put('kept', 'whole');
    const orphan = '00'.padEnd(32, 'a');
    await mkdir(join(server.dir, 'blobs', '00'), { recursive: true });
    await writeFile(join(server.dir, 'blobs', '00', orphan), 'orphan');

    server = await server.restart();

    await expect.poll(blobCount).toBe(1);
    const kept = await server.client.send(new GetObjectCommand({ Bucket, Key: 'kept' }));
    expect(await kept.Body?.transformToString()).toBe('whole');
  });

  it('of an upload nobody finished are swept when it is old, not before', async () => {
    const place = { Bucket, Key: 'abandoned' };
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(place));
    await server.client.send(new UploadPartCommand({ ...place, UploadId, PartNumber: 1, Body: 'part' }));
    const uploads = async () =>
      (await server.client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.length ?? 0;

    server = await server.restart();
    await vi.waitFor(async () => expect(await uploads()).toBe(1));

    server = await server.restart({ abandonedUploadAgeMs: 1 });
    await expect.poll(uploads).toBe(0);
    await expect.poll(blobCount).toBe(0);
  });

  it('do not include those of an upload that was begun weeks ago and may be taken up again, for a month', async () => {
    await server.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'a long film' }));
    /** A round begins with a server, and is over when it has stopped. */
    const sweptAfter = async (days: number) => {
      vi.setSystemTime(Date.now() + days * 86_400_000);
      server = await (await server.restart()).restart();
      return (await server.client.send(new ListMultipartUploadsCommand({ Bucket }))).Uploads?.length ?? 0;
    };

    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect([await sweptAfter(8), await sweptAfter(21), await sweptAfter(2)]).toEqual([1, 1, 0]);
  });

  it('do not include folders that a person made empty', async () => {
    await rm(join(server.dir, 'blobs'), { recursive: true });

    await put('after', 'works');

    expect(await blobCount()).toBe(1);
  });
});
