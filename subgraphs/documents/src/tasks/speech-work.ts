import { PACKAGED_VOICES } from '@modu/engine-speech';
import { putBytes } from '@modu/paid-work';
import type { Run } from '@modu/paid-work';
import type { Pool } from 'pg';
import { JOB_KINDS } from '../contracts.ts';
import { createClipStore } from '../store/clip-store.ts';
import type { ClipStore } from '../store/clip-store.ts';
import { createOfferStore } from '../store/offer-store.ts';
import type { Offer } from '../store/offer-store.ts';
import { createTranscriptStore } from '../store/transcript-store.ts';
import type { TranscriptStore } from '../store/transcript-store.ts';
import { createRunSpeakJob } from './run-speak-job.ts';
import type { SpeakRunTools } from './run-speak-job.ts';
import { createRunTranscribeJob } from './run-transcribe-job.ts';
import type { SpeechEngines } from './speech-engines.ts';

/** What a worker does for speech. */
export interface SpeechWork {
  /** What runs the jobs of a kind. */
  readonly runs: readonly (readonly [kind: string, run: (run: Run) => Promise<void>])[];
  readonly clips: ClipStore;
  readonly transcripts: TranscriptStore;
  readonly offer: Offer;
}

type Tools = Pick<SpeakRunTools, 'clients' | 'documents' | 'progressOf' | 'logger'> & { readonly pool: Pool };

/** Puts the engines that are there to work. */
export function createSpeechWork(
  { speaker, voices, editionOf, ears }: SpeechEngines,
  { pool, ...tools }: Tools,
): SpeechWork {
  const [clips, transcripts] = [createClipStore(pool), createTranscriptStore(pool)];
  const offers = createOfferStore(pool);
  const saying = {
    ...tools,
    clips,
    offers,
    speaker,
    editionOf,
    put: putBytes,
    voices: [...PACKAGED_VOICES, ...voices],
  };
  return {
    runs: [
      [JOB_KINDS.SPEAK, createRunSpeakJob(saying)],
      [JOB_KINDS.TRANSCRIBE, createRunTranscribeJob({ ...tools, transcripts, offers, ears })],
    ],
    ...{ clips, transcripts },
    offer: { voices, transcribers: ears.map(({ transcriber }) => transcriber) },
  };
}
