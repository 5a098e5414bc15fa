// `npm run recount -- --owner <id> [--data-dir .modu]`: counts a person's pictures anew, after work by hand on the gallery's database;
// the product may run meanwhile. The servers are those of the environment, as for the host; what is not named there is the embedded
// one of the data directory.
import { parseArgs } from 'node:util';
import { gallery } from '@modu/gallery';
import { createLogger } from '@modu/logger';
import { completeEnvironment } from '../../apps/host/src/environment.ts';
import { recountGalleryOf } from '../../subgraphs/gallery/src/operations/tend-counts.ts';
import { gallerySettings } from '../../subgraphs/gallery/src/settings.ts';
import { createCountCareStore, RECOUNT_TIMEOUT_MS } from '../../subgraphs/gallery/src/store/count-care-store.ts';
import { openDatabase } from '../../subgraphs/gallery/src/store/database.ts';

const { values } = parseArgs({
  options: {
    owner: { type: 'string' },
    'data-dir': { type: 'string', default: process.env['MODU_DATA_DIR'] || '.modu' },
  },
});

if (values.owner) await recount(values.owner);
else {
  console.error('Whose pictures? --owner <id>');
  process.exitCode = 2;
}

async function recount(ownerId: string): Promise<void> {
  const { environment, stack } = await completeEnvironment({
    environment: process.env,
    modules: [gallery],
    dataDir: values['data-dir'],
    corsOrigins: [],
    logger: createLogger({ level: 'warn' }),
  });
  try {
    const database = openDatabase(gallerySettings.parse(environment).GALLERY_DATABASE_URL, {
      statementTimeoutMs: RECOUNT_TIMEOUT_MS,
    });
    const viewer = { kind: 'service', service: 'recount', locale: 'en' } as const;
    try {
      const wrong = await recountGalleryOf(ownerId, { viewer, deps: { countCare: createCountCareStore(database) } });
      console.log(`${wrong} counts of ${ownerId} were wrong and are right now.`);
    } finally {
      await database.$disconnect();
    }
  } finally {
    await stack?.stop();
  }
}
