import type { ImageEngine } from '@modu/engine-image';
import { openStudio } from '@modu/jobs/testing';
import type { Studio } from '@modu/jobs/testing';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createBillingClient, createJobsClient } from '@modu/paid-work';
import { createAssetsStandIn } from '@modu/paid-work/testing';
import type { AssetsStandIn } from '@modu/paid-work/testing';
import { QUICK_TIMINGS } from '@modu/tasks';
import { defineGeneration } from '../src/generation-module.ts';
import { defineGenerationTasks } from '../src/generation-tasks-module.ts';
import { generationSettings } from '../src/settings.ts';
import { createGalleryClient } from '../src/store/gallery-client.ts';
import type { RunTools } from '../src/tasks/run-image-job.ts';
import { createGalleryStandIn } from './gallery-stand-in.ts';
import type { GalleryStandIn } from './gallery-stand-in.ts';

/** Generation and jobs running for real on one network, with stand-ins for billing, assets and gallery. */
export interface AtelierStudio extends Studio {
  readonly assets: AssetsStandIn;
  readonly gallery: GalleryStandIn;
  readonly clients: RunTools['clients'];
}

interface Options {
  readonly databaseUrl: string;
  readonly engine: ImageEngine;
  /** `false`: nobody runs the jobs, so that a test can. */
  readonly worker?: boolean;
  readonly slots?: number;
  readonly engineTimeoutMs?: number;
  /** Of the graph of generation. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function openAtelierStudio({
  databaseUrl,
  engine,
  worker = true,
  slots = 2,
  settings: given = {},
  engineTimeoutMs,
}: Options): Promise<AtelierStudio> {
  const studio = await openStudio({ databaseUrl });
  const { network, identity } = studio.platform;
  const assets = await createAssetsStandIn(studio.platform);
  const gallery = await createGalleryStandIn(studio.platform);
  network.attach('assets', assets.service);
  network.attach('gallery', gallery.service);
  await studio.run(defineGeneration(engine), generationSettings.parse(given));
  const settings = { JOBS_DATABASE_URL: databaseUrl, GENERATION_SLOTS: slots, TASKS_PACE: QUICK_TIMINGS };
  if (worker)
    await studio.run(
      defineGenerationTasks(() => engine, engineTimeoutMs === undefined ? {} : { engineTimeoutMs }),
      settings,
    );

  const caller = createServiceCaller({ service: 'generation', network, identity });
  return {
    ...studio,
    assets,
    gallery,
    clients: {
      jobs: createJobsClient(caller),
      billing: createBillingClient(caller),
      assets: createAssetsClient(caller),
      gallery: createGalleryClient(caller),
    },
    stop: async () => {
      await studio.stop();
      await Promise.all([assets.stop(), gallery.service.stop()]);
    },
  };
}
