import { existsSync } from 'node:fs';
import { run } from './prepare.mjs';

/** The headless shell first: the same Chromium without the window that nobody looks at, for a good deal less of the processor. */
const SHELL = '/usr/bin/chromium-headless-shell';
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is there: what the caller names wins. */
export function findBrowser({ env = process.env, exists = existsSync } = {}) {
  return env.CHROMIUM_PATH ?? [SHELL, ...WHOLE].find((path) => exists(path));
}

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Resolves to an exit code; a registry that does not answer is not waited for. */
function apt(...args) {
  const impatient = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=60'];
  return run('apt-get', [...impatient, '-qq', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/**
 * What is missing of Debian's two: Chromium where there is none, and the shell beside it, without which the whole one serves (Ubuntu has
 * no shell).
 */
async function installFromDebian() {
  console.log('Installing Chromium from Debian …');
  await apt('update');
  if (!findBrowser()) await apt('install', '-y', '--no-install-recommends', 'chromium');
  await apt('install', '-y', '--no-install-recommends', 'chromium-headless-shell');
}

/** The path of a Chromium; installs Debian's when root on Debian, else Playwright's own (then the path is undefined). */
export async function ensureBrowser() {
  const isLightest = findBrowser() === SHELL || process.env.CHROMIUM_PATH;
  if (!isLightest && isRootOnDebian()) await installFromDebian();
  if (findBrowser()) return findBrowser();
  await run('playwright', ['install', 'chromium']);
  return undefined;
}
