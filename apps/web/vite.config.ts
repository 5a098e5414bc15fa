import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyOurLanguages } from './only-our-languages.ts';

const HOST = process.env['MODU_HOST_URL'] ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [react(), onlyOurLanguages()],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    // light-dark() and OKLCH are kept as written: these are the first browsers that know both.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: URL would need `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/graphql': { target: HOST, ws: true },
      '/auth': { target: HOST },
    },
  },
});
