import type { Block } from './block.ts';
import type { DocumentHead, DocumentPart } from './contract.ts';

/** Blocks of a document without pages that are told and kept together, at least; a long one has as many parts as eyes can follow. */
const BLOCKS_A_PART_MIN = 100;
const PARTS_MAX = 300;

type HeadWithoutCount = Pick<DocumentHead, 'format' | 'title' | 'language'>;

/** Tells a document that flows as stretches of blocks; its page count is what its blocks say. */
export function* inParts(
  head: HeadWithoutCount,
  blocks: readonly Block[],
  fromPart: number,
): Generator<DocumentHead | DocumentPart, void> {
  const size = Math.max(BLOCKS_A_PART_MIN, Math.ceil(blocks.length / PARTS_MAX));
  const partCount = Math.max(1, Math.ceil(blocks.length / size));
  yield { ...head, pageCount: blocks.at(-1)?.page ?? null, partCount };
  for (let number = fromPart; number <= partCount; number += 1)
    yield { number, blocks: blocks.slice((number - 1) * size, number * size) };
}
