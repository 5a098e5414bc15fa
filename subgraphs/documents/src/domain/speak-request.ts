import { AUDIO_FORMATS, canSay, hasLettersOf, voicesFor } from '@modu/engine-speech';
import type { AudioFormat, Voice } from '@modu/engine-speech';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { beginningOf, isPlainText } from './plain-text.ts';
import { refuseKey, toLanguage } from './read-request.ts';

export interface SpeakInput {
  readonly text?: string | null;
  readonly documentId?: string | null;
  readonly voice?: string | null;
  readonly language?: string | null;
  readonly rate?: number | null;
  readonly pitch?: number | null;
  readonly format?: AudioFormat | null;
  readonly title?: string | null;
  readonly idempotencyKey?: string | null;
}

/** What a job may carry of a text. */
const TEXT = { charsMax: 15_000, bytesMax: 50_000 };
const RATE = { min: 0.5, max: 3 };
const PITCH = { min: 0.5, max: 2 };
const TITLE_CHARS_MAX = 200;

type Field = keyof SpeakInput;
const about = (field: Field, params: Record<string, string | number> = {}) => ({ path: ['input', field], params });
const isWithin = (value: number, { min, max }: { min: number; max: number }) => value >= min && value <= max;

/** What is wrong with a wish before its document or voice is looked at. */
export function refuseSpeakInput(input: SpeakInput): Refusal | undefined {
  const { text, documentId, language, rate, pitch, format, title } = input;
  const wrong = (reason: string, field: Field, params = {}) => refuse('INVALID_INPUT', reason, about(field, params));
  if (((text ?? null) === null) === ((documentId ?? null) === null)) return wrong('speech.either', 'text');
  if (typeof text === 'string') {
    if (!/[\p{L}\p{N}]/u.test(text)) return wrong('speech.empty', 'text');
    if (text.length > TEXT.charsMax || Buffer.byteLength(text) > TEXT.bytesMax)
      return refuse('TOO_LARGE', 'speech.text', about('text', { max: TEXT.charsMax }));
    if (!isPlainText(text)) return wrong('text.characters', 'text');
  }
  if (language && !toLanguage(language)) return wrong('language.unknown', 'language');
  if (!isWithin(rate ?? 1, RATE)) return wrong('speech.rate', 'rate', RATE);
  if (!isWithin(pitch ?? 1, PITCH)) return wrong('speech.pitch', 'pitch', PITCH);
  if (format && !AUDIO_FORMATS.includes(format)) return wrong('speech.format', 'format');
  if (title && title.length > TITLE_CHARS_MAX) return wrong('speech.title', 'title', { max: TITLE_CHARS_MAX });
  if (title && !isPlainText(title)) return wrong('text.characters', 'title');
  return refuseKey(input.idempotencyKey);
}

interface Wish {
  readonly input: SpeakInput;
  /** Of what is said; `und` where nobody knows. */
  readonly language: string;
}

/** The voice that was asked for, if it can be had and does what is asked of it. */
export function refuseVoice(voice: Voice | undefined, { input, language }: Wish): Refusal | undefined {
  if (!voice) return refuse('INVALID_INPUT', input.voice ? 'speech.voice' : 'speech.noVoice', about('voice'));
  if ((input.language && voicesFor([voice], language).length === 0) || isSilent(voice, { input, language }))
    return refuse('INVALID_INPUT', 'speech.voiceLanguage', about('voice'));
  if ((input.pitch ?? 1) !== 1 && !voice.hasPitch) return refuse('INVALID_INPUT', 'speech.noPitch', about('pitch'));
  return undefined;
}

/** Whether a voice would say nothing at all: it has no letters for the text, or for the language of the document. */
const isSilent = (voice: Voice, { input: { text }, language }: Wish): boolean =>
  typeof text === 'string' ? !canSay(voice, text) : !hasLettersOf(voice, language);

/** What a clip of a text is called: how the text begins. */
export function titleOfText(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length <= 60 ? line : `${beginningOf(line, 59).trimEnd()}…`;
}
