import type { Logger } from '@modu/logger';
import type { Pool } from 'pg';
import type { Job } from '../domain/job.ts';
import { isForetold } from '../domain/place.ts';
import { savePromises } from '../store/promises.ts';
import type { Forecaster, Waiting } from './forecaster.ts';

type Promised = Waiting & Pick<Job, 'estimatedMs' | 'loads'>;

/** Notes what the owners of new jobs are told, so that it can be compared with what came. Never in anyone's way. */
export interface PromiseKeeper {
  note(job: Promised): void;
  close(): Promise<void>;
}

const COLLECT_MS = 250;
const NOTED_MAX = 5_000;

export function createPromiseKeeper({
  forecaster,
  pool,
  logger,
}: {
  readonly forecaster: Forecaster;
  readonly pool: Pool;
  readonly logger: Logger;
}): PromiseKeeper {
  let noted: Promised[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  const write = async () => {
    const jobs = noted;
    noted = [];
    if (jobs.length === 0) return;
    const places = await forecaster.places(jobs);
    const promises = await Promise.all(
      jobs.map(async ({ id, kind, estimatedMs, loads }) => {
        const found = places.get(id);
        const place = found && isForetold(found) ? found : undefined;
        // One that has begun already was not made to wait; of one that has not, nothing is known.
        const totalMs = place?.endsInMs ?? estimatedMs * (await forecaster.paces(kind)).of(loads).factor;
        return { id, waitMs: place?.startsInMs ?? null, totalMs };
      }),
    );
    await savePromises(pool, promises);
  };
  const flush = () => {
    timer = undefined;
    writing = writing
      .then(write)
      .catch((error: unknown) => logger.debug({ err: error }, 'what was promised could not be noted'));
  };

  return {
    note: (job) => {
      if (noted.length >= NOTED_MAX) return;
      noted.push(job);
      timer ??= setTimeout(flush, COLLECT_MS);
    },
    close: async () => {
      clearTimeout(timer);
      await writing;
    },
  };
}
