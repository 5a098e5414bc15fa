import { HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { withClient } from '@modu/postgres';
import { MongoClient } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { testBucket, testDatabase, testMongo } from './index.ts';

describe('what a test gets of the real servers is its own', () => {
  it('PostgreSQL databases: apart from one another, and gone when dropped', async () => {
    const [mine, yours] = await Promise.all([testDatabase('ledger'), testDatabase('ledger')]);
    await withClient(mine.url, (client) => client.query('CREATE TABLE hold (id int)'));

    await expect(withClient(yours.url, (client) => client.query('SELECT * FROM hold'))).rejects.toThrow('hold');

    await Promise.all([mine.drop(), yours.drop()]);
    await expect(withClient(mine.url, async () => {})).rejects.toMatchObject({ code: '3D000' });
  });

  it('MongoDB databases: apart from one another, and empty when dropped', async () => {
    const [mine, yours] = await Promise.all([testMongo('assets'), testMongo('assets')]);
    const count = (url: string) => withMongo(url, (client) => client.db().collection('asset').countDocuments());
    await withMongo(mine.url, (client) => client.db().collection('asset').insertOne({ title: 'map' }));

    expect([await count(mine.url), await count(yours.url)]).toEqual([1, 0]);

    await Promise.all([mine.drop(), yours.drop()]);
    expect(await count(mine.url)).toBe(0);
  });

  it('buckets: gone when dropped, with what lies in them', async () => {
    const { settings, drop } = await testBucket('uploads');
    const client = new S3Client({
      endpoint: settings.S3_ENDPOINT,
      region: settings.S3_REGION,
      forcePathStyle: settings.S3_FORCE_PATH_STYLE,
      credentials: { accessKeyId: settings.S3_ACCESS_KEY_ID, secretAccessKey: settings.S3_SECRET_ACCESS_KEY },
    });
    await client.send(new PutObjectCommand({ Bucket: settings.S3_BUCKET, Key: 'a/b', Body: 'bytes' }));

    await drop();

    await expect(client.send(new HeadBucketCommand({ Bucket: settings.S3_BUCKET }))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 404 },
    });
    client.destroy();
  });
});

async function withMongo<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
