import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, expect, it, vi } from 'vitest';
import { createLinkSigner } from './link-signer.ts';

afterEach(() => void vi.useRealTimers());

const BUCKETS: readonly (readonly [where: string, config: S3ClientConfig])[] = [
  ['below an endpoint', { region: 'us-east-1', endpoint: 'http://127.0.0.1:9000', forcePathStyle: true }],
  ['below a path of an endpoint', { region: 'eu-west-1', endpoint: 'https://files.example/s3', forcePathStyle: true }],
  ['a host of an endpoint', { region: 'auto', endpoint: 'https://files.example' }],
  ['at Amazon', { region: 'ap-northeast-2' }],
  ['at Amazon in China', { region: 'cn-north-1' }],
];
const KEYS = ['plain', 'users/1/images/2/original.png', "users/가 나/x+y (1)!*'~.png", '일/../이//삼', 'a=b&c?d#e%20f'];

it.each(BUCKETS)('a link to a bucket %s is what the SDK itself signs', async (_where, config) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T05:00:00Z') });
  const client = new S3Client({
    ...config,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const sign = createLinkSigner(client, 'pictures');

  for (const key of KEYS) {
    const command = new GetObjectCommand({
      Bucket: 'pictures',
      Key: key,
      ResponseContentDisposition: 'attachment; filename="a b.png"',
      ResponseContentType: 'image/png',
    });
    const link = await sign({
      key,
      filename: 'a b.png',
      contentType: 'image/png',
      download: true,
      expiresInSeconds: 900,
    });

    expect(link).toBe(await getSignedUrl(client, command, { expiresIn: 900 }));
  }
  client.destroy();
});
