import { createBlobs } from '@modu/blobs';
import type { Stack } from '@modu/embedded';
import { connectMongo } from '@modu/mongo';
import { createAssetsDeps } from '../../../subgraphs/assets/src/deps.ts';
import type { AssetsDeps } from '../../../subgraphs/assets/src/operations/deps.ts';

export interface AssetServers {
  readonly mongoUrl: string;
  readonly s3: Stack['s3'];
}

/** A clock that may be set ahead: what waits for a day is due at once. */
export interface Clock {
  aheadMs: number;
}

/** The assets domain over the servers of a running product, with a clock of its own; it asks no other domain. */
export async function openAssets(
  { mongoUrl, s3 }: AssetServers,
  clock: Clock,
): Promise<{ readonly deps: AssetsDeps; close(): Promise<void> }> {
  const connection = await connectMongo({ url: mongoUrl, appName: 'modu-chaos' });
  const blobs = createBlobs({
    ...{ S3_ENDPOINT: s3.endpoint, S3_REGION: s3.region, S3_BUCKET: s3.bucket, S3_FORCE_PATH_STYLE: true },
    ...{ S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey },
  });
  const caller = { call: () => Promise.reject(new Error('Nothing is asked of others here.')) };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const deps = createAssetsDeps({ db: connection.db, blobs, caller, sizeBytesMax: 5_000_000_000, now });
  return {
    deps,
    close: async () => {
      blobs.close();
      await connection.close();
    },
  };
}
