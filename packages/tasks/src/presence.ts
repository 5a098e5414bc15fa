import type { Logger } from '@modu/logger';
import type { Pool } from 'pg';
import type { Pump } from './pump.ts';
import { createWorkerRegistry } from './worker-registry.ts';

/** Says of each of a worker's kinds that it is there. */
export interface Presence {
  tell(): void;
  /** From now on it is said that nothing new is begun here. */
  drains(): void;
  leave(): Promise<void>;
}

export function createPresence(
  pumps: readonly Pump[],
  { pool, logger }: { readonly pool: Pool; readonly logger: Logger },
): Presence {
  const entries = pumps.map((pump) => ({ pump, registry: createWorkerRegistry(pool, pump) }));
  const quietly = (work: Promise<void>) =>
    work.catch((error: unknown) => logger.debug({ err: error }, 'the worker could not say that it is there'));
  let telling = Promise.resolve();
  let draining = false;
  const tell = () => {
    const all = async () => {
      for (const { pump, registry } of entries) await quietly(registry.tell({ running: pump.running(), draining }));
    };
    telling = telling.then(all);
  };
  return {
    tell,
    drains: () => {
      draining = true;
      tell();
    },
    leave: async () => {
      await telling;
      for (const { registry } of entries) await quietly(registry.leave());
    },
  };
}
