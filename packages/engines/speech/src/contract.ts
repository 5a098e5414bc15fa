export const AUDIO_FORMATS = ['MP3', 'OPUS', 'WAV'] as const;
export type AudioFormat = (typeof AUDIO_FORMATS)[number];

/**
 * ESPEAK_NG, FLITE: in a process of our own · ONNX: a neural voice out of the operator's files, in a process of our own · API: a service that
 * speaks OpenAI's language.
 */
export type SpeechEngine = 'ESPEAK_NG' | 'FLITE' | 'ONNX' | 'API';

/** A voice that can really be had. */
export interface Voice {
  /** Its engine and its name there, as `espeak-ng:ko`. */
  readonly id: string;
  /** BCP 47; null for a voice of a service, which speaks many. */
  readonly language: string | null;
  readonly name: string;
  readonly engine: SpeechEngine;
  /** Of the voice and its engine, as SPDX where there is one. */
  readonly licence: string;
  /** Whether its pitch can be set. */
  readonly hasPitch: boolean;
  /** Whether the engine itself tells when it says each word; else the times within a sentence are estimated. */
  readonly tellsWords: boolean;
}

/** What is to be said, and how. */
export interface SpeakOrder {
  readonly text: string;
  /** Of the text, BCP 47: how it is divided into words and sentences. */
  readonly language: string;
  readonly voice: Voice;
  /** 0.5 to 3 times the usual. */
  readonly rate: number;
  /** 0.5 to 2 times the usual. */
  readonly pitch: number;
  readonly format: AudioFormat;
}

/** A word and when it is heard. Offsets count UTF-16 units of the text. */
export interface SpokenWord {
  readonly start: number;
  readonly end: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** What was said. */
export interface Spoken {
  readonly bytes: Uint8Array;
  readonly durationMs: number;
  readonly words: readonly SpokenWord[];
}

export interface SpeakWatcher {
  readonly signal: AbortSignal;
  /** How many characters have been said. */
  onProgress?(saidChars: number): void;
}

/** Says text. Every engine passes the suite in `@modu/engine-speech/testing`. */
export interface Speaker {
  /** @throws SpeechError; rejects with the signal's reason when it aborts. */
  speak(order: SpeakOrder, watcher: SpeakWatcher): Promise<Spoken>;
}

/** Sound as engines give it: one channel. */
export interface Sound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

const TYPES: Readonly<Record<AudioFormat, { readonly contentType: string; readonly extension: string }>> = {
  MP3: { contentType: 'audio/mpeg', extension: 'mp3' },
  OPUS: { contentType: 'audio/ogg', extension: 'opus' },
  WAV: { contentType: 'audio/wav', extension: 'wav' },
};

/** How files of a format are called. */
export const fileTypeOf = (format: AudioFormat) => TYPES[format];
