import type { Surface } from './raster/surface.ts';

/** One request being worked on, step by step, whatever its task. Everything in it follows from the request alone. */
export interface Work {
  /** What it looks like by now. */
  readonly surface: Surface;
  /** Does step `step` (from 0). `stop` is asked now and then. */
  paint(step: number, stop: () => boolean): void;
  /** What is left when all steps are done. */
  finish(): void;
  /** The finished pixels, when they are more exact than the surface. */
  rgb?(): Uint8Array;
  /** What is told about it. JSON values only. */
  readonly story: Readonly<Record<string, unknown>>;
}
