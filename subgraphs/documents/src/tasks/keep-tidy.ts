import type { Logger } from '@modu/logger';

export interface TidyLoop {
  /** Resolves when the round that runs has ended. */
  stop(): Promise<void>;
}

interface Options {
  readonly everyMs: number;
  readonly logger: Logger;
}

/** Does a round at once and then every `everyMs`; one that fails is logged, the next one starts. */
export function keepTidy(round: () => Promise<unknown>, { everyMs, logger }: Options): TidyLoop {
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = () => {
    running = round()
      .then(() => undefined)
      .catch((error: unknown) => logger.warn({ err: error }, 'tidying up documents failed'))
      .then(() => {
        if (!isStopping) timer = setTimeout(run, everyMs);
      });
  };
  timer = setTimeout(run, Math.min(everyMs, 5_000));
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
