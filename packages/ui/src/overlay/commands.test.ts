import { describe, expect, it } from 'vitest';
import { findCommands, placeAfterKey } from './commands.ts';

const command = (name: string, alsoKnownAs: string) => ({ id: name, name, alsoKnownAs, onAction: () => undefined });
const GROUPS = [
  { name: 'Places', commands: [command('Gallery', 'pictures 갤러리'), command('Files', 'uploads 파일')] },
  { name: 'Settings', commands: [command('Café mode', '')] },
];
const found = (typed: string) => findCommands(GROUPS, typed).flatMap(({ commands }) => commands.map(({ id }) => id));

describe('what is found by what is typed', () => {
  it('is everything while nothing is', () => {
    expect(findCommands(GROUPS, '  ')).toEqual(GROUPS);
  });

  it('is what has all the words, in any order, by any of its names', () => {
    expect(found('pic gal')).toEqual(['Gallery']);
    expect(found('gal files')).toEqual([]);
    expect(findCommands(GROUPS, 'uploads').map(({ name }) => name)).toEqual(['Places']);
  });

  it('is no more of a group than it says; the others come as one types on', () => {
    const boards = [
      { name: 'Boards', most: 2, commands: ['Herons', 'Ponds', 'Herds'].map((name) => command(name, '')) },
    ];
    const shown = (typed: string) =>
      findCommands(boards, typed).flatMap(({ commands }) => commands.map(({ id }) => id));
    expect(shown('')).toEqual(['Herons', 'Ponds']);
    expect(shown('her')).toEqual(['Herons', 'Herds']);
  });

  it('does not ask for case or marks, nor for a Korean syllable that is whole', () => {
    expect(found('CAFE')).toEqual(['Café mode']);
    expect(found('갤러')).toEqual(['Gallery']);
    expect(found('파이')).toEqual(['Files']);
  });
});

describe('a key in the list', () => {
  it('leads round its ends, from nowhere to the first or the last', () => {
    const from = (at: number) => ({ at, count: 3 });
    expect(placeAfterKey('ArrowDown', from(-1))).toBe(0);
    expect(placeAfterKey('ArrowUp', from(-1))).toBe(2);
    expect(placeAfterKey('ArrowDown', from(2))).toBe(0);
    expect(placeAfterKey('Home', from(2))).toBe(0);
    expect(placeAfterKey('End', from(0))).toBe(2);
  });

  it('leads nowhere when it is another key, or nothing is found', () => {
    expect(placeAfterKey('a', { at: 0, count: 3 })).toBeUndefined();
    expect(placeAfterKey('ArrowDown', { at: -1, count: 0 })).toBeUndefined();
  });
});
