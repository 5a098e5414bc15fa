import { describe, expect, it } from 'vitest';
import { blockOf } from '../testing/block-of.ts';
import { changesOf, draftFrom, draftOf, fieldsOf } from './drafts.ts';

const block = blockOf({ text: '빛' });
const list = blockOf({
  kind: 'LIST',
  items: ['해', '달'].map((text) => ({ depth: 0, marker: '1.', text, spans: [] })) as never,
});

describe('a draft of a correction', () => {
  it('is the same after it was kept field by field, and takes nothing that is none of the block', () => {
    const draft = {
      ...draftOf(list),
      kind: 'PARAGRAPH' as const,
      texts: [
        { path: [0], text: '해님' },
        { path: [1], text: '' },
      ],
    };
    expect(draftFrom(list, fieldsOf(draft))).toEqual(draft);
    expect(draftFrom(block, { kind: 'SCRIPT', level: 'x', 'text 0': 'of a list' })).toEqual(draftOf(block));
  });

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
