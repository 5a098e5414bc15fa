import type { ImageShape, ImageSort } from '../../../lib/graph/generated/graphql.ts';
import { isDay, momentAfter, momentOf } from '../../../lib/days/day.ts';

/** Which pictures a wall shows; the variables of its questions to the API. */
export interface WallFilter {
  readonly search?: string;
  readonly starred?: true;
  readonly trashed?: true;
  readonly boardId?: string;
  readonly modelId?: string;
  readonly shape?: ImageShape;
  readonly tag?: string;
  /** Width by height. */
  readonly pixelsMin?: number;
  readonly pixelsMax?: number;
  /** From this moment on. */
  readonly createdFrom?: string;
  /** Before this moment. */
  readonly createdTo?: string;
}

/** What the address of the gallery says. */
export interface GallerySearch extends Omit<WallFilter, 'trashed' | 'createdFrom' | 'createdTo'> {
  /** The first day, in the viewer's zone: `2026-11-01`. */
  readonly from?: string;
  /** The last day. */
  readonly to?: string;
  readonly sort?: ImageSort;
  /** The page that is shown, when the wall is shown in pages. */
  readonly page?: number;
}

const SHAPES: readonly unknown[] = ['SQUARE', 'LANDSCAPE', 'PORTRAIT'] satisfies ImageShape[];
const SORTS: readonly unknown[] = ['OLDEST', 'LARGEST'] satisfies ImageSort[];
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

const isPixels = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) < 2 ** 31;

/** Reads an address that anyone may have written; what makes no sense is left out. */
export function parseGallerySearch(given: Readonly<Record<string, unknown>>): GallerySearch {
  const { search, starred, boardId, modelId, shape, tag, sort, page } = given;
  return {
    ...(isText(search) ? { search } : {}),
    ...(starred === true ? { starred } : {}),
    ...parseDays(given),
    ...(isText(boardId) && ID.test(boardId) ? { boardId } : {}),
    ...(isText(modelId) ? { modelId } : {}),
    ...(SHAPES.includes(shape) ? { shape: shape as ImageShape } : {}),
    ...parseSizes(given),
    ...(isText(tag) ? { tag } : {}),
    ...(SORTS.includes(sort) ? { sort: sort as ImageSort } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page >= 1 ? { page } : {}),
  };
}

/** What the address of a board says: the last day that is shown of it. */
export type BoardSearch = Pick<GallerySearch, 'to'>;

/** Reads the address of a board, which anyone may have written. */
export const parseBoardSearch = ({ to }: Readonly<Record<string, unknown>>): BoardSearch => parseDays({ to });

/** The days of an address; the last one is left out when it comes before the first. */
function parseDays({ from, to }: Readonly<Record<string, unknown>>): Pick<GallerySearch, 'from' | 'to'> {
  const isFrom = isDay(from);
  return { ...(isFrom ? { from } : {}), ...(isDay(to) && !(isFrom && to < from) ? { to } : {}) };
}

/** The sizes of an address; the largest is left out when it is below the smallest. */
function parseSizes({ pixelsMin, pixelsMax }: Readonly<Record<string, unknown>>): SizeSpan {
  const least = isPixels(pixelsMin) ? pixelsMin : 1;
  return {
    ...(isPixels(pixelsMin) ? { pixelsMin } : {}),
    ...(isPixels(pixelsMax) && pixelsMax >= least ? { pixelsMax } : {}),
  };
}

/** From how many pixels to how many. */
export type SizeSpan = Pick<WallFilter, 'pixelsMin' | 'pixelsMax'>;

/** The same in the words of the API; days begin and end where the viewer is. */
export function filterOf({ sort: _, page: __, from, to, ...rest }: GallerySearch): WallFilter {
  return {
    ...rest,
    ...(from === undefined ? {} : { createdFrom: momentOf(from) }),
    ...(to === undefined ? {} : { createdTo: momentAfter(to) }),
  };
}

/** By what a wall can be narrowed, each to be taken away again. */
export const NARROWINGS = ['search', 'starred', 'date', 'boardId', 'modelId', 'shape', 'size', 'tag'] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** What an address says of each. */
const wordsOf = (by: Narrowing): readonly (keyof GallerySearch)[] =>
  by === 'date' ? ['from', 'to'] : by === 'size' ? ['pixelsMin', 'pixelsMax'] : [by];

/** What the wall is narrowed by. */
export function narrowingsOf(search: GallerySearch): readonly Narrowing[] {
  return NARROWINGS.filter((one) => wordsOf(one).some((word) => search[word] !== undefined));
}

/** The wall without one of its filters, from its first page on. */
export function widen(search: GallerySearch, by: Narrowing): GallerySearch {
  const { page, ...rest } = search;
  const leftOut: readonly string[] = wordsOf(by);
  const left = Object.fromEntries(Object.entries(rest).filter(([name]) => !leftOut.includes(name))) as GallerySearch;
  return page === undefined ? left : { ...left, page: 1 };
}

/** The wall narrowed further, from its first page on. */
export function narrow(search: GallerySearch, by: Narrowing, to: GallerySearch): GallerySearch {
  return { ...widen(search, by), ...to };
}

/** The whole wall, in the order and the manner it is shown in. */
export function wholeWall({ sort, page }: GallerySearch): GallerySearch {
  return { ...(sort === undefined ? {} : { sort }), ...(page === undefined ? {} : { page: 1 }) };
}
