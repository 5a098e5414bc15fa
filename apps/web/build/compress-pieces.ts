import { compressFiles } from '@modu/static-files';
import type { Plugin } from 'vite';

/** Writes what the host sends to browsers that take it compressed, when the studio is built: half a second for the largest does not matter then. */
export function compressPieces(): Plugin {
  return {
    name: 'modu:compress-pieces',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      // Storybook builds with the same settings, and is opened by few.
      const isStudio = Object.values(bundle).some(
        (file) => file.type === 'chunk' && file.isEntry && file.facadeModuleId?.endsWith('/apps/web/index.html'),
      );
      if (isStudio && dir !== undefined) await compressFiles(dir);
    },
  };
}
