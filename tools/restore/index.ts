// `npm run restore:gallery -- [--write] [--owner <id>] [--data-dir .modu]`: which pictures lie in the bucket and are not in the gallery
// (any more), by what the bucket alone tells of them; with --write they are put back. The servers are those of the environment, as for
// the host; what is not named there is the embedded one of the data directory.
import { parseArgs } from 'node:util';
import { assets } from '@modu/assets';
import { createBlobs } from '@modu/blobs';
import { gallery } from '@modu/gallery';
import { createLogger } from '@modu/logger';
import { completeEnvironment } from '../../apps/host/src/environment.ts';
import { assetsSettings } from '../../subgraphs/assets/src/settings.ts';
import { restoreImages } from '../../subgraphs/gallery/src/operations/restore-images.ts';
import { gallerySettings } from '../../subgraphs/gallery/src/settings.ts';
import { openDatabase } from '../../subgraphs/gallery/src/store/database.ts';
import { createImageStore } from '../../subgraphs/gallery/src/store/image-store.ts';
import { wordsOf } from './report.ts';

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    owner: { type: 'string' },
    'data-dir': { type: 'string', default: process.env['MODU_DATA_DIR'] || '.modu' },
  },
});

const { environment, stack } = await completeEnvironment({
  environment: process.env,
  modules: [assets, gallery],
  dataDir: values['data-dir'],
  corsOrigins: [],
  logger: createLogger({ level: 'warn' }),
});
try {
  const { ASSETS_MONGODB_URL: _, ASSETS_MONGODB_DATABASE: _database, ...bucket } = assetsSettings.parse(environment);
  const blobs = createBlobs(bucket);
  const database = openDatabase(gallerySettings.parse(environment).GALLERY_DATABASE_URL);
  const viewer = { kind: 'service', service: 'restore', locale: 'en' } as const;
  try {
    const wanted = { writes: values.write, ...(values.owner === undefined ? {} : { ownerId: values.owner }) };
    const found = await restoreImages({
      viewer,
      deps: { images: createImageStore(database) },
      bucket: blobs,
      ...wanted,
    });
    console.log(wordsOf(found, wanted));
  } finally {
    blobs.close();
    await database.$disconnect();
  }
} finally {
  await stack?.stop();
}
