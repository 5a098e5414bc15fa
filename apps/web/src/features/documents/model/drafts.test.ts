import { describe, expect, it } from 'vitest';
import type { BlockPartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { changesOf, draftOf } from './drafts.ts';

const block = {
  ...{
    id: 'd:1',
    kind: 'PARAGRAPH',
    position: 1,
    page: null,
    level: null,
    text: '빛',
    spans: [],
    isOrdered: null,
    items: null,
  },
  ...{ rows: null, caption: null, label: null, version: 0, isCorrected: false, isLeftOut: false },
} as unknown as BlockPartsFragment;
const list = {
  ...block,
  kind: 'LIST',
  items: ['해', '달'].map((text) => ({ depth: 0, marker: '1.', text, spans: [] })),
} as BlockPartsFragment;

describe('a draft of a correction', () => {
  it('that changes nothing asks for nothing', () => {
    expect(changesOf(block, draftOf(block))).toEqual([]);
    expect(changesOf(list, draftOf(list))).toEqual([]);
  });

  it('asks for its words first, then for its kind', () => {
    const draft = { kind: 'HEADING' as const, level: 3, texts: [{ path: [], text: '빛과 그림자' }] };
    expect(changesOf(block, draft)).toEqual([
      { path: [], text: '빛과 그림자' },
      { kind: 'HEADING', level: 3 },
    ]);
  });

  it('asks for the items that differ only', () => {
    const { texts, ...rest } = draftOf(list);
    const draft = { ...rest, texts: texts.map((one, at) => (at === 1 ? { ...one, text: '별' } : one)) };
    expect(changesOf(list, draft)).toEqual([{ path: [1], text: '별' }]);
  });
});
