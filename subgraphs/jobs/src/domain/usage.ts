import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

/** What jobs of one kind used on one day of the asker's time zone. */
export interface UsageDay {
  /** `2026-11-21`. */
  readonly day: string;
  readonly kind: string;
  readonly jobs: number;
  /** Charged and not given back. */
  readonly credits: number;
  /** Of work, from the start of the run to its end. */
  readonly seconds: number;
}

/** What somebody used in a span of time. */
export interface Usage {
  readonly from: Date;
  readonly to: Date;
  readonly jobs: number;
  readonly credits: number;
  readonly seconds: number;
  readonly days: readonly UsageDay[];
}

export interface UsageSpan {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 86_400_000;
const DAYS_MAX = 400;
const DAYS_UNLESS_SAID = 28;

/** The span asked about: the last four weeks unless said otherwise, at most 400 days. */
export function parseUsageSpan(
  asked: { readonly from?: Date | null; readonly to?: Date | null },
  now: Date,
): UsageSpan | Refusal {
  const to = asked.to ?? now;
  const from = asked.from ?? new Date(to.getTime() - DAYS_UNLESS_SAID * DAY_MS);
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (!(days > 0 && days <= DAYS_MAX)) {
    return refuse('INVALID_INPUT', 'usage.range', { path: ['to'], params: { max: DAYS_MAX } });
  }
  return { from, to };
}

export function sumUsage({ from, to }: UsageSpan, days: readonly UsageDay[]): Usage {
  const total = (of: (day: UsageDay) => number) => days.reduce((sum, day) => sum + of(day), 0);
  return {
    from,
    to,
    jobs: total(({ jobs }) => jobs),
    credits: total(({ credits }) => credits),
    seconds: total(({ seconds }) => seconds),
    days,
  };
}
