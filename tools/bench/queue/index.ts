import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { quantile } from '../../tidy/census.ts';
import { measureBull } from './bull.ts';
import { measurePlainBoss } from './plain-boss.ts';
import { measureStarts, measureThroughput } from './room.ts';
import { measureWholePath } from './whole-path.ts';

const RATE = { perSecond: 50, seconds: 20 };
const COUNT = 20_000;
const WHOLE = { people: 300, jobsEach: 5 };

const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-queue-'));
const logger = createLogger({ level: 'silent' });
const want = { postgres: true, mongo: false, s3: false };
const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger });
try {
  const before = loadavg()[0] ?? 0;
  const waits = await measureStarts(stack.postgresUrl('bench_room'), RATE);
  const perSecond = await measureThroughput(stack.postgresUrl('bench_room'), COUNT);
  const plain = await measurePlainBoss(stack.postgresUrl('bench_room'), { ...RATE, count: COUNT });
  const bull = await measureBull({ ...RATE, count: COUNT });
  const whole = await measureWholePath(WHOLE);
  const figure = (value: number | undefined) => (value === undefined ? 'no Redis here' : value.toFixed(1));
  const row = (name: string, values: readonly (number | undefined)[], goal: string) =>
    console.log(`| ${name} | ${values.map(figure).join(' | ')} | ${goal} |`);
  const waited = (share: number) => [waits, plain.waits, bull?.waits].map((times) => times && quantile(times, share));
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), load ${before.toFixed(1)} before, Node ${process.version}\n`,
  );
  console.log('| figure | engine room | plain pg-boss `work` | BullMQ | goal |\n|---|---:|---:|---:|---|');
  row('enqueue → start at 50 a second, p50, ms', waited(0.5), '≤ 10');
  row('p95, ms', waited(0.95), '≤ 30');
  row('trivial tasks of 40 people a second', [perSecond, plain.perSecond, bull?.perSecond], '≥ 2 000');
  const { perSecond: jobs, hostMs, postgresMs, askersMs, transactions } = whole;
  const spent = [hostMs, postgresMs, askersMs].map((ms) => ms.toFixed(1)).join(' + ');
  console.log(
    `\nJobs a second, asked over HTTP, quoted, held, queued, claimed, started, settled, completed (without pictures and the gateway): ${jobs.toFixed(0)} (goal ≥ 250)`,
  );
  console.log(
    `A job: ${spent} ms of CPU (host, PostgreSQL, people and worker), ${transactions.toFixed(1)} transactions`,
  );
} finally {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
