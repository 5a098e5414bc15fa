import { chmod, stat } from 'node:fs/promises';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createLogger } from '@modu/logger';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { processesOf, remainingProcesses } from '../testing/owner-process.ts';
import { temporaryDataDir } from '../testing/temporary-data-dir.ts';
import type { Stack } from './index.ts';
import { acquireStack } from './index.ts';

describe('the whole stack', { timeout: 60_000 }, () => {
  let dir: Awaited<ReturnType<typeof temporaryDataDir>>;
  let stack: Stack;
  const acquire = () =>
    acquireStack({
      dataDir: dir.path,
      want: { postgres: true, mongo: true, s3: true },
      corsOrigins: ['http://localhost:4000'],
      logger: createLogger({ level: 'fatal' }),
    });

  beforeEach(async () => {
    dir = await temporaryDataDir();
    stack = await acquire();
  });
  afterEach(async () => {
    await stack.stop();
    expect(await remainingProcesses(dir.path)).toEqual([]);
    await dir.remove();
  });

  it('keeps documents and objects over kill -9 of their servers, at the same addresses', async () => {
    const bucket = openBucket(stack);
    const mongo = new MongoClient(stack.mongoUrl('assets'), { serverSelectionTimeoutMS: 20_000 });
    const assets = mongo.db().collection('asset');
    await assets.insertOne({ title: '지도' });
    await bucket.put('map.png', 'bytes');

    for (const main of ['mongo/main.ts', 's3/main.ts']) process.kill(pidOf(main), 'SIGKILL');

    await expect.poll(() => bucket.get('map.png').catch(String), { timeout: 20_000 }).toBe('bytes');
    await expect.poll(() => assets.countDocuments({ title: '지도' }).catch(String), { timeout: 20_000 }).toBe(1);
    await mongo.close();
    bucket.close();
  });

  it('finds all of it again after a restart', async () => {
    await openBucket(stack).put('map.png', 'bytes');
    const before = [stack.mongoUrl('assets'), stack.s3, stack.postgresUrl('jobs')];
    await stack.stop();

    stack = await acquire();

    expect([stack.mongoUrl('assets'), stack.s3, stack.postgresUrl('jobs')]).toEqual(before);
    expect(await openBucket(stack).get('map.png')).toBe('bytes');
  });

  it('lets no other user of the machine into the folders of its servers, nor into those of an earlier version', async () => {
    const modes = () =>
      Promise.all(
        ['postgres', 'mongo', 's3'].map(async (name) => (await stat(path.join(dir.path, name))).mode & 0o777),
      );
    expect(await modes()).toEqual([0o700, 0o700, 0o700]);

    await stack.stop();
    for (const name of ['mongo', 's3']) await chmod(path.join(dir.path, name), 0o755);
    stack = await acquire();

    expect(await modes()).toEqual([0o700, 0o700, 0o700]);
  });

  function pidOf(main: string): number {
    const line = processesOf(dir.path).find((entry) => entry.includes(main)) ?? '';
    return Number.parseInt(line, 10);
  }
});

function openBucket({ s3: { endpoint, region, bucket, accessKeyId, secretAccessKey } }: Stack) {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return {
    put: (key: string, body: string) => client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body })),
    get: async (key: string) =>
      (await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))).Body?.transformToString(),
    close: () => client.destroy(),
  };
}
