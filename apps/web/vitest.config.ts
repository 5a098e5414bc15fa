import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const repository = fileURLToPath(new URL('../../', import.meta.url));

export default defineConfig({
  root: repository,
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom'] },
  test: {
    name: 'web',
    environment: 'jsdom',
    // As the root's, which is not handed down to a file of its own: one file after another, when all others are done, would be the default.
    maxWorkers: 3,
    include: ['apps/web/{src,build}/**/*.test.{ts,tsx}', 'packages/ui/src/**/*.test.{ts,tsx}'],
    setupFiles: [fileURLToPath(new URL('src/test-setup.ts', import.meta.url))],
    restoreMocks: true,
    // Nothing here waits for a clock; a busy machine may still take its time over a page of React.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As the root's, too.
    retry: process.env['CI'] ? 1 : 0,
  },
});
