import type { Logger } from '@modu/logger';
import { createEar } from './bell.ts';
import type { Ear } from './bell.ts';

export interface Rounds {
  /** Aborts the round that runs and resolves when it has ended; no other follows. */
  stop(): Promise<void>;
}

interface RoundOptions {
  /** As the log names it: "emptying the trash" … failed. */
  readonly name: string;
  readonly logger: Logger;
  readonly everyMs: number;
  /** Before the first one: none unless said. */
  readonly firstMs?: number;
  /** Ends a pause before its time. */
  readonly ear?: Ear;
}

/** One round. Resolves with the pause that is to follow it in milliseconds, or with nothing for the usual one. */
export type Round = (signal: AbortSignal) => Promise<number | void>;

/** Does round after round, never two at once; one that fails is logged, and the next one comes all the same. */
export function keepRounds(round: Round, { name, logger, everyMs, firstMs = 0, ear }: RoundOptions): Rounds {
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = ear ?? createEar();
  const once = async () => {
    try {
      return (await round(signal)) ?? everyMs;
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, `${name} failed; the next round tries again`);
      return everyMs;
    }
  };
  const run = async () => {
    for (let waitMs = firstMs; ; waitMs = await once()) {
      if (waitMs > 0 && !signal.aborted) await pause.heard(waitMs);
      if (signal.aborted) return;
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      pause.ring();
      await running;
    },
  };
}
