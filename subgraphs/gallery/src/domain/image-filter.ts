import { isRefusal, refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { isPlainLine } from '@modu/plain-text';
import { isMoment } from './moment.ts';
import { parseSearch } from './search-words.ts';
import type { SearchWords } from './search-words.ts';

export type ImageShape = 'SQUARE' | 'LANDSCAPE' | 'PORTRAIT';

/** Which of an owner's pictures a list shows. What is left out does not matter. */
export interface ImageFilter {
  /** In the trash, instead of on the wall. */
  readonly trashed: boolean;
  readonly search?: SearchWords;
  readonly starred?: boolean;
  readonly boardId?: string;
  readonly modelId?: string;
  readonly shape?: ImageShape;
  readonly tag?: string;
  /** Of at least so many pixels, width by height. */
  readonly pixelsMin?: number;
  readonly pixelsMax?: number;
  /** From this moment on. */
  readonly createdFrom?: Date;
  /** Before this moment. */
  readonly createdTo?: Date;
}

/** The arguments of the fields that list, count and group pictures, as GraphQL hands them over. */
export interface ImageFilterArguments {
  readonly search?: string | null;
  readonly starred?: boolean | null;
  readonly trashed?: boolean | null;
  readonly boardId?: string | null;
  readonly modelId?: string | null;
  readonly shape?: ImageShape | null;
  readonly tag?: string | null;
  readonly pixelsMin?: number | null;
  readonly pixelsMax?: number | null;
  readonly createdFrom?: Date | null;
  readonly createdTo?: Date | null;
}

const NAME_LENGTH_MAX = 200;

/** Checks the filter of a list; a refusal names the argument that is wrong. */
export function parseImageFilter(wanted: ImageFilterArguments): ImageFilter | Refusal {
  const search = parseSearch(wanted.search);
  if (isRefusal(search)) return search;
  const wrong = wrongArgument(wanted);
  if (wrong) return refuse('INVALID_INPUT', 'images.filter', { path: [wrong], params: { field: wrong } });
  const { trashed, starred, boardId, modelId, shape, tag, pixelsMin, pixelsMax, createdFrom, createdTo } = wanted;
  return {
    trashed: trashed ?? false,
    ...(search ? { search } : {}),
    ...(typeof starred === 'boolean' ? { starred } : {}),
    ...(boardId ? { boardId } : {}),
    ...(modelId ? { modelId } : {}),
    ...(shape ? { shape } : {}),
    ...(tag ? { tag: tag.normalize('NFC').trim().toLowerCase() } : {}),
    ...(typeof pixelsMin === 'number' ? { pixelsMin } : {}),
    ...(typeof pixelsMax === 'number' ? { pixelsMax } : {}),
    ...(createdFrom ? { createdFrom } : {}),
    ...(createdTo ? { createdTo } : {}),
  };
}

function wrongArgument({ boardId, modelId, tag, ...bounds }: ImageFilterArguments): string | undefined {
  if (boardId && !isId(boardId)) return 'boardId';
  if (modelId && isNoName(modelId)) return 'modelId';
  if (tag && isNoName(tag)) return 'tag';
  return wrongBound(bounds);
}

function wrongBound({ pixelsMin, pixelsMax, createdFrom, createdTo }: ImageFilterArguments): string | undefined {
  if ((pixelsMin ?? 1) < 1) return 'pixelsMin';
  if ((pixelsMax ?? Infinity) < (pixelsMin ?? 1)) return 'pixelsMax';
  if (createdFrom && !isMoment(createdFrom.getTime())) return 'createdFrom';
  if (createdTo && !isMoment(createdTo.getTime())) return 'createdTo';
  if (createdFrom && createdTo && createdFrom >= createdTo) return 'createdTo';
  return undefined;
}

const isNoName = (text: string) => text.length > NAME_LENGTH_MAX || !isPlainLine(text);

/** Whether the kept counts answer this filter, without reading a picture. */
export function isPlain({ trashed, starred, ...rest }: ImageFilter): boolean {
  return Object.keys(rest).length === 0 && !(trashed && starred !== undefined);
}

/** All pictures of the wall. */
export function isWhole(filter: ImageFilter): boolean {
  return isPlain(filter) && !filter.trashed && filter.starred === undefined;
}

/** The one model, shape or tag that a filter asks for, when it asks for nothing else: of those, counts are kept by day. */
export function keptFacetOf({
  trashed,
  modelId,
  shape,
  tag,
  ...rest
}: ImageFilter): { readonly kind: 'model' | 'shape' | 'tag'; readonly value: string } | undefined {
  const [facet, ...more] = [
    ...(modelId === undefined ? [] : [{ kind: 'model', value: modelId } as const]),
    ...(shape === undefined ? [] : [{ kind: 'shape', value: shape } as const]),
    ...(tag === undefined ? [] : [{ kind: 'tag', value: tag } as const]),
  ];
  return trashed || more.length > 0 || Object.keys(rest).length > 0 ? undefined : facet;
}

/** The sizes that a filter asks for, when it asks for nothing else: pictures of each size are counted by day, too. */
export function keptSizesOf({ trashed, pixelsMin, pixelsMax, ...rest }: ImageFilter): PixelSpan | undefined {
  if (trashed || Object.keys(rest).length > 0) return undefined;
  return pixelsMin === undefined && pixelsMax === undefined ? undefined : { pixelsMin, pixelsMax };
}

export interface PixelSpan {
  readonly pixelsMin: number | undefined;
  readonly pixelsMax: number | undefined;
}

/** From how many pixels on pictures are counted by size: what a screen, a postcard, a page and a poster take. */
export const SIZE_STEPS = [1_000_000, 4_000_000, 8_000_000, 16_000_000] as const;
