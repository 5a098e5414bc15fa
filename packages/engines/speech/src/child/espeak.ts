import init from '@echogarden/espeak-ng-emscripten';
import type { EspeakEvent, EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { SpeechError } from '../speech-error.ts';
import { tokensOf } from '../text/tokens.ts';
import { fromLandmarks } from '../text/word-times.ts';
import type { Landmark, Span } from '../text/word-times.ts';
import type { ChildOrder, SayPiece } from './messages.ts';

// GPL-3: this file is only loaded by the speaking process, never by a server.

const WORDS_PER_MINUTE = 165;
const PITCH = 50;

/** Starts espeak-ng with a voice. */
export async function startEspeak(voice: string): Promise<EspeakWorker> {
  const module = await init();
  const worker = await new module.eSpeakNGWorker();
  if (worker.set_voice(voice) !== 0) throw new SpeechError('UNSUPPORTED', `espeak-ng has no voice ${voice}.`);
  return worker;
}

/** Opens espeak-ng with a voice. */
export async function openEspeak(
  voice: string,
  { rate, pitch, language }: Pick<ChildOrder, 'rate' | 'pitch' | 'language'>,
): Promise<SayPiece> {
  const worker = await startEspeak(voice);
  worker.set_rate(Math.round(WORDS_PER_MINUTE * rate));
  // 50 is the usual pitch, and 99 about an octave above it.
  worker.set_pitch(Math.max(0, Math.min(99, Math.round(PITCH * (1 + Math.log2(pitch))))));
  const sampleRate = worker.get_samplerate();
  return (text) => {
    const chunks: Int16Array[] = [];
    const events: EspeakEvent[] = [];
    // It reads markup, in which "<" begins a tag; nothing is said of that sign either way.
    worker.synthesize(text.replaceAll('<', ' '), (samples, told) => {
      if (samples) chunks.push(samples.slice());
      events.push(...told);
    });
    const samples = new Int16Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      samples.set(chunk, at);
      at += chunk.length;
    }
    const words = fromLandmarks(text, tokensOf(text, language), readEvents(text, events));
    return Promise.resolve({ samples, sampleRate, words });
  };
}

/** espeak counts characters from 1, we count UTF-16 units from 0. */
function readEvents(text: string, events: readonly EspeakEvent[]): { landmarks: Landmark[]; voiced: Span[] } {
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) offsets.push(at);
  const landmarks: Landmark[] = [];
  const voiced: Span[] = [];
  let [startMs, quietMs]: [number | undefined, number | undefined] = [undefined, undefined];
  for (const { type, text_position: position, audio_position: ms, id } of events) {
    if (type === 'word') landmarks.push({ at: offsets[position - 1] ?? text.length, ms });
    if (type === 'phoneme' && id !== '') [startMs, quietMs] = [startMs ?? ms, undefined];
    else if (type === 'phoneme') quietMs ??= ms;
    if (type !== 'end' || startMs === undefined) continue;
    voiced.push({ startMs, endMs: quietMs ?? ms });
    [startMs, quietMs] = [undefined, undefined];
  }
  return { landmarks, voiced };
}
