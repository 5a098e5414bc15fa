import { describe, expect, it } from 'vitest';
import { edgePlace, firstPlace, movePlace, openPlaces, placeOfPrint, stepOf, sureShare } from './proof-cursor.ts';
import type { ProofLine, Step } from './proof-cursor.ts';

const piece = (at: number, start: number, path: readonly number[] = []) => ({
  at,
  length: 2,
  blockId: 'd:1',
  path,
  start,
  end: start + 1,
  undecided: null,
});
const page: readonly ProofLine[] = [
  { cells: '', pieces: [] },
  { cells: '⠁⠃⠉⠙', pieces: [piece(0, 0), piece(2, 1)] },
  { cells: '', pieces: [] },
  { cells: '⠑⠋⠛⠓', pieces: [piece(0, 2), piece(2, 3, [1])] },
];
const walk = (...steps: readonly Step[]) =>
  steps.reduce((place, step) => movePlace(page, place, step), firstPlace(page)!);

describe('the cursor of the proof view', () => {
  it('begins at the first piece, goes over empty lines and stays on the page', () => {
    expect(walk()).toEqual({ line: 1, piece: 0 });
    expect(walk('next', 'next')).toEqual({ line: 3, piece: 0 });
    expect(walk('next', 'next', 'previous')).toEqual({ line: 1, piece: 1 });
    expect(walk('last', 'next', 'down')).toEqual({ line: 3, piece: 1 });
    expect(walk('previous', 'up')).toEqual({ line: 1, piece: 0 });
  });

  it('goes up and down to what stands there, and to the ends of a line and of the page', () => {
    expect(walk('next', 'down')).toEqual({ line: 3, piece: 1 });
    expect(walk('lineEnd', 'down', 'lineStart')).toEqual({ line: 3, piece: 0 });
    expect(walk('last', 'first')).toEqual({ line: 1, piece: 0 });
  });

  it('is found from a character of print, in its item or cell', () => {
    expect(placeOfPrint(page, { blockId: 'd:1', path: [], offset: 2 })).toEqual({ line: 3, piece: 0 });
    expect(placeOfPrint(page, { blockId: 'd:1', path: [1], offset: 3 })).toEqual({ line: 3, piece: 1 });
    expect(placeOfPrint(page, { blockId: 'd:1', path: [], offset: 9 })).toBeNull();
  });

  it('knows the keys, and leaves the others alone', () => {
    expect(stepOf({ key: 'ArrowRight', ctrlKey: false })).toBe('next');
    expect(stepOf({ key: 'Home', ctrlKey: true })).toBe('first');
    expect(stepOf({ key: 'Tab', ctrlKey: false })).toBeUndefined();
  });

  it('goes round the places that the rules leave open, and says how sure the rest is', () => {
    const open = (at: number, start: number) => ({ ...piece(at, start), undecided: 'NO_SIGN' });
    const lines = [
      { cells: '⠁⠃⠉⠙', pieces: [piece(0, 0), open(2, 1)] },
      { cells: '⠁⠃⠉⠙', pieces: [open(0, 2), piece(2, 3)] },
    ];
    expect(openPlaces(lines, { line: 0, piece: 0 }, 1)).toEqual({ line: 0, piece: 1 });
    expect(openPlaces(lines, { line: 0, piece: 1 }, 1)).toEqual({ line: 1, piece: 0 });
    expect(openPlaces(lines, { line: 1, piece: 0 }, 1)).toEqual({ line: 0, piece: 1 });
    expect(openPlaces(lines, { line: 0, piece: 0 }, -1)).toEqual({ line: 1, piece: 0 });
    expect(openPlaces(page, null, 1)).toBeNull();
    expect([sureShare(lines, 'd:1'), sureShare(page, 'd:1'), sureShare(page, null)]).toEqual([0.5, 1, null]);
    expect([edgePlace(page, 'first'), edgePlace(page, 'last')]).toEqual([
      { line: 1, piece: 0 },
      { line: 3, piece: 1 },
    ]);
  });

  it('has nowhere to stand on an empty page', () => {
    expect(firstPlace([{ cells: '', pieces: [] }])).toBeNull();
  });
});
