import { defineConfig } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 4170);
const executablePath = process.env['CHROMIUM_PATH'];
const IS_WATCHED = !process.env['CI'];
const IS_MANY = process.env['E2E_PROCESSES'] === 'many';
/** See pages/slow-machine.ts: nobody waits less patiently for a page that is slowed down on purpose. */
const SLOWNESS = Number(process.env['E2E_SLOWNESS'] ?? 1);
/** Where nobody watches, everything runs at once on whatever machine there is: how long something takes says nothing there. */
const PATIENCE = SLOWNESS * (IS_WATCHED ? 1 : 3);
/** What they look at is the page alone: of the processes behind it they see nothing more. */
const PAGES_ALONE = ['every-page', 'reach', 'focus', 'korean', 'hostile-input', 'bad-weather'].map(
  (name) => `**/${name}.spec.ts`,
);
/** Nor does a walk in another language or by other hands. */
const AGAIN = /in Korean, |in English, by keys/u;

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  testIgnore: IS_MANY ? PAGES_ALONE : [],
  ...(IS_MANY ? { grepInvert: AGAIN } : {}),
  fullyParallel: false,
  workers: 1,
  timeout: 90_000 * PATIENCE,
  expect: { timeout: 20_000 * PATIENCE },
  forbidOnly: true,
  // Where nobody watches, a machine that stalls costs one more try, which is traced; `npm test` names what needed it.
  retries: IS_WATCHED ? 0 : 1,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    // Each step with the page as it was; pictures of every frame would keep a core busy.
    trace: { mode: IS_WATCHED ? 'retain-on-failure' : 'on-first-retry', screenshots: false },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Without a locale of UTF-8 the browser names a download in Korean "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: 'node e2e/host/launch.ts',
    cwd: '..',
    url: `http://localhost:${port}/ready`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
