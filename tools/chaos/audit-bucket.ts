import { blobSettings, createBlobs } from '@modu/blobs';
import { connectMongo } from '@modu/mongo';
import { reportBucket } from '../../subgraphs/assets/src/operations/report-bucket.ts';
import { createAssetStore } from '../../subgraphs/assets/src/store/asset-store.ts';
import type { AssetDocument, CopyDocument } from '../../subgraphs/assets/src/store/collections.ts';
import { createCopyStore } from '../../subgraphs/assets/src/store/copy-store.ts';
import type { Cluster } from './cluster.ts';

export interface BucketFindings {
  /** Objects without a record: the daily sweep takes them, which is seen here as it would see them two days from now. */
  readonly strays: number;
  readonly broken: readonly string[];
}

const LATER_MS = 2 * 86_400_000;

/** Walks the whole bucket and the records: each READY record has its object, and each object a record or a sweep that takes it. */
export async function auditBucket({ stack }: Cluster): Promise<BucketFindings> {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = stack.s3;
  const settings = { S3_ENDPOINT: endpoint, S3_REGION: region, S3_BUCKET: bucket, S3_FORCE_PATH_STYLE: 'true' };
  const keys = { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey };
  const blobs = createBlobs(blobSettings.parse({ ...settings, ...keys }));
  const connection = await connectMongo({ url: stack.mongoUrl('assets'), appName: 'modu-chaos' });
  try {
    const assets = createAssetStore(connection.db.collection<AssetDocument>('assets'));
    const copies = createCopyStore(connection.db.collection<CopyDocument>('copies'));
    const { lost, orphans, open, foreign } = await reportBucket({
      ...{ assets, copies, blobs },
      now: () => new Date(Date.now() + LATER_MS),
    });
    return {
      strays: orphans.count + open.count,
      broken: [
        ...lost.named.map((id) => `asset ${id} is READY and its object is gone`),
        ...(foreign === 0 ? [] : [`${foreign} objects lie where no sweep looks`]),
      ],
    };
  } finally {
    blobs.close();
    await connection.close();
  }
}
