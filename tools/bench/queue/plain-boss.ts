import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';

/** The same with plain pg-boss, as its own documentation has it: `send` with NOTIFY, and `work` in batches. */
export async function measurePlainBoss(
  databaseUrl: string,
  { perSecond, seconds, count }: { readonly perSecond: number; readonly seconds: number; readonly count: number },
): Promise<{ readonly waits: number[]; readonly perSecond: number }> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: 'plain', max: 8, useListenNotify: true });
  boss.on('error', (error) => console.error(error));
  await boss.start();
  try {
    return { waits: await starts(boss, { perSecond, seconds }), perSecond: await throughput(boss, count) };
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function starts(boss: PgBoss, { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<number[]> {
  const name = `plain.${randomUUID()}`;
  await boss.createQueue(name, { notify: true });
  const waits: number[] = [];
  const sentAt = new Map<number, number>();
  await boss.work<{ n: number }>(name, { batchSize: 20, pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const { data } of jobs) waits.push(performance.now() - (sentAt.get(data.n) ?? 0));
  });
  const startedAt = performance.now();
  const sends: Promise<unknown>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    await delay(Math.max(0, startedAt + (n * 1_000) / perSecond - performance.now()));
    sentAt.set(n, performance.now());
    sends.push(boss.send(name, { n }));
  }
  await Promise.all(sends);
  while (waits.length < perSecond * seconds) await delay(20);
  await boss.offWork(name);
  return waits;
}

async function throughput(boss: PgBoss, count: number): Promise<number> {
  const name = `plain.${randomUUID()}`;
  await boss.createQueue(name);
  await boss.insert(
    name,
    Array.from({ length: count }, (_, n) => ({ data: { n } })),
  );
  let done = 0;
  const startedAt = performance.now();
  const options = { batchSize: 100, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true };
  await boss.work(name, options, async (jobs) => void (done += jobs.length));
  while (done < count) await delay(5);
  const perSecond = count / ((performance.now() - startedAt) / 1_000);
  await boss.offWork(name);
  return perSecond;
}
