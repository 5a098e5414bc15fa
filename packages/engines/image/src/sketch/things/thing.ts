import type { Pen } from './pen.ts';

/** Where a thing may be. */
export type Footing = 'ground' | 'water' | 'sky' | 'table' | 'deep';

/** A kind of thing that Sketch can draw. */
export interface Thing {
  readonly draw: (pen: Pen) => void;
  /** Real height, for perspective; small things are shown larger than life. */
  readonly metres: number;
  /** Where it likes to be, best first. */
  readonly on: Footing;
  /** Width over height. */
  readonly wide: number;
}
