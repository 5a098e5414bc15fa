import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { CREDENTIALS, startEmbeddedProcess } from './testing/embedded-process.ts';

const MEGABYTE = 1_000_000;
const MEGABYTES = 300;
const SIZE_BYTES = MEGABYTES * MEGABYTE;
/** What streams through leaves some 85 MB behind until it is collected, and more on a busy machine; a file that is held leaves all of itself. */
const GROWTH_MAX = 0.5;

// The kernel's own record of the most memory a process ever held; only Linux keeps it where we can read it.
describe.runIf(process.platform === 'linux')('a file of 300 MB', () => {
  it('goes in and out without being held in memory', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'modu-s3-large-'));
    const server = await startEmbeddedProcess({ dir });
    const client = new S3Client({
      endpoint: server.endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: CREDENTIALS,
    });
    const place = { Bucket: 'modu', Key: 'large' };
    try {
      await client.send(new PutObjectCommand({ ...place, Key: 'small', Body: 'warm' }));
      const beforeBytes = await peakMemoryBytes(server.child.pid);
      const sent = createHash('md5');
      const Body = Readable.from(megabytes(sent));

      await client.send(new PutObjectCommand({ ...place, Body, ContentLength: SIZE_BYTES }));
      const received = createHash('md5');
      const { Body: stream } = await client.send(new GetObjectCommand(place));
      for await (const chunk of stream as Readable) received.update(chunk as Buffer);

      expect(received.digest('hex')).toBe(sent.digest('hex'));
      expect((await peakMemoryBytes(server.child.pid)) - beforeBytes).toBeLessThan(SIZE_BYTES * GROWTH_MAX);
    } finally {
      client.destroy();
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    }
  });
});

function* megabytes(hash: ReturnType<typeof createHash>): Generator<Buffer> {
  for (let n = 0; n < MEGABYTES; n++) {
    const bytes = Buffer.alloc(MEGABYTE, n);
    hash.update(bytes);
    yield bytes;
  }
}

async function peakMemoryBytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
