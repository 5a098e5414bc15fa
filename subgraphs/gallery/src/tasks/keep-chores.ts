import type { Logger } from '@modu/logger';
import type { GalleryDeps } from '../operations/deps.ts';
import { doChores } from '../operations/do-chores.ts';

export interface ChoreLoop {
  /** Breaks off what is being done; it is claimed anew when its lease is over. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;

/** Sees to the bucket round after round; with nothing to do it looks again when the bell rings, or after some seconds. */
export function keepChores(deps: GalleryDeps, { logger }: { readonly logger: Logger }): ChoreLoop {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      const found = await doChores(deps, { logger, signal }).catch((error: unknown) => {
        if (!signal.aborted) logger.error({ err: error }, 'seeing to the bucket failed');
        return false;
      });
      if (!found && !signal.aborted) await deps.choreBell.heard(LOOK_EVERY_MS);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      deps.choreBell.ring();
      await running;
    },
  };
}
