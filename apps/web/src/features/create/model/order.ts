import type { TextToImageInput } from '../../../lib/graph/generated/graphql.ts';
import { parseSeed } from './draft.ts';
import type { Draft } from './draft.ts';

/** What keeps a draft from being sent; a key of the `create` messages with its figures. */
export type DraftProblem =
  | { readonly field: 'prompt'; readonly key: 'problemPromptEmpty' }
  | { readonly field: 'prompt'; readonly key: 'problemPromptLong'; readonly over: number; readonly max: number }
  | { readonly field: 'seed'; readonly key: 'problemSeed' };

/** The first thing to put right; null when the draft can be sent. Length counts characters as people see them, as the API does. */
export function checkDraft(draft: Draft, limits: { readonly promptCharactersMax: number }): DraftProblem | null {
  const length = Array.from(draft.prompt.trim()).length;
  if (length === 0) return { field: 'prompt', key: 'problemPromptEmpty' };
  const over = length - limits.promptCharactersMax;
  if (over > 0) return { field: 'prompt', key: 'problemPromptLong', over, max: limits.promptCharactersMax };
  if (draft.isSeedLocked && parseSeed(draft.seed) === null) return { field: 'seed', key: 'problemSeed' };
  return null;
}

/** The order for the API, without its key. `seed` is the one to use, rolled or locked. */
export function orderOf(draft: Draft, seed: number): TextToImageInput {
  const negativePrompt = draft.negativePrompt.trim();
  return {
    prompt: draft.prompt.trim(),
    ...(negativePrompt === '' ? {} : { negativePrompt }),
    ...(draft.modelId === null ? {} : { modelId: draft.modelId }),
    width: draft.width,
    height: draft.height,
    steps: draft.steps,
    seed,
  };
}

/** An order that was sent and whose answer never came. */
export interface UnansweredOrder {
  readonly key: string;
  readonly order: TextToImageInput;
}

/**
 * The order to send next. When the last one was never answered and the wish is the same, it goes out again under its old
 * key, so that a job which was made after all is not made and paid twice.
 */
export function nextOrder(
  unanswered: UnansweredOrder | null,
  fresh: UnansweredOrder,
  { keepsSeed }: { readonly keepsSeed: boolean },
): UnansweredOrder {
  if (unanswered === null) return fresh;
  const wish = (order: TextToImageInput) => JSON.stringify({ ...order, seed: keepsSeed ? order.seed : null });
  return wish(unanswered.order) === wish(fresh.order) ? unanswered : fresh;
}
