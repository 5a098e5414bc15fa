/** What the crash runs of the uploads saw. */
export interface AssetsRuns {
  readonly firstSeed: number;
  readonly runs: number;
  readonly tookMs: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly troubles: Readonly<Record<string, number>>;
  /** Who acted while something else was at work. */
  readonly meanwhile: Readonly<Record<string, number>>;
  /** The seed and what did not hold. */
  readonly broken: readonly string[];
}

/** All runs as a page in Markdown. */
export function reportOfAssets(
  { firstSeed, runs, tookMs, acts, troubles, meanwhile, broken }: AssetsRuns,
  { day, cores }: { readonly day: string; readonly cores: number },
): string {
  const total = (counts: AssetsRuns['acts']) => Object.values(counts).reduce((sum, count) => sum + count, 0);
  const rows = (counts: AssetsRuns['acts'], name: string) =>
    Object.entries(counts)
      .toSorted()
      .map(([what, count]) => `| ${name} ${what} | ${count} |`);
  return `# Simulated crash runs of the uploads

\`npm run chaos:assets -- --seed ${firstSeed} --runs ${runs}\`, ${day}, ${cores} cores: ${runs} seeds in ${Math.round(tookMs / 1_000)} s.

In each run one person has four files of which two fit their quota. Steps are drawn at random; in between, at any call to the database
or the bucket, the process "dies", or one of the two does not answer for a while, having done what it was asked or not. These troubles are
simulated in one process, at the calls (\`subgraphs/assets/testing/failing-deps.ts\`): from a drawn call on every call to the real database and
bucket throws, and the next step begins with fresh calls. Within a step, at a drawn call, somebody else may act: takes a file out of the trash that is
being emptied, completes what expires, gives up what is completed, deletes what previews are made of, begins anew what is being removed, closes
the account. No operating-system process is killed here and no server is stopped. After every step the quota holds, no READY file is lost, and
whoever was told READY has the file; after the healing that the product does by itself, records, figures and bucket say the same,
every READY file is there byte by byte, and nothing else is (of who has left, nothing at all); the same again when the trash has been emptied.

**Runs in which something did not hold: ${broken.length}.**

| figure | value |
|---|---:|
| steps | ${total(acts)} |
${rows(acts, 'steps:').join('\n')}
| troubles | ${total(troubles)} |
${rows(troubles, 'troubles:').join('\n')}
| meanwhile | ${total(meanwhile)} |
${rows(meanwhile, 'meanwhile:').join('\n')}
${broken.map((what) => `\n- ${what}`).join('')}`;
}
