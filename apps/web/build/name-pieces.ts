import type { Plugin } from 'vite';

/** Where the build writes what its pieces are called. */
const PIECES = 'pieces.json';

/** Writes down which page or part a built file is: their addresses are hashes alone, and an error of somebody's browser names one. */
export function namePieces(): Plugin {
  return {
    name: 'modu:name-pieces',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const names = Object.values(bundle).map((file) => [
          file.fileName,
          file.type === 'chunk' ? file.name : (file.names[0] ?? file.fileName),
        ]);
        this.emitFile({ type: 'asset', fileName: PIECES, source: JSON.stringify(Object.fromEntries(names)) });
      },
    },
  };
}
