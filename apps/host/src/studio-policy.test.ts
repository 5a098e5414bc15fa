import { blobSettings, createBlobs } from '@modu/blobs';
import { parseSettings } from '@modu/settings';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './studio-policy.ts';
import { studio } from './studio.ts';

const KEYS = { S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'a secret of this test' };
const put = { key: 'k', contentType: 'image/png', sizeBytes: 1, sha256Hex: '0'.repeat(64), expiresInSeconds: 60 };

/** What the page may load or send to, for one directive of its policy. */
const allowed = (policy: string, directive: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${directive} `))
    ?.split(' ') ?? [];

describe('the studio’s page', () => {
  it.each([
    ['at Amazon', {}],
    ['at Amazon, under a name of its own', { S3_FORCE_PATH_STYLE: 'false' }],
    ['below an endpoint', { S3_ENDPOINT: 'http://127.0.0.1:9000' }],
    ['under a name of its own at an endpoint', { S3_ENDPOINT: 'https://a.r2.example', S3_FORCE_PATH_STYLE: 'false' }],
    [
      'that browsers reach elsewhere',
      { S3_ENDPOINT: 'http://minio:9000', S3_PUBLIC_ENDPOINT: 'https://files.example' },
    ],
  ])('may show from and send to a bucket %s', async (_where, given) => {
    const bucket = { S3_BUCKET: 'pictures', S3_REGION: 'eu-west-1', ...given };
    const page = studio.settings.parse(bucket) as Parameters<typeof contentSecurityPolicy>[1];
    const blobs = createBlobs(blobSettings.parse({ ...bucket, ...KEYS }));

    const policy = await contentSecurityPolicy('', page);

    const read = new URL(await blobs.presignGet({ key: 'k', expiresInSeconds: 60 })).origin;
    const written = new URL((await blobs.presignPut(put)).url).origin;
    expect(allowed(policy, 'img-src')).toContain(read);
    expect(allowed(policy, 'media-src')).toContain(read);
    expect(allowed(policy, 'connect-src')).toEqual(expect.arrayContaining([read, written]));
    blobs.close();
  });

  it('is not served by a process that knows of no bucket: it could show nothing', () => {
    expect(() => parseSettings({ studio: studio.settings }, {})).toThrow('S3_BUCKET (studio): is required but not set');
  });
});
