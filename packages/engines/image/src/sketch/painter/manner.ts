/** How a style handles the brush. */
export interface Manner {
  /** 0 airbrush … 1 dry bristle. */
  rough: number;
  opacity: number;
  /** Half-length over radius. */
  stretch: number;
  /** Spread of lightness and of chroma from stroke to stroke. */
  lightJitter: number;
  chromaJitter: number;
  /** Difference from the aim that is left alone in quiet parts: high values keep broad strokes to the end. */
  tolerance: number;
  /** Finest brush radius, as a share of the shorter side. */
  finest: number;
  /** Radians the stroke may stray from the field. */
  stray: number;
  /** Fixed stroke direction in radians, for hatching. */
  hatch?: number;
}

export const PLAIN_MANNER: Manner = {
  rough: 0.55,
  opacity: 0.86,
  stretch: 2.6,
  lightJitter: 0.016,
  chromaJitter: 0.012,
  tolerance: 0.05,
  finest: 0.0021,
  stray: 0.25,
};
