// `npm run reconcile -- --dry-run [--data-dir .modu]`: how the bucket and the records of assets differ. Looks only. The servers are
// those of the environment, as for the host; what is not named there is the embedded one of the data directory.
import { parseArgs } from 'node:util';
import { assets } from '@modu/assets';
import { createBlobs } from '@modu/blobs';
import { createLogger } from '@modu/logger';
import { connectMongo } from '@modu/mongo';
import { completeEnvironment } from '../../apps/host/src/environment.ts';
import { reportBucket } from '../../subgraphs/assets/src/operations/report-bucket.ts';
import { assetsSettings } from '../../subgraphs/assets/src/settings.ts';
import { createAssetStore } from '../../subgraphs/assets/src/store/asset-store.ts';
import { createCopyStore } from '../../subgraphs/assets/src/store/copy-store.ts';
import type { AssetDocument, CopyDocument } from '../../subgraphs/assets/src/store/collections.ts';
import { wordsOf } from './report.ts';

const { values } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    'data-dir': { type: 'string', default: process.env['MODU_DATA_DIR'] || '.modu' },
  },
});

if (values['dry-run']) await report();
else {
  console.error(
    'The product removes by itself, a day after it was told (subgraphs/assets/README.md). To look: --dry-run',
  );
  process.exitCode = 2;
}

async function report(): Promise<void> {
  const { environment, stack } = await completeEnvironment({
    environment: process.env,
    modules: [assets],
    dataDir: values['data-dir'],
    corsOrigins: [],
    logger: createLogger({ level: 'warn' }),
  });
  try {
    const { ASSETS_MONGODB_URL: url, ASSETS_MONGODB_DATABASE: database, ...bucket } = assetsSettings.parse(environment);
    const blobs = createBlobs(bucket);
    const connection = await connectMongo({ url, database, appName: 'modu-reconcile' });
    // The collection alone: making sure of indexes would be a change.
    const store = createAssetStore(connection.db.collection<AssetDocument>('assets'));
    const copies = createCopyStore(connection.db.collection<CopyDocument>('copies'));
    try {
      console.log(wordsOf(await reportBucket({ assets: store, copies, blobs, now: () => new Date() })));
    } finally {
      blobs.close();
      await connection.close();
    }
  } finally {
    await stack?.stop();
  }
}
