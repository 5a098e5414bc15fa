import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { charactersOf, isPlainLine, isPlainText, isSeen } from '@modu/plain-text';
import { includesTier } from './model.ts';
import type { ImageTask, Model, Terms } from './model.ts';
import type { Work } from './price.ts';
import { findStyle } from './styles.ts';

/** What a person asks for in words and numbers, as it comes in; each task reads the fields that it has. */
export interface WishInput {
  readonly prompt?: string | null;
  readonly negativePrompt?: string | null;
  readonly styleId?: string | null;
  readonly seed?: number | null;
  readonly count?: number | null;
  readonly strength?: number | null;
  readonly factor?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The same, checked; `seed` is null when it is to be chosen. */
export interface Wish {
  readonly prompt: string;
  readonly negativePrompt: string | null;
  readonly styleId: string | null;
  readonly seed: number | null;
  readonly count: number;
  readonly strength: number | null;
  readonly factor: 2 | 4 | null;
}

/** Pictures that one job makes at most. */
export const BATCH_MAX = 8;
export const SEED_MAX = 4_294_967_295;
const KEY_CHARACTERS_MAX = 100;
const STRENGTH_DEFAULT = 0.6;

export type Field =
  | keyof WishInput
  | ('modelId' | 'task' | 'width' | 'height' | 'steps' | 'imageId' | 'assetId' | 'maskPng')
  | ('sourceWidth' | 'sourceHeight');
type Details = Record<string, string | number>;

export const invalid = (field: Field, reason: string, params: Details = {}): Refusal =>
  refuse('INVALID_INPUT', reason, { path: ['input', field], params });

export const needsWords = (task: ImageTask): boolean => task === 'TEXT_TO_IMAGE' || task === 'IMAGE_TO_IMAGE';
const hasStrength = (task: ImageTask): boolean => task === 'IMAGE_TO_IMAGE' || task === 'INPAINT';

/** Checks the words and numbers of a wish. The length of its words is looked at first: they may be long. */
export function parseWish(input: WishInput, model: Model, task: ImageTask = 'TEXT_TO_IMAGE'): Wish | Refusal {
  return refuseWords(input, model, task) ?? refuseNumbers(input, task) ?? toWish(input, task);
}

function toWish(input: WishInput, task: ImageTask): Wish {
  return {
    prompt: (input.prompt ?? '').trim().normalize('NFC'),
    negativePrompt: input.negativePrompt?.trim().normalize('NFC') || null,
    styleId: input.styleId || null,
    seed: input.seed ?? null,
    count: input.count ?? 1,
    strength: hasStrength(task) ? (input.strength ?? STRENGTH_DEFAULT) : null,
    factor: task === 'UPSCALE' ? (input.factor === 4 ? 4 : 2) : null,
  };
}

function refuseWords(input: WishInput, { limits }: Model, task: ImageTask): Refusal | undefined {
  const max = limits.promptCharactersMax;
  const { idempotencyKey: key, prompt, negativePrompt } = input;
  if (charactersOf(prompt ?? '') > max) return invalid('prompt', 'prompt.tooLong', { max });
  if (charactersOf(negativePrompt ?? '') > max) return invalid('negativePrompt', 'prompt.tooLong', { max });
  if (!isPlainText(prompt ?? '')) return invalid('prompt', 'prompt.characters');
  if (!isPlainText(negativePrompt ?? '')) return invalid('negativePrompt', 'prompt.characters');
  if (needsWords(task) && !isSeen(prompt ?? '')) return invalid('prompt', 'prompt.empty');
  if (input.styleId && !findStyle(input.styleId)) return invalid('styleId', 'style.unknown');
  if (key === null || key === undefined) return undefined;
  if (isWithin(key.length, 1, KEY_CHARACTERS_MAX) && isPlainLine(key)) return undefined;
  return invalid('idempotencyKey', 'key.length', { max: KEY_CHARACTERS_MAX });
}

function refuseNumbers(input: WishInput, task: ImageTask): Refusal | undefined {
  const { seed, strength } = input;
  if (seed !== null && seed !== undefined && !isWithin(seed, 0, SEED_MAX))
    return invalid('seed', 'seed.range', { max: SEED_MAX });
  if (hasStrength(task) && !((strength ?? STRENGTH_DEFAULT) >= 0 && (strength ?? STRENGTH_DEFAULT) <= 1))
    return invalid('strength', 'strength.range');
  return refuseTimes(input, task);
}

/** How many pictures, and how many times larger: what a price needs to know too. */
export function refuseTimes(
  { count, factor }: Pick<WishInput, 'count' | 'factor'>,
  task: ImageTask,
): Refusal | undefined {
  const most = task === 'UPSCALE' ? 1 : BATCH_MAX;
  if (!isWithin(count ?? 1, 1, most)) return invalid('count', 'count.range', { max: most });
  if (task === 'UPSCALE' && ![2, 4].includes(factor ?? 2)) return invalid('factor', 'factor.choice');
  return undefined;
}

/** What this person's plan does not include. An enlarged picture may be twice as long as one that is made. */
export function refuseByTerms(
  work: Work,
  { model, terms, task = 'TEXT_TO_IMAGE' }: { model: Model; terms: Terms; task?: ImageTask },
): Refusal | undefined {
  if (!includesTier(terms.tier, model.minimumTier)) {
    return refuse('TIER_LIMIT', 'model.tier', { path: ['input', 'modelId'], params: { model: model.name } });
  }
  const max = terms.imageSidePixelsMax * (task === 'UPSCALE' ? 2 : 1);
  const side = (['width', 'height'] as const).find((name) => work[name] > max);
  return side && refuse('TIER_LIMIT', 'size.tier', { path: ['input', side], params: { max } });
}

/** A model must exist, be ready, and know the task. */
export function refuseModel(model: Model | undefined, task: ImageTask): Refusal | undefined {
  if (!model) return refuse('NOT_FOUND', 'model.unknown', { path: ['input', 'modelId'] });
  if (!model.tasks.includes(task)) return invalid('task', 'model.task', { model: model.name });
  if (!model.available) return refuse('ENGINE_UNAVAILABLE', 'model.unavailable', { path: ['input', 'modelId'] });
  return undefined;
}

export function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
