import type { Logger } from '@modu/logger';
import type { GalleryDeps } from '../operations/deps.ts';
import { packNextArchive } from '../operations/pack-archives.ts';

export interface PackingLoop {
  /** Stops what is being packed; another process, or the next start, makes it anew. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 5_000;

/** Packs one archive after the other; with none to pack it looks again when the bell rings, or after some seconds. */
export function keepPacking(deps: GalleryDeps, { logger }: { readonly logger: Logger }): PackingLoop {
  const stopping = new AbortController();
  const run = async () => {
    while (!stopping.signal.aborted) {
      const packed = await packNextArchive({ deps, logger, signal: stopping.signal }).catch((error: unknown) => {
        if (!stopping.signal.aborted) logger.error({ err: error }, 'packing archives failed');
        return false;
      });
      if (!packed && !stopping.signal.aborted) await deps.archiveBell.heard(LOOK_EVERY_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      deps.archiveBell.ring();
      await running;
    },
  };
}
