import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const TESTS = ['apps/web/{src,build}/**/*.test.{ts,tsx}', 'packages/ui/src/**/*.test.{ts,tsx}'];

/** Tests that put something else in the place of `location`, or the time zone of another place in that of ours, which a realm of a page does not allow: each has a process of its own. */
const ALONE = [
  'apps/web/src/app/Boundary.test.tsx',
  'apps/web/src/app/useSessionChanges.test.tsx',
  'apps/web/src/features/gallery/hooks/useTakePictures.test.tsx',
  'apps/web/src/features/share/SharedPage.test.tsx',
  'apps/web/src/lib/days/day-span.test.ts',
  'apps/web/src/lib/keep/own.test.ts',
];

/** The tests of the studio and of the design system: nearly all, or the few that need a process of their own. */
export const studioTests = ({ isAlone }: { readonly isAlone: boolean }) =>
  defineConfig({
    root: here('../../'),
    plugins: [react()],
    resolve: { dedupe: ['react', 'react-dom'] },
    test: {
      name: isAlone ? 'web-alone' : 'web',
      // A realm for each file keeps them as far apart as a process would, for a quarter of the processor's time.
      ...(isAlone ? { environment: 'jsdom' } : { environment: here('src/test-environment.ts'), pool: 'vmThreads' }),
      // What a realm leaves behind goes with its thread.
      vmMemoryLimit: '800MB',
      // As the root's, which is not handed down to a file of its own: one file after another, when all others are done, would be the default.
      maxWorkers: 3,
      include: isAlone ? ALONE : TESTS,
      exclude: ['**/node_modules/**', ...(isAlone ? [] : ALONE)],
      setupFiles: [here('src/test-setup.ts')],
      restoreMocks: true,
      // Nothing here waits for a clock; a busy machine may still take its time over a page of React.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // As the root's, too.
      retry: process.env['CI'] ? 1 : 0,
    },
  });

export default studioTests({ isAlone: false });
