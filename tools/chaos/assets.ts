// `npm run chaos:assets -- --seed S --runs N [--processes] [--write]`: random crash runs of the uploads, on real servers of their own:
// simulated at the calls, or with processes that are killed. Ends by itself; with --write puts what was seen into docs/chaos-assets.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { reportOfAssets } from './assets-report.ts';
import { runSimulated } from './run-simulated.ts';
import { KILLED_TITLE, reportOfKilled } from './uploads/report.ts';
import { runManyKilled } from './uploads/run-many.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string' },
    processes: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const DOCUMENT = fileURLToPath(new URL('../../docs/chaos-assets.md', import.meta.url));
const machine = { day: new Date().toISOString().slice(0, 10), cores: cpus().length };
const startedAt = performance.now();

if (values.processes) {
  const runs = await runManyKilled({ firstSeed: Number(values.seed), count: Number(values.runs ?? 25) });
  if (runs.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
  tell({ killed: reportOfKilled({ runs, tookMs: performance.now() - startedAt, ...machine }) });
} else {
  const { code, runs } = await runSimulated({ seed: values.seed, runs: values.runs ?? '500' });
  process.exitCode = code;
  tell({ simulated: reportOfAssets(runs, machine) });
}

/** The document has two parts, one of each kind of run; what was not run now stays. */
function tell(words: { readonly simulated?: string; readonly killed?: string }): void {
  console.log(`\n${words.simulated ?? words.killed}`);
  if (!values.write) return;
  const [simulated = '', killed] = readFileSync(DOCUMENT, 'utf8').split(KILLED_TITLE);
  const parts = [words.simulated ?? simulated, words.killed ?? (killed && `${KILLED_TITLE}${killed}`)];
  writeFileSync(
    DOCUMENT,
    `${parts
      .map((part) => part?.trim() ?? '')
      .join('\n\n')
      .trim()}\n`,
  );
}
