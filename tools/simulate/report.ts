import { quantile } from '../tidy/census.ts';
import type { Outcome, Served } from './run-queue.ts';

const TIERS = ['free', 'starter', 'pro', 'studio', 'enterprise'];

export interface WaitRow {
  readonly who: string;
  readonly jobs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

/** Jain's index of what people got: 1 when all got the same, 1/n when one got all. */
export function jainIndex(shares: readonly number[]): number {
  const sum = shares.reduce((total, share) => total + share, 0);
  const squares = shares.reduce((total, share) => total + share * share, 0);
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares);
}

/** How long jobs waited, per tier, the flooder apart. */
export function waitsByTier(served: readonly Served[]): WaitRow[] {
  const nameOf = ({ ownerId, tier }: Served) => (ownerId === 'flooder' ? 'the flooder' : (TIERS[tier] ?? ''));
  const groups = Map.groupBy(served, nameOf);
  return [...TIERS.toReversed(), 'the flooder'].flatMap((who) => {
    const waits = groups.get(who)?.map(({ waitMs }) => waitMs);
    if (!waits) return [];
    const [p50Ms, p95Ms, worstMs] = [quantile(waits, 0.5), quantile(waits, 0.95), Math.max(...waits)];
    return [{ who, jobs: waits.length, p50Ms, p95Ms, worstMs }];
  });
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1);

/** The outcome as a table in Markdown. */
export function tableOf(name: string, { served, engineMs, due }: Outcome): string {
  const rows = waitsByTier(served).map(
    ({ who, jobs, p50Ms, p95Ms, worstMs }) =>
      `| ${who} | ${jobs} | ${seconds(p50Ms)} | ${seconds(p95Ms)} | ${seconds(worstMs)} |`,
  );
  return [
    `**${name}**`,
    '',
    '| who | jobs | wait p50, s | p95, s | worst, s |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    '',
    `Jain’s index of engine time per person: ${jainIndex([...engineMs.values()]).toFixed(3)}. ` +
      `Turns due by the bound: ${due.turns}, of these late: ${due.late}.`,
    '',
  ].join('\n');
}
