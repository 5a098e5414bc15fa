import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const SCRIPT = fileURLToPath(import.meta.resolve('../../testing/schedule-script.ts'));
let database: Awaited<ReturnType<typeof testDatabase>>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await testDatabase('billing-schedule');
  await withClient(database.url, (client) => client.query('CREATE TABLE scheduled_run (pid int)'));
});

afterAll(async () => {
  for (const child of children) await kill(child);
  await database.drop();
});

/** A process of its own that keeps the schedule; settles when it does. */
async function start(cron: string): Promise<ChildProcess> {
  const orders = JSON.stringify({ url: database.url, cron });
  const child = spawn(process.execPath, [SCRIPT, orders], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`A process that keeps the schedule ended with ${code}.`)));
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

const runs = () =>
  withClient(database.url, async (client) => (await client.query('SELECT pid FROM scheduled_run')).rows.length);

it(
  'the day’s work is done once, by several processes of which some are killed and started anew',
  { timeout: 180_000 },
  async () => {
    const moment = new Date(Date.now() + 25_000);
    const cron = `${moment.getUTCSeconds()} ${moment.getUTCMinutes()} ${moment.getUTCHours()} * * *`;
    const [first] = await Promise.all([start(cron), start(cron)]);
    if (first) await kill(first);
    await start(cron);
    await sleep(Math.max(0, moment.getTime() - Date.now()));

    await vi.waitFor(async () => expect(await runs()).toBe(1), { timeout: 90_000, interval: 500 });
    await kill(children[1] as ChildProcess);
    await start(cron);
    await sleep(4_000);
    expect(await runs()).toBe(1);
  },
);
