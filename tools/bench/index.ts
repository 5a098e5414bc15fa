import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Figure } from './main-job.ts';

/** What can be measured, imported only when asked for: `npm run bench` measures all, `npm run bench -- ledger` one. */
const BENCHES: Readonly<Record<string, () => Promise<Figure[]>>> = {
  'main-job': async () => (await import('./main-job.ts')).benchMainJob(),
  web: async () => (await import('./web/index.ts')).benchWeb(),
  operations: async () => (await import('./operations.ts')).benchOperations(),
  ledger: async () => (await import('./ledger.ts')).benchLedger(),
  braille: async () => (await import('./braille.ts')).benchBrailleEngine(),
  speech: async () => (await import('./speech.ts')).benchSpeechEngines(),
  documents: async () => (await import('./documents.ts')).benchDocuments(),
  sketch: async () => (await import('./sketch.ts')).benchBuiltInEngine(),
  queue: () => runByItself('./queue/index.ts'),
  gateway: () => runByItself('./gateway/index.ts'),
  streams: () => runByItself('./gateway/streams.ts'),
  uploads: () => runByItself('./uploads/index.ts'),
  gallery: () => runByItself('./large-gallery.ts'),
};

/** These print tables of their own, beside what a user would pick instead, and keep their processes to cores. */
async function runByItself(script: string): Promise<Figure[]> {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}.`);
  return [];
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0)
  throw new Error(`No bench named ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length === 0 || asked.includes(name)) figures.push(...(await bench()));
}
const [cpu] = cpus();

console.log(
  `\n${cpu?.model ?? 'unknown CPU'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`,
);
console.log('| figure | measured | goal |\n|---|---:|---|');
for (const { name, value, unit, goal } of figures) {
  console.log(`| ${name} | ${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit} | ${goal} |`);
}
