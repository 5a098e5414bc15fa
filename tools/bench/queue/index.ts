import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import { quantile } from '../../tidy/census.ts';
import { measurePlainBoss } from './plain-boss.ts';
import { measureStarts, measureThroughput } from './room.ts';

const RATE = { perSecond: 50, seconds: 20 };
const COUNT = 20_000;

const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-queue-'));
const logger = createLogger({ level: 'silent' });
const want = { postgres: true, mongo: false, s3: false };
const stack = await acquireStack({ dataDir, want, corsOrigins: [], logger });
try {
  const before = loadavg()[0] ?? 0;
  const waits = await measureStarts(stack.postgresUrl('bench_room'), RATE);
  const perSecond = await measureThroughput(stack.postgresUrl('bench_room'), COUNT);
  const plain = await measurePlainBoss(stack.postgresUrl('bench_room'), { ...RATE, count: COUNT });
  const row = (name: string, ours: number, theirs: number, goal: string) =>
    console.log(`| ${name} | ${ours.toFixed(1)} | ${theirs.toFixed(1)} | ${goal} |`);
  console.log(
    `${cpus().length} cores (${cpus()[0]?.model}), load ${before.toFixed(1)} before, Node ${process.version}\n`,
  );
  console.log('| figure | engine room | plain pg-boss `work` | goal |\n|---|---:|---:|---|');
  row('enqueue → start at 50 a second, p50, ms', quantile(waits, 0.5), quantile(plain.waits, 0.5), '≤ 10');
  row('p95, ms', quantile(waits, 0.95), quantile(plain.waits, 0.95), '≤ 30');
  row('trivial tasks of 50 people a second', perSecond, plain.perSecond, '≥ 2 000');
} finally {
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
