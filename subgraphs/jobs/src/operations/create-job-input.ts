import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { GROUP_SLOTS_MAX } from '@modu/tasks';
import { z } from 'zod';
import type { NewJob } from '../domain/job.ts';

const PAYLOAD_BYTES_MAX = 64_000;
const INT32_MAX = 2_147_483_647;

const schema = z.object({
  id: z.uuid(),
  kind: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/),
  ownerId: z.string().min(1).max(200),
  quotedCredits: z.int().min(0).max(INT32_MAX),
  estimatedMs: z.int().min(0).max(86_400_000),
  priority: z.int().min(-1_000).max(1_000),
  queuedJobsMax: z.int().min(0).max(1_000_000),
  runningJobsMax: z.int().min(1).max(GROUP_SLOTS_MAX),
  payload: z.json().refine((value) => Buffer.byteLength(JSON.stringify(value)) <= PAYLOAD_BYTES_MAX),
});

/** What a service asked for, checked. */
export function parseCreateJobInput(input: unknown): NewJob | Refusal {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const path = ['input', ...(parsed.error.issues[0]?.path ?? []).map(String)];
  return refuse('INVALID_INPUT', 'job.input', { path });
}
