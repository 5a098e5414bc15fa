import type { AudioFormat, Sound, SpokenWord } from '../contract.ts';
import type { VoiceConfig } from '../onnx/voice-config.ts';
import type { OnnxRuntime } from '../onnx/runtime.ts';
import type { SpeechCode } from '../speech-error.ts';

/** A voice of files: what runs its model, and how it wants to be spoken with. */
export interface OnnxMaker {
  readonly by: 'ONNX';
  readonly runtime: OnnxRuntime;
  /** The path of the model. */
  readonly model: string;
  readonly config: VoiceConfig;
  readonly speakerId: number;
}

/** Who says the pieces: an engine in this process, or the parent, which hands their sound over. */
export type PieceMaker =
  | { readonly by: 'ESPEAK_NG'; readonly voice: string }
  | { readonly by: 'FLITE'; readonly voice: string; readonly folder: string }
  | OnnxMaker
  | { readonly by: 'PARENT' };

/** What the speaking process is asked. */
export interface ChildOrder {
  readonly text: string;
  readonly language: string;
  readonly rate: number;
  readonly pitch: number;
  readonly format: AudioFormat;
  readonly maker: PieceMaker;
  /** The longest piece. */
  readonly pieceCharsMax: number;
}

/** What it tells. `PIECE` is answered with the piece's `Sound`. */
export type SpeakNews =
  | { readonly tell: 'PIECE'; readonly text: string }
  | { readonly tell: 'SOUND'; readonly bytes: Uint8Array; readonly saidChars: number; readonly words: SpokenWord[] }
  | { readonly tell: 'DONE'; readonly tail: Uint8Array; readonly head?: Uint8Array; readonly durationMs: number }
  | { readonly tell: 'FAILED'; readonly code: SpeechCode; readonly message: string };

/** Says one piece; `words` are relative to it. */
export type SayPiece = (text: string) => Promise<Sound & { readonly words?: readonly SpokenWord[] }>;
