import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One run for every test of the house, so that one summary counts them all. Servers are real and shared by all files.
export default defineConfig({
  test: {
    projects: [
      {
        // Node loads graphql's CommonJS build for everyone; Vite would load its ES build beside it, and the two refuse each other.
        resolve: { alias: [{ find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }] },
        test: {
          name: 'node',
          include: ['{apps/host,gateway,subgraphs/*,packages/*,packages/engines/*,tools}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'packages/ui/**'],
          globalSetup: ['./packages/testkit/src/global-setup.ts'],
          setupFiles: ['./packages/testkit/src/patient-waits.ts'],
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      './apps/web/vitest.config.ts',
    ],
    // One more than the machine that docs/performance.md names has cores: many wait for processes that they killed.
    maxWorkers: 3,
    // With --changed: a new dependency changes the files that import it, not every test. npm test runs them all anyway.
    forceRerunTriggers: ['**/vitest.config.*'],
  },
});
