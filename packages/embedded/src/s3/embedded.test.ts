import { join } from 'node:path';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALLOWED_ORIGIN } from './testing/embedded-process.ts';
import type { InProcessServer } from './testing/in-process.ts';
import { startInProcess } from './testing/in-process.ts';

const Bucket = 'modu';

describe('the embedded server alone', () => {
  let server: InProcessServer;
  beforeAll(async () => {
    server = await startInProcess();
  });
  afterAll(() => server.stop());

  const put = (Key: string, Body: string | Uint8Array) =>
    server.client.send(new PutObjectCommand({ Bucket, Key, Body }));
  const read = async (Key: string) => (await server.client.send(new GetObjectCommand({ Bucket, Key }))).Body;

  describe('what it does not offer', () => {
    it('is refused, and never taken for the plain operation beside it', async () => {
      await put('object', 'as it was');

      const acl = new PutObjectAclCommand({ Bucket, Key: 'object', ACL: 'public-read' });
      const Tagging = { TagSet: [{ Key: 'a', Value: 'b' }] };
      await expect(server.client.send(acl)).rejects.toMatchObject({ name: 'NotImplemented' });
      await expect(
        server.client.send(new PutObjectTaggingCommand({ Bucket, Key: 'object', Tagging })),
      ).rejects.toMatchObject({ name: 'NotImplemented' });

      expect(await (await read('object'))?.transformToString()).toBe('as it was');
    });

    it('includes checksums it cannot compute', async () => {
      const command = new PutObjectCommand({ Bucket, Key: 'crc64', Body: 'x', ChecksumCRC64NVME: 'AAAAAAAAAAA=' });

      await expect(server.client.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
      await expect(read('crc64')).rejects.toMatchObject({ name: 'NoSuchKey' });
    });
  });

  describe('a hostile document', () => {
    const send = async (body: string) => {
      const { UploadId } = await server.client.send(new CreateMultipartUploadCommand({ Bucket, Key: 'hostile' }));
      const command = new CompleteMultipartUploadCommand({ Bucket, Key: 'hostile', UploadId });
      const url = await getSignedUrl(server.client, command, { expiresIn: 60 });
      const answer = await fetch(url, { method: 'POST', body });
      return /<Code>(\w+)</.exec(await answer.text())?.[1];
    };

    it.each([
      [
        'defines entities',
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><CompleteMultipartUpload>&b;</CompleteMultipartUpload>',
      ],
      ['nests without end', '<a>'.repeat(10_000)],
      ['is not XML', '{"Part":[]}'],
      ['lists nothing', '<CompleteMultipartUpload></CompleteMultipartUpload>'],
      ['is cut off', '<CompleteMultipartUpload><Part><PartNumber>1</PartNumber>'],
    ])('that %s is refused', async (_what, body) => {
      expect(await send(body)).toBe('MalformedXML');
    });

    it('that is huge is refused before it is read', async () => {
      expect(await send('x'.repeat(5 * 2 ** 20))).toBe('MaxMessageLengthExceeded');
    });
  });

  describe('browsers', () => {
    const ask = (origin: string, method = 'PUT') =>
      fetch(`${server.endpoint}/modu/some/key?X-Amz-Signature=any`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': method,
          'access-control-request-headers': 'content-type,x-amz-checksum-sha256',
        },
      });

    it('of the studio may send what an upload needs', async () => {
      const answer = await ask(ALLOWED_ORIGIN);

      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
      expect(answer.headers.get('access-control-allow-headers')).toBe('content-type,x-amz-checksum-sha256');
      expect(answer.headers.get('access-control-allow-methods')).toContain('PUT');
    });

    it('of a second studio on this machine may too, on whatever port it is', async () => {
      for (const origin of ['http://localhost:4001', 'http://127.0.0.1:5173', 'http://[::1]:4001'])
        expect((await ask(origin)).headers.get('access-control-allow-origin')).toBe(origin);
      for (const origin of ['http://localhost.elsewhere.example', 'http://localhost:4001@elsewhere.example', 'null'])
        expect((await ask(origin)).status).toBe(403);
    });

    it('of another origin, or with a method nobody needs, may not', async () => {
      expect((await ask('https://elsewhere.example')).status).toBe(403);
      expect((await ask(ALLOWED_ORIGIN, 'DELETE')).status).toBe(403);
    });

    it('may read refusals too, so that a page can say what went wrong', async () => {
      const answer = await fetch(`${server.endpoint}/modu/x`, { headers: { origin: ALLOWED_ORIGIN } });

      expect(answer.status).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
    });
  });

  it('lets a reader finish the object it began with while that is overwritten', async () => {
    await put('long', Buffer.alloc(8_000_000, 1));
    const body = await read('long');

    await put('long', Buffer.alloc(100, 2));

    const bytes = Buffer.from((await body?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.alloc(8_000_000, 1))).toBe(true);
  });

  it('answers a completion that is repeated because the first answer was lost', async () => {
    const place = { Bucket, Key: 'twice-completed' };
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(place));
    const part = { PartNumber: 1, Body: 'whole' };
    const { ETag } = await server.client.send(new UploadPartCommand({ ...place, UploadId, ...part }));
    const MultipartUpload = { Parts: [{ PartNumber: 1, ETag }] };
    const complete = () =>
      server.client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload }));

    const [first, second] = [await complete(), await complete()];

    expect(second.ETag).toBe(first.ETag);
  });

  it('does not delete a bucket with something in it', async () => {
    await put('something', 'x');

    await expect(server.client.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({
      name: 'BucketNotEmpty',
    });
  });

  it('refuses an upload that says nothing of its length', async () => {
    const url = await getSignedUrl(server.client, new PutObjectCommand({ Bucket, Key: 'endless' }), { expiresIn: 60 });
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new Uint8Array(10));
        controller.close();
      },
    });

    const answer = await fetch(url, { method: 'PUT', body, duplex: 'half' });

    expect(answer.status).toBe(411);
    await expect(server.client.send(new HeadObjectCommand({ Bucket, Key: 'endless' }))).rejects.toThrow();
  });

  it('keeps objects over a restart', async () => {
    await put('lasting', 'still here');

    server = await server.restart();

    expect(await (await read('lasting'))?.transformToString()).toBe('still here');
  });

  it('says which port is taken', async () => {
    const port = Number(new URL(server.endpoint).port);

    const second = startInProcess({ port, dir: join(server.dir, 'second') });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
