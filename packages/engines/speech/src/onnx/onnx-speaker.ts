import { ConfinedError } from '@modu/confined';
import { speakConfined } from '../confined-speaker.ts';
import type { Speaker } from '../contract.ts';
import { SpeechError } from '../speech-error.ts';
import type { OnnxVoice } from './find-onnx-voices.ts';
import type { OnnxRuntime } from './runtime.ts';

export interface OnnxSpeakerOptions {
  readonly voices: readonly OnnxVoice[];
  readonly runtime: OnnxRuntime;
  readonly memoryBytesMax?: number;
  /** For one sentence, and for the load of the model before the first. */
  readonly sentenceTimeoutMs?: number;
  readonly clipBytesMax?: number;
}

const MEGABYTE = 1_048_576;
const DEFAULTS = { memoryBytesMax: 2_048 * MEGABYTE, sentenceTimeoutMs: 120_000, clipBytesMax: 256 * MEGABYTE };
/** A sentence is one run of the model; its memory grows with it. */
const SENTENCE_CHARS = 300;

/** Neural voices out of files, each text in a process of its own without a network, sentence by sentence. */
export function createOnnxSpeaker(options: OnnxSpeakerOptions): Speaker {
  const { voices, runtime, sentenceTimeoutMs, memoryBytesMax, clipBytesMax } = { ...DEFAULTS, ...options };
  const known = new Map(voices.map((one) => [one.voice.id, one]));
  return {
    speak: async (order, watcher) => {
      const found = known.get(order.voice.id);
      if (!found) throw new SpeechError('UNSUPPORTED', `There is no voice ${order.voice.id} here.`);
      const { model, config, speakerId } = found;
      return speakConfined(order, watcher, {
        ...{ memoryBytesMax, clipBytesMax, stepTimeoutMs: sentenceTimeoutMs },
        maker: { by: 'ONNX', runtime, model, config, speakerId },
        pieceCharsMax: SENTENCE_CHARS,
        reads: [runtime.modules, model],
        addons: runtime.name === 'onnxruntime-node',
      }).catch(explainSize);
    },
  };
}

/** What a sentence needs does not depend on the text: a model that needs too much is none that can be used. */
function explainSize(error: unknown): never {
  if (!(error instanceof SpeechError && error.cause instanceof ConfinedError && error.code === 'TOO_LONG')) throw error;
  throw new SpeechError('VOICE_DAMAGED', 'The model needs too much memory.', { cause: error });
}
