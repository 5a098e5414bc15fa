import { currentTraceId, newTraceId, parseTraceId } from '@modu/logger';
import { traceparent } from '@modu/tracing';
import type { z } from 'zod';
import { TaskInputError } from './task-error.ts';
import type { Task } from './task.ts';

/** What lies in the queue: the input, and the trace of the request that asked for the work. */
export interface Envelope {
  readonly traceId: string;
  /** The span that asked for the work, when there was one. */
  readonly traceparent?: string;
  readonly input: unknown;
}

/** @throws TaskInputError when the input does not fit the task. */
export function sealEnvelope<Schema extends z.ZodType>(task: Task<Schema>, input: z.input<Schema>): Envelope {
  const checked = task.schema.safeParse(input);
  if (!checked.success) {
    throw new TaskInputError(`The input does not fit the task "${task.name}".`, { cause: checked.error });
  }
  const parent = traceparent();
  return { traceId: currentTraceId() ?? newTraceId(), ...(parent ? { traceparent: parent } : {}), input };
}

/** @throws TaskInputError when the stored input does not fit: it comes from another version of us. */
export function openEnvelope<Schema extends z.ZodType>(
  task: Task<Schema>,
  stored: unknown,
): { readonly traceId: string; readonly traceparent: string | undefined; readonly input: z.output<Schema> } {
  const { traceId, traceparent: parent, input } = (stored ?? {}) as Partial<Envelope>;
  const parsed = task.schema.safeParse(input);
  if (!parsed.success) {
    throw new TaskInputError(`The stored input does not fit the task "${task.name}".`, { cause: parsed.error });
  }
  return {
    traceId: parseTraceId(typeof traceId === 'string' ? traceId : undefined) ?? newTraceId(),
    traceparent: typeof parent === 'string' ? parent : undefined,
    input: parsed.data,
  };
}
