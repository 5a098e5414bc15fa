import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { includesTier } from './model.ts';
import type { ImageTask, Model, Terms } from './model.ts';
import type { Work } from './price.ts';

/** What a person asks for, as it comes in. */
export interface TextToImageInput {
  readonly prompt: string;
  readonly negativePrompt?: string | null;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly steps?: number | null;
  readonly seed?: number | null;
  readonly idempotencyKey?: string | null;
}

/** The same, checked; `seed` is absent when it is to be chosen. */
export interface ImageWish extends Work {
  readonly prompt: string;
  readonly negativePrompt: string | null;
  readonly seed: number | null;
}

const SEED_MAX = 4_294_967_295;
const KEY_CHARACTERS_MAX = 100;
/** At least one character that is seen. */
const VISIBLE = /[^\s\p{C}]/u;

type Field = keyof TextToImageInput | 'modelId' | 'task';
type Details = Record<string, string | number>;

const invalid = (field: Field, reason: string, params: Details = {}): Refusal =>
  refuse('INVALID_INPUT', reason, { path: ['input', field], params });

/** Checks the words and numbers of a wish against the model; what is left out is taken from its defaults. */
export function parseWish(input: TextToImageInput, model: Model): ImageWish | Refusal {
  const work = toWork(input, model);
  const prompt = input.prompt.trim().normalize('NFC');
  const negativePrompt = input.negativePrompt?.trim().normalize('NFC') || null;
  const seed = input.seed ?? null;
  const max = model.limits.promptCharactersMax;
  if (!VISIBLE.test(prompt)) return invalid('prompt', 'prompt.empty');
  if (prompt.length > max) return invalid('prompt', 'prompt.tooLong', { max });
  if (negativePrompt && negativePrompt.length > max) return invalid('negativePrompt', 'prompt.tooLong', { max });
  if (seed !== null && !isWithin(seed, 0, SEED_MAX)) return invalid('seed', 'seed.range', { max: SEED_MAX });
  return refuseKey(input) ?? refuseWork(work, model) ?? { ...work, prompt, negativePrompt, seed };
}

export function toWork(input: Partial<Record<keyof Work, number | null>>, { defaults }: Model): Work {
  return {
    width: input.width ?? defaults.width,
    height: input.height ?? defaults.height,
    steps: input.steps ?? defaults.steps,
  };
}

/** What no plan can do with this model. */
export function refuseWork(work: Work, { limits }: Model): Refusal | undefined {
  const { sidePixelsMin: min, sidePixelsMax: max, sidePixelsStep: step, stepsMin, stepsMax } = limits;
  for (const side of ['width', 'height'] as const) {
    if (!isWithin(work[side], min, max)) return invalid(side, 'size.range', { min, max });
    if (work[side] % step !== 0) return invalid(side, 'size.step', { step });
  }
  if (!isWithin(work.steps, stepsMin, stepsMax))
    return invalid('steps', 'steps.range', { min: stepsMin, max: stepsMax });
  return undefined;
}

/** What this person's plan does not include. */
export function refuseByTerms(work: Work, { model, terms }: { model: Model; terms: Terms }): Refusal | undefined {
  if (!includesTier(terms.tier, model.minimumTier)) {
    return refuse('TIER_LIMIT', 'model.tier', { path: ['input', 'modelId'], params: { model: model.name } });
  }
  const max = terms.imageSidePixelsMax;
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

function refuseKey({ idempotencyKey: key }: TextToImageInput): Refusal | undefined {
  if (key === null || key === undefined || isWithin(key.length, 1, KEY_CHARACTERS_MAX)) return undefined;
  return invalid('idempotencyKey', 'key.length', { max: KEY_CHARACTERS_MAX });
}

function isWithin(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
