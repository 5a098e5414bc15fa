import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openStorefront } from '@modu/billing/testing';
import { openSpeechApi } from '@modu/engine-speech/testing/speech-api';

// Starts the studio for the journeys, in a data directory of its own: everything in one process, or one process per module.
// Ends with its parent, and takes everything it started with it.

const root = fileURLToPath(new URL('../../', import.meta.url));
const port = Number(process.env['E2E_PORT'] ?? 4170);
const isMany = process.env['E2E_PROCESSES'] === 'many';
const dataDir = mkdtempSync(join(tmpdir(), 'modu-e2e-'));

const MODULES = [
  'identity',
  'billing',
  'assets',
  'jobs',
  'generation',
  'gallery',
  'documents',
  'billing-tasks',
  'jobs-tasks',
  'generation-tasks',
  'documents-tasks',
];
const internalPort = (index: number) => port + 10 + index;
const routes = MODULES.map((name, index) => `${name}=http://127.0.0.1:${internalPort(index)}`).join(',');

// Payments are taken by a shop on loopback, whose pages have a button that pays.
const storefront = await openStorefront({ studioUrl: `http://localhost:${port}` });

// Recordings are heard by a service on loopback: what else can hear is not on every machine.
const hearing = await openSpeechApi();
hearing.hear({ text: 'The heron stands in the pond. It waits.', language: 'english' });

const common = {
  ...storefront.settings,
  TRANSCRIPTION_API_URL: hearing.baseUrl,
  ...process.env,
  MODU_DATA_DIR: dataDir,
  PUBLIC_URL: `http://localhost:${port}`,
  AUTH_RATE_LIMIT: 'false',
  ADMIN_EMAILS: 'admin@example.test',
  LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
};

const children: ChildProcess[] = [];

function startProcess(environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['apps/host/src/main.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...common, ...environment },
    });
    children.push(child);
    child.stdout?.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (chunk.toString().includes('MODU READY')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`${environment['TARGET']} ended with ${code}`)));
  });
}

async function start(): Promise<void> {
  if (!isMany) return startProcess({ TARGET: 'all', PORT: String(port) });
  for (const [index, TARGET] of MODULES.entries()) {
    const others = routes.split(',').filter((route) => !route.startsWith(`${TARGET}=`));
    await startProcess({ TARGET, ROUTES: others.join(','), INTERNAL_PORT: String(internalPort(index)) });
  }
  await startProcess({ TARGET: 'gateway,studio', ROUTES: routes, PORT: String(port), BUS: 'postgres' });
}

let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  // In reverse, and one after another: the first process holds the embedded servers that all others use.
  for (const child of children.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await ended;
    clearTimeout(force);
  }
  await Promise.all([storefront.stop(), hearing.stop()]);
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code);
}

process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(0), 1_000).unref();

await start().catch(async (error: unknown) => {
  console.error(error);
  await stop(1);
});
// Playwright waits for the port; this process waits for its end.
setInterval(() => {}, 60_000);
