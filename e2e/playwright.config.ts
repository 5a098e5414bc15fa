import { defineConfig } from '@playwright/test';

const port = Number(process.env['E2E_PORT'] ?? 4170);
const executablePath = process.env['CHROMIUM_PATH'];
/** What they look at is the page alone, or a journey in another language or by other keys: of the processes behind it they see nothing more. */
const PAGES_ALONE = ['every-page', 'reach', 'everyone', 'korean', 'korean-keys'].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: './journeys',
  outputDir: '../test-results',
  testIgnore: process.env['E2E_PROCESSES'] === 'many' ? PAGES_ALONE : [],
  fullyParallel: false,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-US',
    trace: 'retain-on-failure',
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
