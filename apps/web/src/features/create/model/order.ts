import type {
  ImageToImageInput,
  InpaintInput,
  QuoteImageInput,
  TextToImageInput,
  UpscaleInput,
} from '../../../lib/graph/generated/graphql.ts';
import { charactersOf } from './characters.ts';
import { parseSeed } from './draft.ts';
import type { Draft, DraftSource } from './draft.ts';
import { isPainted } from './mask.ts';

/** What keeps a draft from being sent; a key of the `create` messages with its figures. */
export type DraftProblem =
  | { readonly field: 'prompt'; readonly key: 'problemPromptEmpty' }
  | { readonly field: 'prompt'; readonly key: 'problemPromptLong'; readonly over: number; readonly max: number }
  | { readonly field: 'form'; readonly key: 'problemSource' | 'problemMask' }
  | { readonly field: 'seed'; readonly key: 'problemSeed' };

/** The first thing to put right; null when the draft can be sent. Length counts characters as people see them, as the API does. */
export function checkDraft(draft: Draft, limits: { readonly promptCharactersMax: number }): DraftProblem | null {
  const { task, source } = draft;
  if (task !== 'TEXT_TO_IMAGE' && source === null) return { field: 'form', key: 'problemSource' };
  if (task === 'INPAINT' && !isPainted(draft.dabs)) return { field: 'form', key: 'problemMask' };
  if (task === 'UPSCALE') return null;
  const length = charactersOf(draft.prompt);
  if (length === 0 && task !== 'INPAINT') return { field: 'prompt', key: 'problemPromptEmpty' };
  const over = length - limits.promptCharactersMax;
  if (over > 0) return { field: 'prompt', key: 'problemPromptLong', over, max: limits.promptCharactersMax };
  if (draft.isSeedLocked && parseSeed(draft.seed) === null) return { field: 'seed', key: 'problemSeed' };
  return null;
}

/** One call of the API, without its key. */
export type Order =
  | { readonly task: 'TEXT_TO_IMAGE'; readonly input: TextToImageInput }
  | { readonly task: 'IMAGE_TO_IMAGE'; readonly input: ImageToImageInput }
  | { readonly task: 'UPSCALE'; readonly input: UpscaleInput }
  | { readonly task: 'INPAINT'; readonly input: InpaintInput };

interface Chosen {
  /** The one to use, rolled or locked. */
  readonly seed: number;
  /** For INPAINT. */
  readonly maskPng?: string;
}

const sourceOf = (source: DraftSource | null) =>
  source === null ? {} : source.kind === 'image' ? { imageId: source.id } : { assetId: source.id };

/** What a draft asks for. */
export function orderOf(draft: Draft, { seed, maskPng = '' }: Chosen): Order {
  const { task, width, height, steps, count, factor } = draft;
  const prompt = draft.prompt.trim();
  const negativePrompt = draft.negativePrompt.trim();
  const model = draft.modelId === null ? {} : { modelId: draft.modelId };
  const source = sourceOf(draft.source);
  const words = {
    ...(negativePrompt === '' ? {} : { negativePrompt }),
    ...(draft.styleId === null ? {} : { styleId: draft.styleId }),
    ...model,
    ...(count === 1 ? {} : { count }),
    ...{ steps, seed },
  };
  const strength = draft.strength / 100;
  if (task === 'UPSCALE') return { task, input: { ...source, ...model, factor } };
  if (task === 'INPAINT')
    return { task, input: { ...source, maskPng, strength, ...words, ...(prompt === '' ? {} : { prompt }) } };
  if (task === 'IMAGE_TO_IMAGE') return { task, input: { ...source, prompt, strength, ...words } };
  return { task, input: { prompt, width, height, ...words } };
}

/** An order that was sent and whose answer never came. */
export interface UnansweredOrder {
  readonly key: string;
  readonly order: Order;
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
  const wish = ({ task, input }: Order) =>
    JSON.stringify({ task, ...input, ...(keepsSeed || task === 'UPSCALE' ? {} : { seed: null }) });
  return wish(unanswered.order) === wish(fresh.order) ? unanswered : fresh;
}

/** What the API needs to know of a draft to say its price: the size it asks for, or the picture it starts from. */
export function priceWish(draft: Draft): Omit<QuoteImageInput, 'modelId'> {
  const { task, source, width, height, steps, count, factor } = draft;
  if (task === 'TEXT_TO_IMAGE' || source === null) return { task, width, height, steps, count };
  const from = { task, sourceWidth: source.width, sourceHeight: source.height };
  return task === 'UPSCALE' ? { ...from, factor } : { ...from, steps, count };
}
