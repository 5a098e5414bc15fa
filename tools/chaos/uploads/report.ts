import type { KilledRun } from './run.ts';

interface Told {
  readonly runs: readonly KilledRun[];
  readonly tookMs: number;
  readonly day: string;
  readonly cores: number;
}

export const KILLED_TITLE = '# Uploads while processes are killed';

/** The runs in which processes were killed, as a page in Markdown. */
export function reportOfKilled({ runs, tookMs, day, cores }: Told): string {
  const broken = runs.flatMap(({ seed, broken: what }) => what.map((one) => `seed ${seed}: ${one}`));
  const promised = runs.reduce((sum, run) => sum + run.promised, 0);
  return `${KILLED_TITLE}

\`npm run chaos:assets -- --processes --seed ${runs[0]?.seed ?? 0} --runs ${runs.length}\`, ${day}, ${cores} cores: ${runs.length} seeds in ${Math.round(tookMs / 1_000)} s.

The product runs as processes of its own: a host, a bucket, MongoDB. Somebody brings three files through request, PUT, complete, trash, restore and
delete, in an order drawn at random; before, within or after a step the host, the bucket or MongoDB is killed with -9 and started again by what keeps
it. Then a process that tidies and reconciles days ahead of time is killed three times at its work. In the end every file that was said to be READY
and not deleted is there byte by byte, records, figures and bucket say the same, and nothing else is left. The quota is far away in these runs;
races for it are in the simulated ones.

**What did not hold: ${broken.length}.** Files that were said to be READY and had to be there: ${promised}.

| figure | value |
|---|---:|
${rows(
  runs.map(({ acts }) => acts),
  'steps:',
)}
${rows(
  runs.map(({ kills }) => kills),
  'kill -9:',
)}
${broken.map((what) => `\n- ${what}`).join('')}`;
}

function rows(counts: readonly Readonly<Record<string, number>>[], name: string): string {
  const sums = new Map<string, number>();
  for (const [what, count] of counts.flatMap((each) => Object.entries(each)))
    sums.set(what, (sums.get(what) ?? 0) + count);
  return [...sums]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([what, count]) => `| ${name} ${what} | ${count} |`)
    .join('\n');
}
