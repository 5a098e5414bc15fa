import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { compressPieces } from './build/compress-pieces.ts';
import { documentsByHash } from './build/documents-by-hash.ts';
import { weighFirstLoads } from './build/first-load.ts';
import { firstPages } from './build/first-pages.ts';
import { onlyOurLanguages } from './build/only-our-languages.ts';
import { preloadFirstPages } from './build/preload-first-pages.ts';

const HOST = process.env['MODU_HOST_URL'] ?? 'http://localhost:4000';

export default defineConfig({
  plugins: [
    react(),
    compileMessages(),
    onlyOurLanguages(),
    documentsByHash(),
    weighFirstLoads(),
    preloadFirstPages(),
    compressPieces(),
  ],
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    // light-dark() and OKLCH are kept as written: these are the first browsers that know both.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: URL would need `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: firstPages },
        // The entry lists the pieces of every page, and nothing in it compresses worse than hashes: seven letters are enough.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/graphql': { target: HOST, ws: true },
      '/auth': { target: HOST },
    },
  },
});
