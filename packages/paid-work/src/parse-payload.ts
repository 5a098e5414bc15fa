import type { z } from 'zod';
import { RunFailure } from './run-failure.ts';

/** What a job carries, as its contract says. @throws RunFailure when it is something else: no run will ever understand it. */
export function parsePayload<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new RunFailure('INVALID_REQUEST', { retryable: false, cause: parsed.error });
}
