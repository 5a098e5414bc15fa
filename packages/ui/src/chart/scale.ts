/** Round figures from 0 to at least `max` for an axis, four or five of them: 0, 25, 50, 75, 100. Of things that are counted, none is half. */
export function ticksFor(max: number, { isWhole = false } = {}): readonly number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const rough = max / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10, 20, 50, 100].map((factor) => factor * power);
  const step = steps.find((each) => each >= rough && (!isWhole || Number.isInteger(each))) ?? Math.ceil(rough);
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Where a value lies between 0 and the last tick, as a share from 0 to 1. */
export function shareOf(value: number, ticks: readonly number[]): number {
  const top = ticks.at(-1) ?? 1;
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value / top)) : 0;
}

/** Every how many labels one is drawn, so that they don't run into each other. */
export function labelStride({
  count,
  width,
  labelWidth,
}: {
  count: number;
  width: number;
  labelWidth: number;
}): number {
  return Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)));
}
