import type { AssetsContext } from '../../context.ts';
import { makeCover as operation } from '../../operations/make-cover.ts';

interface Args {
  readonly boardId: string;
  readonly thumbnailIds: readonly string[];
}

export function makeCover(_: unknown, cover: Args, { viewer, deps }: AssetsContext) {
  return operation(cover, { viewer, deps });
}
