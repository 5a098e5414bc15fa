import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHostProcess } from './host-process.ts';

// A person with a million pictures, made for this run and removed after it: how long seeding takes, pages and searches, the wall in a
// browser. Some minutes and 3 GB of disk. To measure again in a gallery that stays: `npm run bench:gallery`, `npm run bench:wall`.
const IMAGES = '1000000';
const PORT = Number(process.env['BENCH_PORT'] ?? 4194);

const dataDir = mkdtempSync(join(tmpdir(), 'modu-bench-gallery-'));
try {
  const host = await startHostProcess({ port: PORT, dataDir, settings: { DEMO_ACCOUNT: 'true' } });
  try {
    run('../seed/index.ts', ['--images', IMAGES, '--port', String(PORT)]);
  } finally {
    await host.stop();
  }
  run('./gallery.ts', ['--data-dir', dataDir]);
  run('./wall.ts', ['--data-dir', dataDir]);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}

function run(script: string, words: readonly string[]): void {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(script, import.meta.url)), ...words], {
    stdio: 'inherit',
    env: { ...process.env, MODU_DATA_DIR: dataDir },
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}.`);
}
