import { createHash } from 'node:crypto';
import type { DeleteObjectCommandInput, PutObjectCommandInput } from '@aws-sdk/client-s3';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postForm, signForm } from './testing/browser-form.ts';
import { errorCode } from './testing/calls.ts';
import { CREDENTIALS } from './testing/embedded-process.ts';
import type { InProcessServer } from './testing/in-process.ts';
import { startInProcess } from './testing/in-process.ts';

const Bucket = 'modu';
const place = { Bucket, Key: 'object' };
const notOffered = { name: 'NotImplemented' };

describe('a request that asks for more than is offered', () => {
  let server: InProcessServer;
  beforeAll(async () => {
    server = await startInProcess();
  });
  afterAll(() => server.stop());
  beforeEach(() => server.client.send(new PutObjectCommand({ ...place, Body: 'as it was' })));

  const textOf = async (Key: string) =>
    (await server.client.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString();

  it.each<[string, Partial<PutObjectCommandInput>]>([
    ['who may read', { ACL: 'public-read' }],
    ['tags', { Tagging: 'a=b' }],
    ['a redirect', { WebsiteRedirectLocation: '/elsewhere' }],
    ['the owner of the bucket', { ExpectedBucketOwner: '111122223333' }],
    ['a lock', { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(Date.now() + 1e9) }],
    ['a key of the client', { SSECustomerAlgorithm: 'AES256', SSECustomerKey: '0'.repeat(32) }],
    ['a place within the object', { WriteOffsetBytes: 9 }],
    ['a storage class', { StorageClass: 'GLACIER' }],
  ])('is refused, and nothing is written: %s', async (_what, more) => {
    const command = new PutObjectCommand({ ...place, Body: 'changed', ...more });

    await expect(server.client.send(command)).rejects.toMatchObject(notOffered);

    expect(await textOf('object')).toBe('as it was');
  });

  it.each<[string, Partial<DeleteObjectCommandInput>]>([
    ['a size', { IfMatchSize: 5 }],
    ['a version', { VersionId: 'one' }],
    ['what locks it', { BypassGovernanceRetention: true }],
  ])('is not deleted on a condition that nobody looks at: %s', async (_what, more) => {
    await expect(server.client.send(new DeleteObjectCommand({ ...place, ...more }))).rejects.toMatchObject(notOffered);
    expect(await textOf('object')).toBe('as it was');
  });

  it('may not delete several objects on such a condition either', async () => {
    const Delete = { Objects: [{ Key: 'object', ETag: '"not-this"' }] };

    await expect(server.client.send(new DeleteObjectsCommand({ Bucket, Delete }))).rejects.toMatchObject(notOffered);

    expect(await textOf('object')).toBe('as it was');
  });

  it('makes no bucket that would be another than was asked for', async () => {
    const make = (more: object) => server.client.send(new CreateBucketCommand({ Bucket: 'another', ...more }));
    const elsewhere = { CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } };

    await expect(make({ ObjectLockEnabledForBucket: true })).rejects.toMatchObject(notOffered);
    await expect(make({ ACL: 'public-read' })).rejects.toMatchObject(notOffered);
    await expect(make(elsewhere)).rejects.toMatchObject({ name: 'IllegalLocationConstraintException' });
    await make({ CreateBucketConfiguration: { LocationConstraint: 'us-east-1' } });
  });

  it('makes no copy that would be another than was asked for', async () => {
    const copy = (more: object) =>
      server.client.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: 'modu/object', ...more }));

    for (const more of [
      { ACL: 'public-read' },
      { TaggingDirective: 'REPLACE', Tagging: 'a=b' },
      { ChecksumAlgorithm: 'SHA256' },
      { CopySourceIfMatch: '"other"' },
    ])
      await expect(copy(more)).rejects.toMatchObject(notOffered);
    await expect(copy({ MetadataDirective: 'MERGE' })).rejects.toMatchObject({ name: 'InvalidArgument' });
    await expect(server.client.send(new HeadObjectCommand({ Bucket, Key: 'copy' }))).rejects.toThrow();
  });

  it('completes no upload whose size is said and not looked at', async () => {
    const { UploadId } = await server.client.send(new CreateMultipartUploadCommand(place));
    const part = { ...place, UploadId, PartNumber: 1 };
    const { ETag } = await server.client.send(new UploadPartCommand({ ...part, Body: 'part' }));
    const MultipartUpload = { Parts: [{ ETag, PartNumber: 1 }] };
    const command = new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload, MpuObjectSize: 999 });

    await expect(server.client.send(command)).rejects.toMatchObject(notOffered);

    expect(await textOf('object')).toBe('as it was');
  });

  it('gets no list that passes over what was asked', async () => {
    const { client } = server;

    await expect(client.send(new ListMultipartUploadsCommand({ Bucket, Delimiter: '/' }))).rejects.toMatchObject(
      notOffered,
    );
    await expect(client.send(new ListObjectsV2Command({ Bucket, FetchOwner: true }))).rejects.toMatchObject(notOffered);
    await expect(client.send(new ListBucketsCommand({ Prefix: 'zzz' }))).rejects.toMatchObject(notOffered);
    await expect(client.send(new ListBucketsCommand({ MaxBuckets: 1 }))).rejects.toMatchObject(notOffered);
    expect((await client.send(new ListBucketsCommand({}))).Buckets?.length).toBeGreaterThan(0);
  });

  describe('by a form of a browser', () => {
    const post = (more: Record<string, string>, file = 'form') => {
      const target = { endpoint: server.endpoint, region: 'us-east-1', credentials: CREDENTIALS, bucket: Bucket };
      return postForm(target, signForm(target, { key: 'object', sizeRange: [0, 100], more }), file);
    };
    const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

    it.each(['acl', 'tagging', 'success_action_redirect', 'redirect', 'x-amz-storage-class'])(
      'is refused although the policy allows it: %s',
      async (field) => {
        const answer = await post({ [field]: 'anything' });

        expect([answer.status, await errorCode(answer)]).toEqual([501, 'NotImplemented']);
        expect(await textOf('object')).toBe('as it was');
      },
    );

    it('holds the file against the digests the form names', async () => {
      expect((await post({ 'x-amz-checksum-sha256': sha256('another file') })).status).toBe(400);
      expect((await post({ 'content-md5': createHash('md5').update('another').digest('base64') })).status).toBe(400);
      expect(await textOf('object')).toBe('as it was');

      expect((await post({ 'x-amz-checksum-sha256': sha256('form') })).status).toBe(204);
      const head = await server.client.send(new HeadObjectCommand({ ...place, ChecksumMode: 'ENABLED' }));
      expect(head.ChecksumSHA256).toBe(sha256('form'));
    });

    it('to a bucket whose name is far too long finds no bucket', async () => {
      const form = new FormData();
      form.set('file', new Blob(['x']));

      const answer = await fetch(`${server.endpoint}/${'b'.repeat(5000)}`, { method: 'POST', body: form });

      expect([answer.status, await errorCode(answer)]).toEqual([404, 'NoSuchBucket']);
    });
  });
});
