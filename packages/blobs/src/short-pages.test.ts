import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createBlobs } from './index.ts';

const KEYS = ['users/a', 'users/b', 'users/c', 'users/d', 'users/e'];

/** S3 promises no full pages: this bucket gives one key at a time, now and then none, and says where it goes on. */
async function openMeagreBucket() {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://bucket').searchParams;
    asked.push(query);
    const after = query.get('start-after') ?? '';
    const at = Number(query.get('continuation-token') ?? 2 * KEYS.filter((key) => key <= after).length);
    const key = at % 2 === 0 ? KEYS[at / 2] : undefined;
    const contents = key === undefined ? '' : `<Contents><Key>${key}</Key><Size>1</Size></Contents>`;
    const isTruncated = at + 1 < 2 * KEYS.length;
    const next = isTruncated ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : '';
    response.setHeader('content-type', 'application/xml');
    response.end(
      `<ListBucketResult>${contents}<IsTruncated>${String(isTruncated)}</IsTruncated>${next}</ListBucketResult>`,
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const blobs = createBlobs({
    ...{ S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, S3_REGION: 'us-east-1' },
    ...{ S3_BUCKET: 'meagre', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret', S3_FORCE_PATH_STYLE: true },
  });
  onTestFinished(() => {
    blobs.close();
    server.closeAllConnections();
    server.close();
  });
  return { blobs, asked };
}

it('a page is as long as was asked for where the bucket answers in shorter ones, and only the last is shorter', async () => {
  const { blobs, asked } = await openMeagreBucket();
  const page = async (after?: string) => {
    const entries = await blobs.list({ prefix: 'users/', limit: 3, ...(after === undefined ? {} : { after }) });
    return entries.map(({ key }) => key);
  };

  expect(await page()).toEqual(KEYS.slice(0, 3));
  expect(asked.map((query) => query.get('max-keys'))).toEqual(['3', '2', '2', '1', '1']);
  expect(await page('users/c')).toEqual(KEYS.slice(3));
  expect(await page('users/e')).toEqual([]);
});
