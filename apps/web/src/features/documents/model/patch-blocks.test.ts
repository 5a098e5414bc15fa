import { describe, expect, it } from 'vitest';
import { placeBlock, replaceBlock } from './patch-blocks.ts';

const block = (id: string, more: object = {}) => ({
  id,
  position: 'abcdef'.indexOf(id) + 1,
  isLeftOut: false,
  text: '',
  ...more,
});
const pages = ['abc', 'def'].map((ids) => ({ edges: [...ids].map((id) => ({ node: block(id) })) }));
const ids = (some: typeof pages | undefined) => some?.map(({ edges }) => edges.map(({ node }) => node.id).join(''));
const ALL = { withLeftOut: true };

describe('a block that was corrected', () => {
  it('stands where it stood, and the others are as they were', () => {
    const corrected = { ...block('e'), text: 'new' };
    const after = replaceBlock(pages, corrected, ALL);
    expect(after?.[1]?.edges[1]?.node).toEqual(corrected);
    expect(ids(after)).toEqual(['abc', 'def']);
  });

  it('goes when it is left out, unless what is left out is shown too', () => {
    const left = block('b', { isLeftOut: true });
    expect(ids(replaceBlock(pages, left, { withLeftOut: false }))).toEqual(['ac', 'def']);
    expect(ids(replaceBlock(pages, left, ALL))).toEqual(['abc', 'def']);
  });

  it('is to be asked for where its place is not known here: not yet read, or elsewhere by now', () => {
    expect(replaceBlock(pages, block('z'), ALL)).toBeUndefined();
    expect(replaceBlock(pages, block('b', { position: 5 }), ALL)).toBeUndefined();
  });
});

describe('a block that was moved', () => {
  it.each([
    ['e', 'a', ['aebc', 'df']],
    ['a', 'd', ['bc', 'daef']],
    ['c', null, ['cab', 'def']],
    ['a', null, ['abc', 'def']],
  ] as const)('%s stands behind %s', (id, after, wanted) =>
    expect(ids(placeBlock(pages, block(id, { position: 9 }), after))).toEqual(wanted),
  );

  it('is to be asked for when it, or what it stands behind, is not here', () => {
    expect(placeBlock(pages, block('z'), 'a')).toBeUndefined();
    expect(placeBlock(pages, block('a'), 'z')).toBeUndefined();
  });
});
