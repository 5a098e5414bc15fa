import { chooseSystemLouis, createBrailleEngine } from '@modu/engine-braille';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createBillingClient, createJobsClient } from '@modu/paid-work';
import { createSubgraphServer } from '@modu/subgraph';
import { createDocumentsContext } from './context.ts';
import type { DocumentsContext } from './context.ts';
import { readingExpectedChannel } from './contracts.ts';
import type { ReadingExpected } from './contracts.ts';
import { openDatabase } from './open-database.ts';
import { resolvers } from './resolvers/index.ts';
import { documentsSettings } from './settings.ts';
import { createClipStore } from './store/clip-store.ts';
import { createCellsStore } from './store/cells-store.ts';
import { createCorrectionStore } from './store/correction-store.ts';
import { createDepartureStore } from './store/departure-store.ts';
import { createDocumentStore } from './store/document-store.ts';
import { createOfferStore } from './store/offer-store.ts';
import { createRenditionStore } from './store/rendition-store.ts';
import { createTranscriptStore } from './store/transcript-store.ts';
import { followDepartures } from './tasks/follow-departures.ts';

/** The graph of documents: what was read, and the making of jobs. Reads nothing itself. */
export const documents = defineModule({
  name: 'documents',
  settings: documentsSettings,
  needs: ['jobs', 'billing', 'assets'],
  start: async ({ DOCUMENTS_DATABASE_URL: url, BRAILLE_LIBLOUIS: choice }, { bus, identity, logger, network }) => {
    const pool = await openDatabase(url, { applicationName: 'documents', logger });
    const caller = createServiceCaller({ service: 'documents', network, identity });
    const system = await chooseSystemLouis(choice);
    const engine = createBrailleEngine({ system });
    const desk = {
      engine,
      documents: createDocumentStore(pool),
      renditions: createRenditionStore(pool),
      clips: createClipStore(pool),
      transcripts: createTranscriptStore(pool),
      offers: createOfferStore(pool),
      corrections: createCorrectionStore(pool),
      cells: createCellsStore(pool, system),
      billing: createBillingClient(caller),
      jobs: createJobsClient(caller),
      assets: createAssetsClient(caller),
      expectReading: (expected: ReadingExpected) =>
        void bus
          .publish(readingExpectedChannel, expected)
          .catch((error: unknown) => logger.debug({ err: error }, 'no worker makes ready')),
    };
    const service = await createSubgraphServer<DocumentsContext>({
      name: 'documents',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity,
      logger,
      createContext: (base) => createDocumentsContext(base, desk),
    });
    const departures = await followDepartures(createDepartureStore(pool), { caller, bus, logger });
    return {
      service,
      ready: async () => {
        await pool.query('SELECT 1');
        return { ready: true };
      },
      stop: async () => {
        await departures.stop();
        await service.stop();
        await engine.close();
        await pool.end();
      },
    };
  },
});
