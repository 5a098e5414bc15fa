import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
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
