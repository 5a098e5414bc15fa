import { currentTraceId, newTraceId, parseTraceId } from '@modu/logger';
import type { z } from 'zod';
import { TaskInputError } from './task-error.ts';
import type { Task } from './task.ts';

/** What lies in the queue: the input, and the trace of the request that asked for the work. */
export interface Envelope {
  readonly traceId: string;
  readonly input: unknown;
}

/** @throws TaskInputError when the input does not fit the task. */
export function sealEnvelope<Schema extends z.ZodType>(task: Task<Schema>, input: z.input<Schema>): Envelope {
  const checked = task.schema.safeParse(input);
  if (!checked.success) {
    throw new TaskInputError(`The input does not fit the task "${task.name}".`, { cause: checked.error });
  }
  return { traceId: currentTraceId() ?? newTraceId(), input };
}

/** @throws TaskInputError when the stored input does not fit: it comes from another version of us. */
export function openEnvelope<Schema extends z.ZodType>(
  task: Task<Schema>,
  stored: unknown,
): { readonly traceId: string; readonly input: z.output<Schema> } {
  const { traceId, input } = (stored ?? {}) as Partial<Envelope>;
  const parsed = task.schema.safeParse(input);
  if (!parsed.success) {
    throw new TaskInputError(`The stored input does not fit the task "${task.name}".`, { cause: parsed.error });
  }
  return {
    traceId: parseTraceId(typeof traceId === 'string' ? traceId : undefined) ?? newTraceId(),
    input: parsed.data,
  };
}
