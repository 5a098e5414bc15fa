import { chooseSystemLouis } from '@modu/engine-braille';
import type { SystemLouis } from '@modu/engine-braille';
import { createReader } from '@modu/engine-reading';
import type { Reader } from '@modu/engine-reading';
import { jobCancelChannel, jobRunTask } from '@modu/jobs/contracts';
import type { Logger } from '@modu/logger';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import {
  createAssetsClient,
  createBillingClient,
  createCancelWatch,
  createJobConsumer,
  createJobsClient,
  putBytes,
} from '@modu/paid-work';
import { keepRounds } from '@modu/rounds';
import { createTaskQueue, startWorker } from '@modu/tasks';
import { JOB_KINDS } from './contracts.ts';
import { openDatabase } from './open-database.ts';
import { clearUnfinished } from './operations/clear-unfinished.ts';
import { documentsTasksSettings } from './settings.ts';
import type { SpeechSettings } from './settings.ts';
import { createCellsStore } from './store/cells-store.ts';
import { createDocumentStore } from './store/document-store.ts';
import { createOfferStore } from './store/offer-store.ts';
import { createRenditionStore } from './store/rendition-store.ts';
import { createBrailleMaker } from './tasks/braille-maker.ts';
import type { BrailleMaker } from './tasks/braille-maker.ts';
import { createDiscarders } from './tasks/discard-jobs.ts';
import { explainFailure } from './tasks/explain-failure.ts';
import { followExpected } from './tasks/follow-expected.ts';
import { createStepProgress } from './tasks/step-progress.ts';
import { createRunBrailleJob } from './tasks/run-braille-job.ts';
import { createRunReadJob } from './tasks/run-read-job.ts';
import { createSpeechEngines } from './tasks/speech-engines.ts';
import type { SpeechEngines } from './tasks/speech-engines.ts';
import { createSpeechWork } from './tasks/speech-work.ts';
import { tellOffer } from './tasks/tell-offer.ts';

/** A page that is nearly read is worth waiting for; the rest is read elsewhere, from the next page on. */
const DRAIN_TIMEOUT_MS = 5_000;
const TIDY_EVERY_MS = 10 * 60_000;

interface Engines {
  readonly createReader: () => Reader;
  readonly createBrailleMaker: (system: SystemLouis | null) => BrailleMaker;
  readonly createSpeech: (settings: SpeechSettings) => SpeechEngines;
}

/** A reader that makes its processes quick to start, while everything else starts. */
function openReader({ createReader }: Pick<Engines, 'createReader'>, logger: Logger): Reader {
  const reader = createReader();
  void reader.makeReady().catch((error: unknown) => logger.warn({ error }, 'the reader is not compiled ahead'));
  return reader;
}

/** Reads documents and writes them in braille. Any number of these may run, on any machines that share the databases. */
export const defineDocumentsTasks = (engines: Engines) =>
  defineModule({
    name: 'documents-tasks',
    settings: documentsTasksSettings,
    needs: ['jobs', 'billing', 'assets'],
    start: async (settings, { bus, identity, logger, network }) => {
      const { JOBS_DATABASE_URL: databaseUrl, DOCUMENTS_SLOTS: slots, TASKS_PACE: timings } = settings;
      const pool = await openDatabase(settings.DOCUMENTS_DATABASE_URL, { applicationName: 'documents-tasks', logger });
      const caller = createServiceCaller({ service: 'documents', network, identity });
      const clients = {
        jobs: createJobsClient(caller),
        billing: createBillingClient(caller),
        assets: createAssetsClient(caller),
      };
      const documents = createDocumentStore(pool);
      const renditions = createRenditionStore(pool);
      const progressOf = (run: Parameters<typeof createStepProgress>[1]) => createStepProgress({ bus, logger }, run);
      const cancels = await createCancelWatch(bus, jobCancelChannel);
      const queue = await createTaskQueue({ databaseUrl, logger, supervise: true, timings });
      const shared = { slots, cancels, clients, logger, explain: explainFailure };
      const reader = openReader(engines, logger);
      const stopExpecting = await followExpected(bus, reader);
      const readJob = createRunReadJob({ clients, documents, reader, progressOf, logger });
      const system = await chooseSystemLouis(settings.BRAILLE_LIBLOUIS);
      const maker = engines.createBrailleMaker(system);
      const brailleJob = createRunBrailleJob({
        clients,
        documents,
        renditions,
        cells: createCellsStore(pool, system),
        maker,
        put: putBytes,
        progressOf,
        logger,
      });
      const speaking = engines.createSpeech(settings);
      for (const fault of speaking.faults) logger.warn({ fault }, 'a voice is left out');
      const speech = createSpeechWork(speaking, { clients, documents, progressOf, logger, pool });
      const consumers = [
        createJobConsumer({ ...shared, task: jobRunTask(JOB_KINDS.READ), run: readJob }),
        createJobConsumer({ ...shared, task: jobRunTask(JOB_KINDS.BRAILLE), run: brailleJob }),
        ...speech.runs.map(([kind, run]) => createJobConsumer({ ...shared, task: jobRunTask(kind), run })),
        ...createDiscarders({ clients, documents, renditions, clips: speech.clips, transcripts: speech.transcripts }),
      ];
      const worker = await startWorker({ queue, databaseUrl, consumers, logger });
      const offering = await tellOffer(createOfferStore(pool), { offer: speech.offer, logger });
      const { clips, transcripts } = speech;
      const unfinished = { documents, renditions, clips, transcripts, jobs: clients.jobs, assets: clients.assets };
      const clear = () => clearUnfinished(unfinished, { logger, now: new Date() });
      const tidy = keepRounds(async () => void (await clear()), {
        name: 'tidying up documents',
        logger,
        everyMs: TIDY_EVERY_MS,
        firstMs: 5_000,
      });
      return {
        stop: async () => {
          await stopExpecting();
          await worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS });
          await reader.close();
          await tidy.stop();
          await offering.stop();
          await cancels.close();
          await queue.close();
          await pool.end();
        },
      };
    },
  });

export const documentsTasks = defineDocumentsTasks({
  createReader: () => createReader(),
  createBrailleMaker,
  createSpeech: createSpeechEngines,
});
