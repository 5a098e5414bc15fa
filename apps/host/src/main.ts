import { enableCompileCache, flushCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from './host.ts';

// The only process entry of the house: the one place that reads process.env and ends the process.

const root = fileURLToPath(new URL('../../../', import.meta.url));
// A third of a start is compiling what the last one compiled already. Where the folder cannot be written, nothing is kept.
enableCompileCache(join(root, 'node_modules/.cache/modu-compiled'));
const { startHost } = await import('./host.ts');
const { explainStartTrouble } = await import('./start-trouble.ts');

const dataDir = resolve(root, process.env['MODU_DATA_DIR'] || '.modu');

function announce(host: Host): void {
  const port = host.publicPort ?? host.internalPort;
  console.log(`MODU READY ${JSON.stringify({ port, internalPort: host.internalPort, modules: host.modules })}`);
  if (!process.stdout.isTTY && process.env['MODU_ANNOUNCE'] !== 'true') return;
  console.log(`\n  Modu Studio   http://localhost:${host.publicPort ?? port}`);
  if (host.demoPassword) console.log(`  Demo account  demo@modu.local · ${host.demoPassword}\n`);
}

async function main(): Promise<void> {
  let host: Host | undefined;
  let stoppingSince: number | undefined;
  const stop = (code: number) => {
    // One Ctrl-C reaches us twice, from the terminal and from our parent; a second one means it.
    if (stoppingSince !== undefined && Date.now() - stoppingSince > 1_500) process.exit(1);
    if (stoppingSince !== undefined) return;
    stoppingSince = Date.now();
    void Promise.resolve(host?.stop()).then(
      () => process.exit(code),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  process.on('SIGHUP', () => stop(0));
  process.on('disconnect', () => stop(0));
  process.on('uncaughtException', (error) => {
    console.error(error);
    stop(1);
  });
  process.on('unhandledRejection', (error) => {
    console.error(error);
    stop(1);
  });
  try {
    host = await startHost({ environment: process.env, dataDir });
    host.onFailed(() => stop(1));
    announce(host);
    // At once: who is killed has nothing kept at its end.
    flushCompileCache();
  } catch (error) {
    console.error(await explainStartTrouble(error));
    process.exit(1);
  }
}

await main();
