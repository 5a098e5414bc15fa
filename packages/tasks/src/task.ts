import type { z } from 'zod';

/** Work that must not be lost: declared once, in the contracts of the domain that runs it. */
export interface Task<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: Schema;
  /** How often it is run again after a run that failed or died. Runs that were handed back do not count. */
  readonly retryLimit: number;
  /** The wait before a new run; doubles with each one when `retryDelayMaxSeconds` is given. */
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds?: number;
  /** A run that takes longer is aborted and counts as failed. */
  readonly timeoutSeconds: number;
  /** Whose turn it is decides the order policy; each of these tasks stands in a person's line. Others go first come, first served. */
  readonly inLines: boolean;
}

type TaskOptions<Schema extends z.ZodType> = Pick<Task<Schema>, 'name' | 'schema'> & Partial<Task<Schema>>;

export function defineTask<Schema extends z.ZodType>(options: TaskOptions<Schema>): Task<Schema> {
  return { retryLimit: 2, retryDelaySeconds: 1, timeoutSeconds: 900, inLines: false, ...options };
}
