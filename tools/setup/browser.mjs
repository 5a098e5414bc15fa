import { existsSync } from 'node:fs';
import { run } from './prepare.mjs';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const found = () => process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));

/** The path of a Chromium; installs Debian's when root on Debian, else Playwright's own (then the path is undefined). */
export async function ensureBrowser() {
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium from Debian …');
    const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-qq'], quietly);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quietly);
    if (found()) return found();
  }
  await run('playwright', ['install', 'chromium']);
  return undefined;
}
