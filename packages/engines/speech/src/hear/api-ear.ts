import { z } from 'zod';
import { askApi } from '../api/speech-api.ts';
import type { SpeechApi } from '../api/speech-api.ts';
import { toWav } from '../sound/wav.ts';
import { SpeechError } from '../speech-error.ts';
import { tokensOf } from '../text/tokens.ts';
import { shareOut } from '../text/word-times.ts';
import { HEARING_RATE } from './contract.ts';
import type { Ear, HeardSegment, HeardWord, Utterance } from './contract.ts';

export interface ApiEarOptions extends SpeechApi {
  /** As `whisper-1`. */
  readonly model: string;
}

/** The published contract takes 25 MB: 13 minutes of such sound. */
const BATCH_MS = 300_000;
const ANSWER_BYTES_MAX = 8 * 1_048_576;
/** Nobody says twenty words in a second. */
const TOLD_MAX = (BATCH_MS / 1_000) * 20;

const seconds = z.number().min(0);
const answerSchema = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z
    .array(z.object({ start: seconds, end: seconds, text: z.string(), avg_logprob: z.number().nullish() }))
    .max(TOLD_MAX)
    .nullish(),
  words: z
    .array(z.object({ word: z.string(), start: seconds, end: seconds }))
    .max(TOLD_MAX)
    .nullish(),
});
type Answer = z.output<typeof answerSchema>;
type ToldWord = NonNullable<Answer['words']>[number];

/** Hears by a service: a stretch of some minutes at a time, as WAV. */
export function createApiEar({ model, ...api }: ApiEarOptions): Ear {
  return {
    transcriber: {
      ...{ id: `api:${model}`, name: model, engine: 'API', languages: null },
      licence: 'of the service',
    },
    batchMsMax: BATCH_MS,
    listen: async (utterances, { language, signal, onHeard }) => {
      const [first, last] = [utterances[0], utterances.at(-1)];
      if (!first || !last) return;
      const sound = toWav({ samples: joined(utterances, first.startMs), sampleRate: HEARING_RATE });
      const form = () => toForm({ model, language, sound });
      const asked = { path: '/audio/transcriptions', body: form, answerBytesMax: ANSWER_BYTES_MAX, signal };
      const answer = parseAnswer(await askApi(api, asked));
      await onHeard(toSegments(answer, { startMs: first.startMs, endMs: last.endMs, language }), last.endMs);
    },
  };
}

function toForm({ model, language, sound }: { model: string; language: string | null; sound: Uint8Array }): FormData {
  const form = new FormData();
  form.set('model', model);
  form.set('response_format', 'verbose_json');
  form.append('timestamp_granularities[]', 'segment');
  form.append('timestamp_granularities[]', 'word');
  if (language) form.set('language', language.split('-')[0] ?? language);
  form.set('file', new Blob([Uint8Array.from(sound)], { type: 'audio/wav' }), 'speech.wav');
  return form;
}

/** Utterances in their places, silence between them, so that the moments that are told are those of the recording. */
function joined(utterances: readonly Utterance[], fromMs: number): Int16Array {
  const at = (ms: number) => Math.round(((ms - fromMs) * HEARING_RATE) / 1000);
  const last = utterances.at(-1);
  const whole = new Int16Array(last ? at(last.startMs) + last.samples.length : 0);
  for (const { startMs, samples } of utterances) whole.set(samples, at(startMs));
  return whole;
}

function parseAnswer(bytes: Uint8Array): Answer {
  try {
    return answerSchema.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch (cause) {
    throw new SpeechError('REFUSED', 'The service did not answer as its contract says.', { cause });
  }
}

interface Window {
  readonly startMs: number;
  readonly endMs: number;
  readonly language: string | null;
}

function toSegments({ text, segments, words, language: told }: Answer, window: Window): HeardSegment[] {
  const whole = [{ start: 0, end: (window.endMs - window.startMs) / 1000, text, avg_logprob: null }];
  const language = toTag(told) ?? window.language;
  const ms = (value: number) => Math.min(window.endMs, window.startMs + Math.round(value * 1000));
  const takeWords = wordsInTurn(words ?? []);
  return (segments?.length ? inTime(segments) : whole).flatMap(({ start, end, text: said, avg_logprob: sure }) => {
    const own = takeWords(start, end);
    const plain = said.trim();
    if (plain === '') return [];
    const confidence = sure === null || sure === undefined ? null : Math.max(0, Math.min(1, Math.exp(sure)));
    const span = { startMs: ms(start), endMs: Math.max(ms(start), ms(end)) };
    const heard = own.map(({ word, ...at }): HeardWord => {
      return { text: word.trim(), startMs: ms(at.start), endMs: Math.max(ms(at.start), ms(at.end)), confidence };
    });
    return [{ ...span, text: plain, words: heard.length > 0 ? heard : guessed(plain, span, confidence), language }];
  });
}

const inTime = <Told extends { readonly start: number }>(told: readonly Told[]): Told[] =>
  told.toSorted((a, b) => a.start - b.start);

/** Hands out the words that begin within a span. Spans come in the order of their beginnings, and a word goes to the first that has it. */
function wordsInTurn(words: readonly ToldWord[]): (start: number, end: number) => ToldWord[] {
  const left = inTime(words);
  let next = 0;
  return (start, end) => {
    const own: ToldWord[] = [];
    for (let word = left[next]; word && word.start < end; word = left[++next]) {
      if (word.start >= start - 0.01) own.push(word);
    }
    return own;
  };
}

function guessed(text: string, span: { startMs: number; endMs: number }, confidence: number | null): HeardWord[] {
  return shareOut(text, tokensOf(text, 'und'), span).map(({ start, end, startMs, endMs }) => ({
    text: text.slice(start, end),
    ...{ startMs: Math.round(startMs), endMs: Math.round(endMs), confidence },
  }));
}

/** Some services tell a language by its English name. */
function toTag(told: string | null | undefined): string | null {
  if (!told) return null;
  if (/^[a-z]{2,3}(-|$)/u.test(told)) return told;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const common = ['en', 'ko', 'ja', 'zh', 'es', 'fr', 'de', 'it', 'pt', 'ru', 'vi', 'th', 'id', 'ar', 'hi'];
  return common.find((tag) => names.of(tag)?.toLowerCase() === told.toLowerCase()) ?? null;
}
