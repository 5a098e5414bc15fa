import { spawn } from 'node:child_process';
import { environment, pinnedNode, prepare, root } from './prepare.mjs';

// `npm start`: sets up what is missing, then runs everything in one process until Ctrl-C.

await prepare();

// Small young generations: docs/decisions/027.
const host = spawn(pinnedNode, ['--max-semi-space-size=32', 'apps/host/src/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  // The channel tells the host when this process is gone, however it went, so that nothing is left running.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: environment({
    MODU_ANNOUNCE: 'true',
    LOG_PRETTY: process.env.LOG_PRETTY ?? String(process.stdout.isTTY === true),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  }),
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => host.kill(signal));

// npm itself may be killed: then this process belongs to no one, and the studio should not outlive it.
const parent = process.ppid;
const orphaned = setInterval(() => process.ppid !== parent && host.kill('SIGTERM'), 1_000);
orphaned.unref();

host.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
