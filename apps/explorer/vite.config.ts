import { fileURLToPath } from 'node:url';
import { compressFiles } from '@modu/static-files';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** The editor is 7 MB: to compress it for whoever opens it first would keep everybody else waiting. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle: () => compressFiles(fileURLToPath(new URL('dist', import.meta.url))),
});

export default defineConfig({
  plugins: [react(), compressed()],
  // The gateway serves what is built here.
  base: '/graphql/explorer/',
  resolve: { dedupe: ['react', 'react-dom', 'graphql'] },
  build: {
    // light-dark() is kept as written: these are the first browsers that know it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: false,
    // The editor is large, and asked for by few.
    chunkSizeWarningLimit: 6_000,
  },
  worker: { format: 'es' },
});
