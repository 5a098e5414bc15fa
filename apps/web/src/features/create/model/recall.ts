import type { Draft } from './draft.ts';
import { NEW_DRAFT } from './draft.ts';
import type { StudioPicture } from './scene.ts';

/** A picture with what it was made with. */
export interface MadePicture extends StudioPicture {
  readonly negativePrompt: string | null;
  readonly seed: number | null;
  readonly settings: unknown;
  readonly model: { readonly id: string } | null;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
const numberOf = (value: unknown, fallback: number) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fallback;
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

/** The draft that makes a picture from words as this one was made; its seed is locked, so that it comes out alike. */
export function draftOf(picture: MadePicture): Partial<Draft> {
  const settings = record(picture.settings);
  const isMade = settings['task'] === undefined || settings['task'] === 'TEXT_TO_IMAGE';
  return {
    task: 'TEXT_TO_IMAGE',
    // The picture's own reading of a prompt with choices: its seed means that one.
    prompt: picture.prompt ?? '',
    negativePrompt: picture.negativePrompt ?? '',
    styleId: textOf(settings['styleId']),
    modelId: picture.model?.id ?? null,
    width: isMade ? picture.width : NEW_DRAFT.width,
    height: isMade ? picture.height : NEW_DRAFT.height,
    steps: isMade ? numberOf(settings['steps'], NEW_DRAFT.steps) : NEW_DRAFT.steps,
    count: 1,
    seed: picture.seed === null ? '' : String(picture.seed),
    isSeedLocked: picture.seed !== null,
  };
}

/** The pictures that one job made together, in order; empty when it made one. */
export function batchOf(picture: Pick<MadePicture, 'settings'>): readonly string[] {
  const ids = record(record(picture.settings)['batch'])['imageIds'];
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, 8) : [];
}

/** The picture of the gallery that this one was made from. */
export function parentOf(picture: Pick<MadePicture, 'settings'>): string | null {
  return textOf(record(record(picture.settings)['source'])['imageId']);
}

const HISTORY_MAX = 12;

/** The prompts of the latest pictures, each once. */
export function promptsOf(pictures: readonly StudioPicture[]): readonly string[] {
  const prompts = pictures.flatMap(({ prompt }) => (prompt === null || prompt.trim() === '' ? [] : [prompt]));
  return [...new Set(prompts)].slice(0, HISTORY_MAX);
}
