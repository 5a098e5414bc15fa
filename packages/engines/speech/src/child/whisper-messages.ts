import type { SpeechCode } from '../speech-error.ts';

/** What the hearing process is asked. */
export interface WhisperOrder {
  /** The folder in whose `node_modules` transformers.js lies. */
  readonly runtime: string;
  /** The folder that holds the model's, and the name of the model's. */
  readonly models: string;
  readonly model: string;
  /** As `ko`; null for a model that knows one language alone. */
  readonly language: string | null;
  /** Each 28 s long at most, 16 kHz. */
  readonly stretches: readonly Int16Array[];
}

/** A word and its seconds within the stretch; the end of the last may be open. */
export interface WhisperChunk {
  readonly text: string;
  readonly timestamp: readonly [number | null, number | null];
}

/** What it tells: of each stretch in turn what was heard. */
export type WhisperNews =
  | { readonly tell: 'HEARD'; readonly at: number; readonly text: string; readonly chunks: readonly WhisperChunk[] }
  | { readonly tell: 'FAILED'; readonly code: SpeechCode; readonly message: string };
