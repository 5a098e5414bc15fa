import { quantile } from '../tidy/census.ts';
import type { ChaosRun } from './run.ts';

const countsOf = (names: readonly string[]): [string, number][] =>
  [...Map.groupBy(names, (name) => name)].map(([name, all]): [string, number] => [name, all.length]).toSorted();

/** All runs as a report in Markdown: what was done, what held, and every run that broke something. */
export function reportOf(runs: readonly ChaosRun[]): string {
  const jobs = runs.flatMap((run) => run.jobs);
  const count = (status: string) => jobs.filter((job) => job.status === status).length;
  const wishes = runs.reduce((sum, run) => sum + run.wishes, 0);
  const unmade = runs.flatMap((run) => run.unmade);
  const broken = runs.filter((run) => run.broken.length > 0);
  const healed = runs.flatMap(({ healedMs }) => healedMs ?? []);
  const codes = Map.groupBy(
    jobs.filter((job) => job.status === 'FAILED'),
    (job) => job.error_code ?? 'no code',
  );
  const attempts = runs.reduce((sum, run) => sum + run.attempts, 0);
  const faults = Map.groupBy(
    runs.flatMap((run) => run.faults.map((fault) => fault.slice(0, fault.lastIndexOf(' at ')))),
    (name) => name,
  );
  const seconds = (fraction: number) => (quantile(healed, fraction) / 1_000).toFixed(1);
  return [
    `Runs: ${runs.length}, seeds ${runs[0]?.seed} to ${runs.at(-1)?.seed}. Runs in which something did not hold: ${broken.length}.`,
    '',
    '| figure | value |',
    '|---|---:|',
    `| jobs made in storms | ${wishes - unmade.length} of ${wishes} asked for |`,
    ...countsOf(unmade).map(([why, times]) => `| not made, ${why} | ${times} |`),
    `| jobs with those before the storms | ${jobs.length} |`,
    ...countsOf(jobs.map(({ kind }) => kind)).map(([kind, made]) => `| of these ${kind} | ${made} |`),
    `| completed, failed, canceled | ${count('COMPLETED')}, ${count('FAILED')}, ${count('CANCELED')} |`,
    ...[...codes].toSorted().map(([code, failed]) => `| failed with ${code} | ${failed.length} |`),
    `| runs of jobs | ${attempts} |`,
    `| objects without a record, which the sweep will take, after a run at most | ${Math.max(0, ...runs.map((run) => run.strays))} |`,
    `| from the last fault until all was at rest, p50, p95, worst | ${seconds(0.5)}, ${seconds(0.95)}, ${seconds(1)} s |`,
    ...[...faults].toSorted().map(([name, times]) => `| faults: ${name} | ${times.length} |`),
    '',
    ...broken.flatMap((run) => [
      `- seed ${run.seed} (${run.faults.join(', ')})`,
      ...run.broken.map((what) => `  - ${what}`),
    ]),
  ].join('\n');
}
