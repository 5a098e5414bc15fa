import { refusedField } from '../../../lib/graph/index.ts';
import type { Refusal } from '../../../lib/graph/index.ts';

/** A sentence beside each field that needs one; `form` is for what is about no field. */
export type FieldProblems = Partial<Record<'prompt' | 'negativePrompt' | 'seed' | 'modelId' | 'form', string>> & {
  /** More credits would do: the way to them stands beside the sentence. */
  readonly wantsCredits?: boolean;
  /** The id to quote, where what is about no field is our fault. */
  readonly trace?: string | null;
};

const FIELDS: readonly string[] = ['prompt', 'negativePrompt', 'seed', 'modelId'];

/** Puts a refusal's sentence beside its field, or above the button when no field of ours is meant. */
export function placeRefusal(
  refusal: Pick<Refusal, 'path' | 'message'> & Partial<Pick<Refusal, 'code'>>,
): FieldProblems {
  if (refusal.code === 'INSUFFICIENT_CREDITS') return { form: refusal.message, wantsCredits: true };
  const field = refusedField(refusal);
  return field !== null && FIELDS.includes(field) ? { [field]: refusal.message } : { form: refusal.message };
}
