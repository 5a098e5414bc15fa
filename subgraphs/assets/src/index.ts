import { termsChangedChannel } from '@modu/billing/contracts';
import { createBlobs } from '@modu/blobs';
import type { Blobs } from '@modu/blobs';
import type { Logger } from '@modu/logger';
import { defineModule } from '@modu/module';
import { connectMongo, withoutDeadline } from '@modu/mongo';
import { createServiceCaller } from '@modu/network';
import { createAssetsDeps } from './deps.ts';
import type { Scanner } from './store/scanner.ts';
import { createAssetsServer } from './server.ts';
import { assetsSettings } from './settings.ts';
import { createClamdScanner } from './store/clamd-scanner.ts';
import { LANES } from './store/due-store.ts';
import { makeIndexes } from './store/make-indexes.ts';
import { keepChecking } from './tasks/check-uploads.ts';
import { keepDeriving } from './tasks/derive-previews.ts';
import { followDepartures } from './tasks/follow-departures.ts';
import { keepTidy } from './tasks/keep-tidy.ts';
import { previewMetrics } from './tasks/preview-metrics.ts';

const TIDY_EVERY_MS = 60_000;

/** Every file of every domain: uploads, storage accounts, links to the bytes. */
export const assets = defineModule({
  name: 'assets',
  settings: assetsSettings,
  needs: [],
  start: async (settings, { logger, network, identity, bus }) => {
    const { ASSETS_MONGODB_URL: url, ASSETS_MONGODB_DATABASE: database, ...rest } = settings;
    const { ASSETS_UPLOAD_BYTES_MAX, ASSETS_CLAMD_ADDRESS, ...bucket } = rest;
    await withoutDeadline({ url, database, appName: 'modu-assets-indexes' }, makeIndexes);
    const connection = await connectMongo({ url, database, appName: 'modu-assets' });
    const blobs = createBlobs(bucket);
    try {
      await blobs.ensureBucket();
      await warnOfLooseness(blobs, logger);
      const caller = createServiceCaller({ service: 'assets', network, identity });
      const sizeBytesMax = ASSETS_UPLOAD_BYTES_MAX;
      const scanner = scannerAt(ASSETS_CLAMD_ADDRESS);
      const foundations = { db: connection.db, blobs, caller, sizeBytesMax, ...(scanner ? { scanner } : {}) };
      const deps = createAssetsDeps(foundations);
      const server = await createAssetsServer(deps, { identity, logger });
      const stopListening = await bus.subscribe(termsChangedChannel, ({ userId }) => deps.quota.forget(userId));
      const tidying = keepTidy(deps, { logger, everyMs: TIDY_EVERY_MS });
      const departures = await followDepartures(deps, { caller, bus, logger });
      const checking = LANES.map((lane) => keepChecking(deps, lane, logger));
      const loops = [tidying, ...checking, ...keepDeriving(deps, logger), departures];
      return {
        service: server,
        metrics: previewMetrics(deps),
        ready: async () => {
          await connection.ping();
          return { ready: true };
        },
        stop: async () => {
          await stopListening();
          await Promise.all(loops.map((loop) => loop.stop()));
          await server.stop();
          blobs.close();
          await connection.close();
        },
      };
    } catch (error) {
      blobs.close();
      await connection.close();
      throw error;
    }
  },
});

function scannerAt(address: string | undefined): Scanner | undefined {
  const [, host, port] = /^(.+):(\d+)$/.exec(address ?? '') ?? [];
  return host === undefined ? undefined : createClamdScanner({ host, port: Number(port) });
}

/** Such a bucket is served, for what arrives is hashed; what a ticket's holder may do afterwards is for its keeper to know. */
async function warnOfLooseness(blobs: Blobs, logger: Logger): Promise<void> {
  try {
    const looseness = await blobs.findLooseness();
    if (looseness.length > 0)
      logger.warn(
        { looseness },
        'the bucket does not hold uploads to all that was signed: see packages/blobs/README.md',
      );
  } catch (error) {
    // It is only said, so nothing hangs on it: what the bucket must be able to do shows itself soon enough.
    logger.warn({ err: error }, 'it is not known whether the bucket holds uploads to all that was signed');
  }
}
