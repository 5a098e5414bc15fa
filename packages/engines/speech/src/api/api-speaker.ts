import { speakConfined } from '../confined-speaker.ts';
import type { Sound, SpeakOrder, Speaker, Voice } from '../contract.ts';
import { fromWav } from '../sound/wav.ts';
import { SpeechError } from '../speech-error.ts';
import { askApi } from './speech-api.ts';
import type { SpeechApi } from './speech-api.ts';

export interface ApiSpeakerOptions extends SpeechApi {
  /** As `gpt-4o-mini-tts`. */
  readonly model: string;
}

const MEGABYTE = 1_048_576;
/** The published contract takes 4 096; shorter pieces are heard of sooner. */
const PIECE_CHARS = 800;
const ANSWER_BYTES_MAX = 64 * MEGABYTE;
const BOUNDS = { memoryBytesMax: 512 * MEGABYTE, clipBytesMax: 256 * MEGABYTE };

/** The voices of a service, by the names that its operator knows. */
export function apiVoices(names: readonly string[], licence: string): Voice[] {
  return names.map((name) => ({
    ...{ id: `api:${name}`, language: null, name, engine: 'API' as const },
    ...{ licence, hasPitch: false, tellsWords: false },
  }));
}

/** Speaks by a service: piece by piece as WAV, which is encoded in a process of our own. */
export function createApiSpeaker(options: ApiSpeakerOptions): Speaker {
  const { timeoutMs = 60_000 } = options;
  return {
    speak: (order, watcher) =>
      speakConfined(order, watcher, {
        ...BOUNDS,
        maker: { by: 'PARENT' },
        pieceCharsMax: PIECE_CHARS,
        // The process waits for us while we wait for the service; what it does itself is quick.
        stepTimeoutMs: timeoutMs,
        say: (text) => sayPiece(options, { order, text, signal: watcher.signal }),
      }),
  };
}

async function sayPiece(
  { model, ...api }: ApiSpeakerOptions,
  { order, text, signal }: { readonly order: SpeakOrder; readonly text: string; readonly signal: AbortSignal },
): Promise<Sound> {
  const voice = order.voice.id.slice(order.voice.id.indexOf(':') + 1);
  const wish = { model, input: text, voice, response_format: 'wav', speed: order.rate };
  const body = () => JSON.stringify(wish);
  const asked = { path: '/audio/speech', body, contentType: 'application/json', answerBytesMax: ANSWER_BYTES_MAX };
  const sound = fromWav(await askApi(api, { ...asked, signal }));
  if (!sound) throw new SpeechError('REFUSED', 'The service did not answer with a WAV file of 16 bits.');
  return sound;
}
