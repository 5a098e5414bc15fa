import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { migrate } from '@modu/postgres';
import { createGalleryDeps } from './deps.ts';
import { MIGRATIONS_DIR } from './migrations.ts';
import { createGalleryServer } from './server.ts';
import { gallerySettings } from './settings.ts';
import { createAssetsClient } from './store/assets-client.ts';
import { openDatabase } from './store/database.ts';
import { followDepartures } from './tasks/follow-departures.ts';
import { keepTidy } from './tasks/keep-tidy.ts';
import { keepChores, keepPacking } from './tasks/work-through.ts';

const TIDY_EVERY_MS = 60_000;

/** People's pictures: what they show, how they were made, how to find them. */
export const gallery = defineModule({
  name: 'gallery',
  settings: gallerySettings,
  needs: ['assets'],
  start: async ({ GALLERY_DATABASE_URL: url, PUBLIC_URL: publicUrl }, { logger, network, identity, bus }) => {
    await migrate({ url, dir: MIGRATIONS_DIR, logger });
    const database = openDatabase(url);
    const caller = createServiceCaller({ service: 'gallery', network, identity });
    const deps = createGalleryDeps({ database, assets: createAssetsClient(caller), publicUrl });
    const server = await createGalleryServer(deps, { identity, logger });
    const packing = keepPacking(deps, { logger });
    const chores = keepChores(deps, { logger });
    const tidying = keepTidy(deps, { logger, everyMs: TIDY_EVERY_MS });
    const departures = await followDepartures(deps, { caller, bus, logger });
    return {
      service: server,
      ready: async () => {
        await database.$queryRaw`SELECT 1`;
        return { ready: true };
      },
      stop: async () => {
        await Promise.all([departures.stop(), tidying.stop(), packing.stop(), chores.stop()]);
        await server.stop();
        await database.$disconnect();
      },
    };
  },
});
