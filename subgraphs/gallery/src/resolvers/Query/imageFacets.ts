import { isRefusal } from '@modu/errors';
import type { GalleryContext } from '../../context.ts';
import type { Board } from '../../domain/board.ts';
import type { ImageFilterArguments } from '../../domain/image-filter.ts';
import { listFacets } from '../../operations/list-facets.ts';
import { toGraphError } from '../refusal-error.ts';

export async function imageFacets(_: unknown, wanted: ImageFilterArguments, { viewer, deps, boards }: GalleryContext) {
  const facets = await listFacets(wanted, { viewer, deps });
  if (isRefusal(facets)) throw toGraphError(facets, viewer);
  const { model, shape, tag, size, starred } = facets.counts;
  return {
    models: model.map(({ value, count }) => ({ model: { id: value }, count })),
    shapes: shape.map(({ value, count }) => ({ shape: value, count })),
    tags: tag.map(({ value, count }) => ({ tag: value, count })),
    sizes: size
      .map(({ value, count }) => ({ pixelsMin: Number(value), count }))
      .sort((one, other) => one.pixelsMin - other.pixelsMin),
    boards: async () => {
      const counted = await facets.countBoards();
      const found = await boards.byId.loadMany(counted.map(({ value }) => value));
      // One that was deleted meanwhile is left out.
      return counted.flatMap(({ count }, at) => (isBoard(found[at]) ? { board: found[at], count } : []));
    },
    starredCount: starred[0]?.count ?? 0,
    exact: facets.exact,
  };
}

const isBoard = (found: Board | Error | null | undefined): found is Board =>
  found !== null && found !== undefined && !(found instanceof Error);
