/** What an engine can be asked to do. Later tasks (image to image, upscale, inpaint) join this union. */
export type ImageTask = 'TEXT_TO_IMAGE';

/** One picture to make. Sides are in pixels; `seed` is a non-negative safe integer. */
export interface ImageRequest {
  prompt: string;
  negativePrompt?: string;
  width: number;
  height: number;
  seed: number;
  steps: number;
  guidance?: number;
  task: ImageTask;
}

/** Sent once per finished step, in order. `preview` is a data URL of at most 6 KB. */
export interface ImageProgress {
  step: number;
  stepsTotal: number;
  /** 0..1, never falling. */
  progress: number;
  etaMs: number;
  preview?: string;
}

export interface ImageResult {
  bytes: Uint8Array;
  contentType: 'image/png';
  width: number;
  height: number;
  /** Engine, version, seed, steps, what was understood of the prompt, elapsedMs, … : JSON values only. */
  metadata: Record<string, unknown>;
}

export interface EngineModelLimits {
  sidePixelsMin: number;
  sidePixelsMax: number;
  /** Both sides must be a multiple of this. */
  sideMultiplePixels: number;
  stepsMin: number;
  stepsMax: number;
  promptCharsMax: number;
  negativePromptCharsMax: number;
}

/** An entry of the model list. `neural: false` is a promise to the reader: no learned weights are involved. */
export interface EngineModel {
  id: string;
  name: string;
  description: string;
  neural: boolean;
  tasks: ImageTask[];
  defaults: { width: number; height: number; steps: number; guidance?: number };
  limits: EngineModelLimits;
}

export interface ImageRunOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ImageProgress) => void;
}

/**
 * Any maker of images. `run` rejects with an `AbortError` within a second of `signal` aborting and with an `EngineError`
 * in every other case of failure; it never blocks the event loop of its caller.
 */
export interface ImageEngine {
  readonly id: string;
  readonly name: string;
  models(): EngineModel[];
  run(request: ImageRequest, options?: ImageRunOptions): Promise<ImageResult>;
  close(): Promise<void>;
}

/** The longest preview data URL an engine may send, in characters. */
export const PREVIEW_CHARS_MAX = 6 * 1024;
