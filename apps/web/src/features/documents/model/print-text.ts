import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** The words of a block, or of the item or cell of it that a path names. */
export function printText(block: BlockPartsFragment, path: readonly number[]): string {
  const [first, second] = path;
  if (block.kind === 'LIST') return block.items?.[first ?? 0]?.text ?? '';
  if (block.kind === 'TABLE')
    return first === undefined || second === undefined
      ? (block.caption ?? '')
      : (block.rows?.[first]?.cells[second]?.text ?? '');
  return block.text;
}
