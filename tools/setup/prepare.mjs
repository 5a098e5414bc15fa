import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs on any Node ≥ 20; what it starts runs on the Node that the project pins.

export const root = fileURLToPath(new URL('../../', import.meta.url));
const binaries = join(root, 'node_modules', '.bin');

/** The pinned Node, installed from npm like any other dependency. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

/** Tools say nothing to the outside, and ask nothing of it. */
const quiet = {
  APOLLO_TELEMETRY_DISABLED: 'true',
  BETTER_AUTH_TELEMETRY: '0',
  CHECKPOINT_DISABLE: '1',
  DO_NOT_TRACK: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
};

export function environment(extra = {}) {
  return { ...process.env, ...quiet, PATH: `${binaries}:${dirname(pinnedNode)}:${process.env.PATH}`, ...extra };
}

/** Runs a command to its end; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(), ...options });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

async function mustRun(command, args) {
  const code = await run(command, args);
  if (code !== 0) {
    console.error(`\n"${command} ${args.join(' ')}" failed.`);
    process.exit(code);
  }
}

/** The embedded servers come for Linux and macOS alone. */
function refuseWindows() {
  if (process.platform !== 'win32') return;
  console.error('Modu Studio runs on Linux and macOS. On Windows, start it in WSL.');
  process.exit(1);
}

/** Installs exactly what the lockfile says, once per lockfile. */
async function install() {
  const stamp = join(root, 'node_modules', '.modu-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing dependencies …');
  await mustRun('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, wanted);
}

/** Everything between a fresh clone and a runnable house: dependencies, generated code, the built studio. */
export async function prepare() {
  refuseWindows();
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error('Modu Studio needs Node 20 or newer to set itself up.');
    process.exit(1);
  }
  await install();
  await mustRun(join(binaries, 'turbo'), ['run', 'build', '--output-logs=errors-only', '--log-order=grouped']);
}
