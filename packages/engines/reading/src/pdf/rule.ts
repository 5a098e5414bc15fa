/** A straight line that a page draws, level or upright. Points from the lower left corner. */
export interface Rule {
  readonly isLevel: boolean;
  /** Its height when it is level, else how far it is from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
