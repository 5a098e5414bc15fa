import type { Logger } from '@modu/logger';
import type { Ear } from '../operations/bell.ts';

export interface WorkLoop {
  /** Resolves when the piece that is being worked on has ended. */
  stop(): Promise<void>;
}

interface WorkOptions {
  /** Does one piece; `false` when there was none. */
  work(): Promise<boolean>;
  readonly ear: Ear;
  readonly logger: Logger;
  readonly name: string;
  readonly everyMs?: number;
}

/** Works piece after piece; with nothing to do it looks again when its bell rings, or after `everyMs`. */
export function keepWorking({ work, ear, logger, name, everyMs = 5_000 }: WorkOptions): WorkLoop {
  let stopped = false;
  const run = async () => {
    while (!stopped) {
      const didWork = await work().catch((error: unknown) => {
        logger.error({ err: error }, `${name} failed`);
        return false;
      });
      if (!didWork && !stopped) await ear.heard(everyMs);
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopped = true;
      ear.ring();
      await running;
    },
  };
}
