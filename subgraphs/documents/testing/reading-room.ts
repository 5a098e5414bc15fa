import { createReader } from '@modu/engine-reading';
import type { Reader } from '@modu/engine-reading';
import type { Ear, Speaker } from '@modu/engine-speech';
import { openStudio } from '@modu/jobs/testing';
import type { Studio } from '@modu/jobs/testing';
import { createAssetsStandIn } from '@modu/paid-work/testing';
import type { AssetsStandIn } from '@modu/paid-work/testing';
import { createPool } from '@modu/postgres';
import { QUICK_TIMINGS } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import type { Pool } from 'pg';
import { documents } from '../src/documents-module.ts';
import { defineDocumentsTasks } from '../src/documents-tasks-module.ts';
import type { SpeechSettings } from '../src/settings.ts';
import { createClipStore } from '../src/store/clip-store.ts';
import type { ClipStore } from '../src/store/clip-store.ts';
import { createDocumentStore } from '../src/store/document-store.ts';
import type { DocumentStore } from '../src/store/document-store.ts';
import { createRenditionStore } from '../src/store/rendition-store.ts';
import type { RenditionStore } from '../src/store/rendition-store.ts';
import { createBrailleMaker } from '../src/tasks/braille-maker.ts';
import { createSpeechEngines } from '../src/tasks/speech-engines.ts';

/** Documents and jobs running for real on one network, with stand-ins for billing and assets (with a real HTTP bucket). */
export interface ReadingRoom extends Studio {
  readonly assets: AssetsStandIn;
  readonly documents: DocumentStore;
  readonly renditions: RenditionStore;
  readonly clips: ClipStore;
  readonly pool: Pool;
}

interface Options {
  readonly reader?: Reader;
  readonly speaker?: Speaker;
  /** None when absent, whatever is installed. */
  readonly ears?: readonly Ear[];
  /** `false`: nobody runs the jobs, nor follows what becomes of them. */
  readonly worker?: boolean;
  /** What its worker is set to speak with. */
  readonly speech?: Partial<SpeechSettings>;
}

export async function openReadingRoom({
  reader = createReader(),
  speaker,
  ears = [],
  worker = true,
  speech: spoken = {},
}: Options = {}): Promise<ReadingRoom> {
  const [jobsDatabase, database] = [await testDatabase('jobs'), await testDatabase('documents')];
  const studio = await openStudio({ databaseUrl: jobsDatabase.url, tasks: worker });
  const assets = await createAssetsStandIn(studio.platform);
  studio.platform.network.attach('assets', assets.service);
  const settings = {
    ...{ DOCUMENTS_DATABASE_URL: database.url, JOBS_DATABASE_URL: jobsDatabase.url },
    ...{ SPEECH_API_VOICES: [], SPEECH_API_MODEL: '', SPEECH_API_LICENCE: '', TRANSCRIPTION_API_MODEL: '', PATH: '' },
    ...{ DOCUMENTS_SLOTS: 2, TASKS_PACE: QUICK_TIMINGS },
    ...spoken,
  };
  await studio.run(documents, settings);
  const createSpeech = (speech: SpeechSettings) => {
    const engines = createSpeechEngines(speech);
    return { ...engines, ears, speaker: speaker ?? engines.speaker };
  };
  const engines = { createReader: () => reader, createBrailleMaker, createSpeech };
  if (worker) await studio.run(defineDocumentsTasks(engines), settings);
  const pool = createPool({ url: database.url, applicationName: 'test', max: 2 });
  return {
    ...studio,
    assets,
    pool,
    documents: createDocumentStore(pool),
    renditions: createRenditionStore(pool),
    clips: createClipStore(pool),
    stop: async () => {
      await studio.stop();
      await assets.stop();
      await pool.end();
      await jobsDatabase.drop();
      await database.drop();
    },
  };
}
