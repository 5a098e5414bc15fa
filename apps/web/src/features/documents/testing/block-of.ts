import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';

/** A block for a test or a story: a paragraph unless told otherwise. */
export function blockOf(parts: Partial<BlockPartsFragment> = {}): BlockPartsFragment {
  return {
    __typename: 'Block',
    id: 'block-1',
    kind: 'PARAGRAPH',
    position: 1,
    page: 1,
    level: null,
    text: '빛은 곧게 나아간다.',
    spans: [],
    isOrdered: null,
    items: null,
    rows: null,
    caption: null,
    label: null,
    version: 0,
    isCorrected: false,
    isLeftOut: false,
    confidence: null,
    ...parts,
  } as BlockPartsFragment;
}
