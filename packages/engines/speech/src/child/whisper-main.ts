import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import type { WhisperChunk, WhisperNews, WhisperOrder } from './whisper-messages.ts';

// A process of its own that loads a model and hears some stretches of one recording with it.

interface Answer {
  readonly text: string;
  readonly chunks?: readonly WhisperChunk[];
}

interface Manner {
  readonly return_timestamps: 'word' | false;
  readonly language?: string;
  readonly task?: 'transcribe';
}

type Recogniser = (sound: Float32Array, manner: Manner) => Promise<Answer>;

/** What is used of transformers.js, as its documentation has it. */
interface Transformers {
  readonly env: { allowRemoteModels: boolean; localModelPath: string };
  pipeline(
    task: 'automatic-speech-recognition',
    model: string,
    options: { readonly device: 'cpu'; readonly dtype: 'q8' | 'fp32' },
  ): Promise<Recogniser>;
}

async function load({ runtime, models, model }: WhisperOrder): Promise<Recogniser> {
  const { env, pipeline } = createRequire(join(runtime, 'package.json'))('@huggingface/transformers') as Transformers;
  env.allowRemoteModels = false;
  env.localModelPath = models;
  const open = (dtype: 'q8' | 'fp32') => pipeline('automatic-speech-recognition', model, { device: 'cpu', dtype });
  // The small files are a quarter of the size and hardly worse; who has only the whole ones is served as well.
  return open('q8').catch((error: unknown) => (isMissingFile(error) ? open('fp32') : Promise.reject(error as Error)));
}

const isMissingFile = (error: unknown): boolean => error instanceof Error && error.name === 'ModelFileNotFoundError';

async function hear(order: WhisperOrder): Promise<void> {
  const recognise = await load(order);
  const spoken = order.language === null ? {} : ({ language: order.language, task: 'transcribe' } as const);
  let tellsWords = true;
  for (const [at, samples] of order.stretches.entries()) {
    const sound = Float32Array.from(samples, (sample) => sample / 32_768);
    const listen = () => recognise(sound, { ...spoken, return_timestamps: tellsWords ? 'word' : false });
    const { text, chunks = [] } = await listen().catch((error: unknown) => {
      // Only models that were converted with their cross attentions can tell when a word is said.
      if (!tellsWords || !/cross.attentions|alignment_heads/iu.test(String(error))) throw error;
      tellsWords = false;
      return listen();
    });
    await tell({ tell: 'HEARD', at, text, chunks: tellsWords ? chunks : [] });
  }
}

const tell = (news: WhisperNews): Promise<unknown> => ask(news);

const toNews = (error: unknown): WhisperNews => ({
  tell: 'FAILED',
  code: isMissingFile(error) ? 'UNAVAILABLE' : 'CRASHED',
  message: String(error).slice(0, 500),
});

await hear(await takeOrder<WhisperOrder>()).catch((error: unknown) => tell(toNews(error)));
await tellEnd();
