import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { LINE_SLOTS_MAX } from '@modu/tasks';
import { z } from 'zod';
import type { NewJob } from '../domain/job.ts';
import { TIERS, tierOfPriority } from '../domain/tier.ts';
import { isStorableText } from '../storable-text.ts';

/** A painted mask of 90 000 characters, beside 4 000 characters of words that may take three bytes each. */
const PAYLOAD_BYTES_MAX = 128_000;
const TITLE_CHARACTERS_MAX = 200;
const INT32_MAX = 2_147_483_647;

const schema = z.object({
  id: z.uuid().transform((id) => id.toLowerCase()),
  kind: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/),
  title: z.string().refine(isStorableText).nullish(),
  ownerId: z.string().min(1).max(200),
  tier: z.enum(TIERS).nullish(),
  minimumTier: z.enum(TIERS).nullish(),
  parentId: z
    .uuid()
    .transform((id) => id.toLowerCase())
    .nullish(),
  quotedCredits: z.int().min(0).max(INT32_MAX),
  estimatedMs: z.int().min(0).max(86_400_000),
  loads: z.string().min(1).max(200).refine(isStorableText).nullish(),
  priority: z.int().min(-1_000).max(1_000),
  queuedJobsMax: z.int().min(0).max(1_000_000),
  runningJobsMax: z.int().min(1).max(LINE_SLOTS_MAX),
  payload: z.json().refine(isStorable),
});

/** Looks at every text in it, names of fields too. */
function isStorable(value: unknown): boolean {
  let isWritten = true;
  const json = JSON.stringify(value, (key, part: unknown) => {
    isWritten &&= isStorableText(key) && (typeof part !== 'string' || isStorableText(part));
    return part;
  });
  return isWritten && Buffer.byteLength(json) <= PAYLOAD_BYTES_MAX;
}

/** What a service asked for, checked. */
export function parseCreateJobInput(input: unknown): NewJob | Refusal {
  const parsed = schema.safeParse(input);
  if (parsed.success) return toNewJob(parsed.data);
  const path = ['input', ...(parsed.error.issues[0]?.path ?? []).map(String)];
  return refuse('INVALID_INPUT', 'job.input', { path });
}

function toNewJob({ title, tier, minimumTier, parentId, loads, ...input }: z.output<typeof schema>): NewJob {
  return {
    ...input,
    title: title ? shorten(title) : null,
    tier: tier ?? tierOfPriority(input.priority),
    minimumTier: minimumTier ?? 'FREE',
    parentId: parentId ?? null,
    loads: loads ?? null,
  };
}

/** One line, cut between characters as people see them. */
function shorten(title: string): string | null {
  const line = title
    .slice(0, 4 * TITLE_CHARACTERS_MAX)
    .replace(/\p{Surrogate}$/u, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line.length <= TITLE_CHARACTERS_MAX) return line || null; // No character takes less than one.
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  const cut = characters.length > TITLE_CHARACTERS_MAX;
  return (cut ? `${characters.slice(0, TITLE_CHARACTERS_MAX - 1).join('')}…` : line) || null;
}
