import type { ImageShape, ImageSort } from '../../../lib/graph/generated/graphql.ts';

/** Which pictures a wall shows; the variables of its questions to the API. */
export interface WallFilter {
  readonly search?: string;
  readonly starred?: true;
  readonly trashed?: true;
  readonly boardId?: string;
  readonly modelId?: string;
  readonly shape?: ImageShape;
  readonly tag?: string;
}

/** What the address of the gallery says. */
export interface GallerySearch extends Omit<WallFilter, 'trashed' | 'boardId'> {
  readonly sort?: ImageSort;
  /** The page that is shown, when the wall is shown in pages. */
  readonly page?: number;
}

const SHAPES: readonly unknown[] = ['SQUARE', 'LANDSCAPE', 'PORTRAIT'] satisfies ImageShape[];
const SORTS: readonly unknown[] = ['OLDEST', 'LARGEST'] satisfies ImageSort[];
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200;

/** Reads an address that anyone may have written; what makes no sense is left out. */
export function parseGallerySearch(given: Readonly<Record<string, unknown>>): GallerySearch {
  const { search, starred, modelId, shape, tag, sort, page } = given;
  return {
    ...(isText(search) ? { search } : {}),
    ...(starred === true ? { starred } : {}),
    ...(isText(modelId) ? { modelId } : {}),
    ...(SHAPES.includes(shape) ? { shape: shape as ImageShape } : {}),
    ...(isText(tag) ? { tag } : {}),
    ...(SORTS.includes(sort) ? { sort: sort as ImageSort } : {}),
    ...(typeof page === 'number' && Number.isInteger(page) && page >= 1 ? { page } : {}),
  };
}

/** Whether anything is left out of the wall. */
export function isNarrowed({ search, starred, modelId, shape, tag }: GallerySearch): boolean {
  return [search, starred, modelId, shape, tag].some((value) => value !== undefined);
}
