/** POCKETSPHINX: a program of the system, English · WHISPER: a model in a folder of the worker · API: a service that speaks OpenAI's language. */
export type HearingEngine = 'POCKETSPHINX' | 'WHISPER' | 'API';

/** What writes speech down, here and now. */
export interface Transcriber {
  /** As `pocketsphinx`. */
  readonly id: string;
  readonly name: string;
  readonly engine: HearingEngine;
  /** BCP 47; null for one that knows many. */
  readonly languages: readonly string[] | null;
  readonly licence: string;
}

/** A word that was heard. Times are of the whole recording. */
export interface HeardWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** 0 to 1; null where the engine does not tell. */
  readonly confidence: number | null;
}

/** What was heard in one breath. */
export interface HeardSegment {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly words: readonly HeardWord[];
  /** BCP 47, where the engine tells. */
  readonly language: string | null;
}

/** A stretch of a recording in which somebody speaks: 16 kHz, one channel. */
export interface Utterance {
  readonly startMs: number;
  readonly endMs: number;
  readonly samples: Int16Array;
}

/** What was heard, in order, and up to where; what comes next is heard when the promise resolves. */
export type OnHeard = (segments: readonly HeardSegment[], upToMs: number) => Promise<void>;

/** How an ear is to listen. */
export interface Listening {
  /** BCP 47; null lets the engine find out. */
  readonly language: string | null;
  readonly signal: AbortSignal;
  /** Told as soon as something was heard: what was told is kept and not heard again, whatever becomes of the rest. */
  readonly onHeard: OnHeard;
}

/** Writes utterances down. */
export interface Ear {
  readonly transcriber: Transcriber;
  /** How much it is given at once. */
  readonly batchMsMax: number;
  /** In order, all of them. @throws SpeechError; rejects with the signal's reason when it aborts. */
  listen(utterances: readonly Utterance[], listening: Listening): Promise<void>;
}

export const HEARING_RATE = 16_000;
