import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { compressPieces } from './build/compress-pieces.ts';
import { documentsByHash } from './build/documents-by-hash.ts';
import { weighFirstLoads } from './build/first-load.ts';
import { FIRST_BROWSERS } from './build/first-browsers.ts';
import { firstPages } from './build/first-pages.ts';
import { namePieces } from './build/name-pieces.ts';
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
    namePieces(),
    preloadFirstPages(),
    compressPieces(),
  ],
  resolve: {
    dedupe: ['react', 'react-dom'],
    // What older Reacts lack and ours has: the stand-in would be one more copy of it.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  build: {
    cssTarget: [...FIRST_BROWSERS],
    // A data: URL would need `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    sourcemap: false,
    // Every browser that knows light-dark() preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { groups: firstPages },
        // The entry lists the pieces of every page, and every piece those it needs: names are most of both, and nothing compresses worse
        // than hashes. Seven letters are enough, and `dist/pieces.json` says what each is made of.
        entryFileNames: 'assets/[hash:7].js',
        chunkFileNames: 'assets/[hash:7].js',
        assetFileNames: 'assets/[hash:7][extname]',
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
