import type { Plan } from './plan.ts';

/** A composition before its things are placed. */
export type Frame = Omit<Plan, 'things'>;

/** Height of the viewer's eye over the ground: what stands this tall reaches the horizon. */
export const EYE_METRES = 4.2;

/** Small things are shown larger than life, or a cat in a meadow would be a dot; towers are held back. */
export function shownMetres(metres: number): number {
  if (metres < 3) return 3 * (metres / 3) ** 0.62;
  return metres > 20 ? 20 + (metres - 20) * 0.35 : metres;
}

/** Height in pixels of a thing whose foot stands on the ground at row y. */
export function sizeAt(frame: Frame, y: number, metres: number): number {
  return ((y - frame.horizon) / EYE_METRES) * shownMetres(metres);
}

/** How far a thing at row y has sunk into the air, 0..1. */
export function fogAt(frame: Frame, y: number): number {
  const near = (y - frame.horizon) / Math.max(1, frame.height - frame.horizon);
  return Math.max(0, Math.min(0.64, (0.26 + frame.light.haze * 0.7) * Math.max(0, 1 - near) ** 5));
}
