import type { Lab } from '../colour/oklab.ts';
import type { Stage } from '../layers/stage.ts';
import type { Manner } from '../painter/manner.ts';

/** What the support and the paint look like when all strokes are laid. Strengths 0..1. */
export interface Varnish {
  /** Light raking over thick paint. */
  relief: number;
  /** Tooth of paper or canvas. */
  grain: number;
  vignette: number;
  /** A ragged unpainted rim, as a share of the shorter side. */
  margin: number;
  /** Blocks of the pixel style, per shorter side; none when absent. */
  blocks?: number;
}

/** A way of painting: how the aim is translated, how the brush is held, what the surface looks like. */
export interface Style {
  readonly manner: Manner;
  readonly varnish: Varnish;
  /** The colour of the bare ground. */
  primer(stage: Stage): Lab;
  /** Translates the aim into the style's terms, in place. Done before painting, so that previews already speak them. */
  translate(stage: Stage): void;
}
