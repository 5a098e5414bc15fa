import { defineConfig } from '@playwright/test';

const port = Number(process.env['STORIES_PORT'] ?? 4171);
const executablePath = process.env['CHROMIUM_PATH'];

// Every story of the book, as it is built: interaction, accessibility, picture. `npm run build-storybook` comes first.
export default defineConfig({
  testDir: './stories',
  outputDir: '../test-results/stories',
  snapshotPathTemplate: 'stories/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixelRatio: 0.005, animations: 'disabled', caret: 'hide' } },
  forbidOnly: true,
  // Where nobody watches, a machine that stalls costs one more try; `npm test` names what needed it.
  retries: process.env['CI'] ? 1 : 0,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Letters as the whole Chromium draws them, which goes by the system's settings; the headless shell has none.
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=slight', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `vite preview apps/web --outDir storybook-static --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/index.json`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
