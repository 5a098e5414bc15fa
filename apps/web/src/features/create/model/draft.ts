import type { Dab } from './mask.ts';
import { parseDabs } from './mask.ts';

/** What is to be done. The words are the API's. */
export const TASKS = ['TEXT_TO_IMAGE', 'IMAGE_TO_IMAGE', 'UPSCALE', 'INPAINT'] as const;
export type Task = (typeof TASKS)[number];

/** The picture to start from: one of the gallery, or a file that was uploaded. */
export interface DraftSource {
  readonly kind: 'image' | 'asset';
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Everything the create page lets a person choose; kept across reloads. */
export interface Draft {
  readonly task: Task;
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly styleId: string | null;
  readonly modelId: string | null;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
  /** As typed; digits when it is in order. */
  readonly seed: string;
  /** Locked seeds stay; others are rolled anew for every picture. */
  readonly isSeedLocked: boolean;
  /** Pictures at once. */
  readonly count: number;
  /** How far a picture may leave its source, in hundredths. */
  readonly strength: number;
  readonly factor: 2 | 4;
  readonly source: DraftSource | null;
  /** What was painted over the source: the part to make anew. */
  readonly dabs: readonly Dab[];
}

export const SEED_MAX = 4_294_967_295;
export const COUNT_MAX = 8;

export const NEW_DRAFT: Draft = {
  task: 'TEXT_TO_IMAGE',
  prompt: '',
  negativePrompt: '',
  styleId: null,
  modelId: null,
  width: 512,
  height: 512,
  steps: 20,
  seed: '',
  isSeedLocked: false,
  count: 1,
  strength: 60,
  factor: 2,
  source: null,
  dabs: [],
};

const isWithin = (value: unknown, min: number, max: number): value is number =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

function parseSource(stored: unknown): DraftSource | null {
  const { kind, id, width, height } = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<
    Record<keyof DraftSource, unknown>
  >;
  if ((kind !== 'image' && kind !== 'asset') || typeof id !== 'string') return null;
  return isWithin(width, 1, 100_000) && isWithin(height, 1, 100_000) ? { kind, id, width, height } : null;
}

/** Reads a stored draft, field by field; what is missing or of another kind takes its default. */
export function parseDraft(stored: unknown): Draft {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  const text = (name: 'prompt' | 'negativePrompt' | 'seed') =>
    typeof from[name] === 'string' ? from[name] : NEW_DRAFT[name];
  const name = (field: 'styleId' | 'modelId') => (typeof from[field] === 'string' ? from[field] : null);
  const whole = (field: 'width' | 'height' | 'steps' | 'count' | 'strength', min: number, max: number) =>
    isWithin(from[field], min, max) ? from[field] : NEW_DRAFT[field];
  return {
    task: TASKS.find((task) => task === from['task']) ?? NEW_DRAFT.task,
    prompt: text('prompt'),
    negativePrompt: text('negativePrompt'),
    styleId: name('styleId'),
    modelId: name('modelId'),
    width: whole('width', 1, 100_000),
    height: whole('height', 1, 100_000),
    steps: whole('steps', 1, 1_000),
    seed: text('seed'),
    isSeedLocked: from['isSeedLocked'] === true,
    count: whole('count', 1, COUNT_MAX),
    strength: whole('strength', 0, 100),
    factor: from['factor'] === 4 ? 4 : 2,
    source: parseSource(from['source']),
    dabs: parseDabs(from['dabs']),
  };
}

/** Reads a typed seed; null when it is not a whole number in range. */
export function parseSeed(typed: string): number | null {
  if (!/^\d{1,10}$/u.test(typed.trim())) return null;
  const seed = Number(typed.trim());
  return seed <= SEED_MAX ? seed : null;
}

/** A seed from the browser's random source. */
export function rollSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}
