const DAY_MS = 86_400_000;

/** A span of whole days (UTC) that ends with today. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** So many days, today the last of them. */
export function spanOf(days: number, nowMs: number): DaySpan {
  const toMs = (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
  return { from: new Date(toMs - days * DAY_MS).toISOString(), to: new Date(toMs).toISOString() };
}

/** An amount for each day of a span, oldest first; days that nobody told of have none. */
export function fillDays(
  { from, to }: DaySpan,
  told: readonly { readonly day: string; readonly amount: number }[],
): { readonly day: string; readonly amount: number }[] {
  const amounts = new Map(told.map(({ day, amount }) => [day, amount]));
  const start = Date.parse(from);
  const days = Math.round((Date.parse(to) - start) / DAY_MS);
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(start + index * DAY_MS).toISOString().slice(0, 10);
    return { day, amount: Math.max(0, amounts.get(day) ?? 0) };
  });
}
