import { ConfinedError, converse } from '@modu/confined';
import { inWorkFolder } from '@modu/work-folders';
import type { ChildOrder, PieceMaker, SpeakNews } from './child/messages.ts';
import type { Sound, SpeakOrder, Speaker, SpeakWatcher, Spoken, SpokenWord } from './contract.ts';
import { SpeechError } from './speech-error.ts';

export interface ConfinedSpeakerOptions {
  readonly memoryBytesMax?: number;
  /** For one piece of some hundred characters. */
  readonly pieceTimeoutMs?: number;
  /** What one clip may grow to. */
  readonly clipBytesMax?: number;
}

const MEGABYTE = 1_048_576;
const MAIN = new URL('child/speak-main.ts', import.meta.url);
const DEFAULTS = { memoryBytesMax: 512 * MEGABYTE, pieceTimeoutMs: 30_000, clipBytesMax: 256 * MEGABYTE };
const PIECE_CHARS = { ESPEAK_NG: 600, FLITE: 250 };

/** espeak-ng and flite, each text in a process of its own. */
export function createConfinedSpeaker(options: ConfinedSpeakerOptions = {}): Speaker {
  const { pieceTimeoutMs, ...bounds } = { ...DEFAULTS, ...options };
  return {
    speak: async (order, watcher) => {
      const { engine } = order.voice;
      if (engine === 'API' || engine === 'ONNX') throw new SpeechError('UNSUPPORTED', 'This voice is not spoken here.');
      const voice = order.voice.id.slice(order.voice.id.indexOf(':') + 1);
      const run = (maker: PieceMaker, folder?: string) =>
        speakConfined(order, watcher, {
          ...bounds,
          stepTimeoutMs: pieceTimeoutMs,
          maker,
          pieceCharsMax: PIECE_CHARS[engine],
          ...(folder === undefined ? {} : { folder }),
        });
      if (engine === 'ESPEAK_NG') return run({ by: engine, voice });
      return inWorkFolder('flite', (folder) => run({ by: engine, voice, folder }, folder));
    },
  };
}

export interface SpeakingApart {
  readonly maker: PieceMaker;
  readonly pieceCharsMax: number;
  readonly memoryBytesMax: number;
  readonly clipBytesMax: number;
  readonly stepTimeoutMs: number;
  readonly folder?: string;
  /** What the process may read besides the product's code. */
  readonly reads?: readonly string[];
  /** Whether the maker is native code. */
  readonly addons?: boolean;
  /** Says a piece where the parent is its maker. */
  readonly say?: (text: string) => Promise<Sound>;
}

/** Has a text said and encoded in a process of its own, and gathers what it tells. */
export async function speakConfined(order: SpeakOrder, watcher: SpeakWatcher, apart: SpeakingApart): Promise<Spoken> {
  const { text, language, rate, pitch, format } = order;
  const { maker, pieceCharsMax, folder, clipBytesMax, say } = apart;
  const chunks: Uint8Array[] = [];
  const words: SpokenWord[] = [];
  let [sizeBytes, durationMs] = [0, 0];
  const keep = (chunk: Uint8Array) => {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > clipBytesMax) throw new SpeechError('TOO_LONG', `The clip is over ${clipBytesMax} bytes.`);
    chunks.push(chunk);
  };
  const answer = async (news: SpeakNews): Promise<unknown> => {
    if (news.tell === 'FAILED') throw new SpeechError(news.code, news.message);
    if (news.tell === 'PIECE') return say?.(news.text);
    if (news.tell === 'SOUND') {
      keep(news.bytes);
      words.push(...news.words);
      watcher.onProgress?.(news.saidChars);
      return null;
    }
    keep(news.tail);
    if (news.head) chunks.unshift(news.head);
    durationMs = news.durationMs;
    return null;
  };
  const childOrder: ChildOrder = { text, language, rate, pitch, format, maker, pieceCharsMax };
  const { memoryBytesMax, stepTimeoutMs, reads = [], addons = false } = apart;
  const walls = { main: MAIN, memoryBytesMax, stepTimeoutMs, reads, addons, wasi: maker.by === 'FLITE' };
  const confinement = folder === undefined ? walls : { ...walls, folder };
  await converse<SpeakNews>(confinement, { order: childOrder, signal: watcher.signal, answer }).catch(explain);
  return { bytes: Buffer.concat(chunks), durationMs, words };
}

/** What became of a process, in the words of speech. */
export function explain(error: unknown): never {
  if (!(error instanceof ConfinedError)) throw error;
  const code = error.code === 'TOO_LARGE' ? 'TOO_LONG' : error.code;
  throw new SpeechError(code, error.message, { cause: error });
}
