import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { converse } from '@modu/confined';
import { explain } from '../confined-speaker.ts';
import { SpeechError } from '../speech-error.ts';
import { tokensOf } from '../text/tokens.ts';
import { shareOut } from '../text/word-times.ts';
import type { WhisperChunk, WhisperNews, WhisperOrder } from '../child/whisper-messages.ts';
import type { Ear, HeardSegment, HeardWord, Transcriber, Utterance } from './contract.ts';
import { readWhisperLanguages } from './whisper-languages.ts';

export interface WhisperOptions {
  /** A model as transformers.js reads it: `WHISPER_FILES`. */
  readonly modelFolder: string;
  /** The folder in whose `node_modules` `@huggingface/transformers` is installed. */
  readonly runtimeFolder: string;
  readonly memoryBytesMax?: number;
  /** For one stretch of at most 28 s, and for the load of the model. */
  readonly stepTimeoutMs?: number;
}

const PACKAGE = '@huggingface/transformers';
const MAIN = new URL('../child/whisper-main.ts', import.meta.url);
/** The large models need some 3 GB. */
const MEMORY_BYTES_MAX = 4096 * 1_048_576;
const STEP_TIMEOUT_MS = 300_000;
/** The model is loaded once for so much; what was heard is told stretch by stretch, for the large models are slower than speech. */
export const BATCH_MS = 600_000;
/** The model wants a language; this one where whoever asks tells none. */
const LANGUAGE_DEFAULT = 'en';

/** What lies in the folder of a model, as published ones have it: without one of these it loads, and fails when it hears. */
export const WHISPER_FILES = [
  ...['config.json', 'generation_config.json', 'preprocessor_config.json'],
  ...['tokenizer.json', 'tokenizer_config.json', 'onnx'],
] as const;

/** How the runtime is installed where the models lie; the studio itself does not carry its 474 MB. */
export const WHISPER_COMMAND = `npm install --ignore-scripts --prefix RUNTIME_FOLDER ${PACKAGE}@4.3.1`;

export const hasWhisperRuntime = (folder: string): boolean =>
  existsSync(join(folder, 'node_modules', PACKAGE, 'package.json'));

/** What a model is called: by its folder. */
export function whisperTranscriber(modelFolder: string, isMultilingual: boolean): Transcriber {
  const name = basename(modelFolder);
  return {
    ...{ id: `whisper:${name}`, name: `Whisper (${name})`, engine: 'WHISPER' },
    ...{ languages: isMultilingual ? null : ['en'], licence: 'of the model' },
  };
}

/**
 * Whisper from a folder, run by transformers.js on the processor, in a process of its own without a network. Undefined where the model or the
 * runtime is not there: nothing is downloaded here.
 */
export function findWhisper(options: WhisperOptions): Ear | undefined {
  const { modelFolder, runtimeFolder, memoryBytesMax = MEMORY_BYTES_MAX, stepTimeoutMs = STEP_TIMEOUT_MS } = options;
  const isThere =
    WHISPER_FILES.every((file) => existsSync(join(modelFolder, file))) && hasWhisperRuntime(runtimeFolder);
  if (!isThere) return undefined;
  const [model, runtime] = [realpathSync(modelFolder), realpathSync(runtimeFolder)];
  const known = readWhisperLanguages(model);
  const name = basename(model);
  return {
    transcriber: whisperTranscriber(model, known !== undefined),
    batchMsMax: BATCH_MS,
    listen: async (utterances, { language, signal, onHeard }) => {
      const spoken = known ? (language ?? LANGUAGE_DEFAULT) : 'en';
      const told = known ? known.codeOf(spoken) : null;
      if (told === undefined) throw new SpeechError('UNSUPPORTED', `${name} does not know the language ${spoken}.`);
      const order: WhisperOrder = {
        ...{ runtime, models: dirname(model), model: name },
        language: told,
        stretches: utterances.map(({ samples }) => samples),
      };
      const answer = async (news: WhisperNews): Promise<null> => {
        if (news.tell === 'FAILED') throw new SpeechError(news.code, news.message);
        const utterance = utterances[news.at];
        if (!utterance) throw new SpeechError('CRASHED', `It heard a stretch that it was not given: ${news.at}.`);
        const segment = toSegment(utterance, { ...news, language: spoken });
        await onHeard(segment ? [segment] : [], utterance.endMs);
        return null;
      };
      const walls = { main: MAIN, memoryBytesMax, stepTimeoutMs, reads: [model, runtime], addons: true, workers: true };
      await converse<WhisperNews>(walls, { order, signal, answer }).catch(explain);
    },
  };
}

interface Heard {
  readonly text: string;
  /** Words with their seconds, where the model can tell them. */
  readonly chunks: readonly WhisperChunk[];
  readonly language: string;
}

function toSegment(utterance: Utterance, { text, chunks, language }: Heard): HeardSegment | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  const { startMs, endMs } = utterance;
  const ms = (seconds: number | null) =>
    seconds === null ? endMs : Math.max(startMs, Math.min(endMs, startMs + Math.round(seconds * 1000)));
  const told = chunks.flatMap(({ text: word, timestamp: [from, to] }): HeardWord[] => {
    const [wordStartMs, said] = [ms(from), word.trim()];
    return said === ''
      ? []
      : [{ text: said, startMs: wordStartMs, endMs: Math.max(wordStartMs, ms(to)), confidence: null }];
  });
  const words = told.length > 0 ? told : sharedOut(plain, utterance, language);
  return { startMs: words[0]?.startMs ?? startMs, endMs: words.at(-1)?.endMs ?? endMs, text: plain, words, language };
}

/** For models that tell no words: by their length. */
function sharedOut(text: string, { startMs, endMs }: Utterance, language: string): HeardWord[] {
  return shareOut(text, tokensOf(text, language), { startMs, endMs }).map((word) => ({
    text: text.slice(word.start, word.end),
    ...{ startMs: Math.round(word.startMs), endMs: Math.round(word.endMs), confidence: null },
  }));
}
