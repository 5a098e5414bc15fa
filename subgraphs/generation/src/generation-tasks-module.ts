import type { ImageEngine } from '@modu/engine-image';
import { jobCancelChannel } from '@modu/jobs/contracts';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import {
  createAssetsClient,
  createBillingClient,
  createCancelWatch,
  createJobsClient,
  putBytes,
} from '@modu/paid-work';
import { createTaskQueue, startWorker } from '@modu/tasks';
import { openEngineRoom } from './engine-room.ts';
import { generationTasksSettings } from './settings.ts';
import { createGalleryClient } from './store/gallery-client.ts';
import { createImageConsumers } from './tasks/image-consumer.ts';
import type { RunTools } from './tasks/run-image-job.ts';

/** A picture that is nearly done is worth waiting for; what takes longer is handed back and made elsewhere. */
const DRAIN_TIMEOUT_MS = 10_000;

/** Makes the engine that runs this many pictures at once. */
type CreateEngine = (options: { readonly slots: number }) => ImageEngine;

interface TasksOptions extends Pick<RunTools, 'onArrow'> {
  /** How long an engine may take for a picture; as long as its model's card says when absent. */
  readonly engineTimeoutMs?: number;
}

/** Makes pictures. Any number of these may run, on any machines that share the queue's database. */
export const defineGenerationTasks = (createEngine: CreateEngine, options: TasksOptions = {}) =>
  defineModule({
    name: 'generation-tasks',
    settings: generationTasksSettings,
    needs: ['jobs', 'billing', 'assets', 'gallery'],
    start: async (settings, { bus, identity, logger, network }) => {
      const { JOBS_DATABASE_URL: databaseUrl, GENERATION_SLOTS: slots, TASKS_PACE: timings } = settings;
      const caller = createServiceCaller({ service: 'generation', network, identity });
      const clients = {
        jobs: createJobsClient(caller),
        billing: createBillingClient(caller),
        assets: createAssetsClient(caller),
        gallery: createGalleryClient(caller),
      };
      const engine = openEngineRoom(createEngine({ slots }), settings);
      const cancels = await createCancelWatch(bus, jobCancelChannel);
      const queue = await createTaskQueue({ databaseUrl, logger, supervise: true, timings });
      const tools = { clients, engine, put: putBytes, logger, ...options };
      const consumers = createImageConsumers({ bus, cancels, slots, ...tools });
      const worker = await startWorker({ queue, databaseUrl, consumers, logger });
      return {
        stop: async () => {
          await worker.drain({ timeoutMs: DRAIN_TIMEOUT_MS });
          await cancels.close();
          await queue.close();
          await engine.close();
        },
      };
    },
  });
