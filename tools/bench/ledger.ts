import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchHolds } from '@modu/billing/testing';
import { acquireStack } from '@modu/embedded';
import { createLogger } from '@modu/logger';
import type { Figure } from './main-job.ts';

const GOALS: Readonly<Record<number, string>> = { 1: '≥ 1500', 1_000: '≥ 3000' };

/** Credits held per second, by our ledger and by plain Prisma transactions on the same server in the same run. */
export async function benchLedger(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-ledger-'));
  const logger = createLogger({ level: 'silent' });
  const stack = await acquireStack({
    dataDir,
    want: { postgres: true, mongo: false, s3: false },
    corsOrigins: [],
    logger,
  });
  try {
    const runs = await benchHolds(stack.postgresUrl('billing'));
    return runs.flatMap(({ way, accounts, holdsPerSecond, p50Ms, p99Ms }) => {
      const name = `holds on ${accounts === 1 ? 'one hot account' : `${accounts} accounts`}, ${way}`;
      return [
        { name, value: holdsPerSecond, unit: '/s', goal: way === 'ledger' ? (GOALS[accounts] ?? '') : '' },
        { name: `${name}, p50`, value: p50Ms, unit: 'ms', goal: '' },
        { name: `${name}, p99`, value: p99Ms, unit: 'ms', goal: '' },
      ];
    });
  } finally {
    await stack.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
