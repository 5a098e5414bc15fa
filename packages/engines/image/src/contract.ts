/** What an engine can be asked to do. */
export type ImageTask = 'TEXT_TO_IMAGE' | 'IMAGE_TO_IMAGE' | 'UPSCALE' | 'INPAINT';

export const UPSCALE_FACTORS = [2, 4] as const;
export type UpscaleFactor = (typeof UPSCALE_FACTORS)[number];

/**
 * One picture to make. Sides are those of the result, in pixels; `seed` is a non-negative safe integer. An upscale is `factor`
 * times its source, an inpainted picture as large as its source; for image to image the source is cropped to the size asked for.
 */
export interface ImageRequest {
  /** One of the engine's models; its first when absent. */
  modelId?: string;
  /** What to show. May be empty for UPSCALE and INPAINT, which can do without. */
  prompt: string;
  negativePrompt?: string;
  width: number;
  height: number;
  seed: number;
  steps: number;
  guidance?: number;
  task: ImageTask;
  /** The picture to start from, as PNG, JPEG or WebP: for every task but TEXT_TO_IMAGE. */
  source?: Uint8Array;
  /** INPAINT: a PNG of the source's size; what is white is made anew, what is black stays as it is. */
  mask?: Uint8Array;
  /** IMAGE_TO_IMAGE, INPAINT: how far the result may leave the source, from 0 (not at all) to 1. */
  strength?: number;
  /** UPSCALE. */
  factor?: UpscaleFactor;
}

/** Sent once per finished step, in order (engines behind a network may skip some). `preview` is a data URL of at most 6 KB. */
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
  /** Longest side of an upscaled picture, when UPSCALE is among the tasks. */
  upscaledSidePixelsMax?: number;
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
  /** It has no field for a negative prompt: those words reach it within the prompt, by `joinWords`. */
  joinsNegativePrompt?: boolean;
  /** It knows nothing of negative prompts: those words are not read. */
  ignoresNegativePrompt?: boolean;
  /** The service makes a picture as it likes: a request's steps change nothing, and each counts as one of the defaults' steps. */
  ignoresSteps?: boolean;
  /** How long a run may take from when the engine begins, loading the model included; a minute when absent. */
  runTimeoutMs?: number;
  /** How long it may wait before that, behind others in the engine's own queue; as long as it may run when absent. */
  waitTimeoutMs?: number;
}

export interface ImageRunOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ImageProgress) => void;
  /**
   * Said while an engine with a queue of its own makes the pictures of others first: how many at most. Never rises; 0 once it
   * works on this one.
   */
  onWaiting?: (ahead: number) => void;
}

/**
 * Any maker of images. `run` rejects with an `AbortError` within a second of `signal` aborting and with an `EngineError`
 * in every other case of failure; it never blocks the event loop of its caller.
 */
export interface ImageEngine {
  readonly id: string;
  readonly name: string;
  /** The models that are known now. */
  models(): EngineModel[];
  /** Asks anew which models there are. Rejects with `EngineError` UNREACHABLE when nobody answers in time. */
  discover?(signal: AbortSignal): Promise<EngineModel[]>;
  /** How many pictures wait and run there, for whomever. Rejects like `discover`. */
  load?(signal: AbortSignal): Promise<number>;
  run(request: ImageRequest, options?: ImageRunOptions): Promise<ImageResult>;
  close(): Promise<void>;
}

/** The longest preview data URL an engine may send, in characters. */
export const PREVIEW_CHARS_MAX = 6 * 1024;
