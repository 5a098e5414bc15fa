import type { Draft, DraftSource } from './draft.ts';
import { NEW_DRAFT, TASKS } from './draft.ts';
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

/**
 * The draft that makes a picture as this one was made, in the same mode and from the same source; its seed is locked, so that
 * it comes out alike. What was painted over a source is kept nowhere: it is painted anew.
 */
export function draftOf(picture: MadePicture): Partial<Draft> {
  const settings = record(picture.settings);
  const source = sourceOf(settings);
  const task = TASKS.find((one) => one === settings['task']) ?? 'TEXT_TO_IMAGE';
  const isFromWords = task === 'TEXT_TO_IMAGE' || source === null;
  const isWhole = task === 'TEXT_TO_IMAGE';
  return {
    task: isFromWords ? 'TEXT_TO_IMAGE' : task,
    // The picture's own reading of a prompt with choices: its seed means that one.
    prompt: picture.prompt ?? '',
    negativePrompt: picture.negativePrompt ?? '',
    styleId: textOf(settings['styleId']),
    modelId: picture.model?.id ?? null,
    width: isWhole ? picture.width : NEW_DRAFT.width,
    height: isWhole ? picture.height : NEW_DRAFT.height,
    steps:
      isWhole || (source !== null && task !== 'UPSCALE')
        ? numberOf(settings['steps'], NEW_DRAFT.steps)
        : NEW_DRAFT.steps,
    strength: Math.round(numberOf(settings['strength'], NEW_DRAFT.strength / 100) * 100),
    factor: settings['factor'] === 4 ? 4 : 2,
    source: isFromWords ? null : source,
    dabs: [],
    count: 1,
    seed: picture.seed === null ? '' : String(picture.seed),
    isSeedLocked: picture.seed !== null,
  };
}

/** What the picture was made from. A job works at the size of its source; one that enlarges, at so many times that. */
function sourceOf(settings: Record<string, unknown>): DraftSource | null {
  const { imageId, assetId } = record(settings['source']);
  const times = settings['task'] === 'UPSCALE' ? numberOf(settings['factor'], 1) : 1;
  const side = (name: 'width' | 'height') => Math.max(1, Math.round(numberOf(settings[name], 0) / times));
  const size = { width: side('width'), height: side('height') };
  if (textOf(imageId) !== null) return { kind: 'image', id: String(imageId), ...size };
  return textOf(assetId) === null ? null : { kind: 'asset', id: String(assetId), ...size };
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
