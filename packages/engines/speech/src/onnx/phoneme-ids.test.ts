import { describe, expect, it } from 'vitest';
import { clausesOf, idsOf, phonemesOf } from './phoneme-ids.ts';

const known = (phonemes: string, replaced: Record<string, string[]> = {}) => ({
  ids: new Map([...phonemes].map((phoneme, id) => [phoneme, [id]])),
  replaced: new Map(Object.entries(replaced)),
});

describe('the clauses of a sentence', () => {
  it.each([
    ['At 3.5, or 1,000: "yes?" he said', ['At 3.5,', ' or 1,000:', ' "yes?', ' he said']],
    ['Light — straight – bends; gone...', ['Light;', ' straight;', ' bends;', ' gone.']],
    ['well-known e.g. here?!', ['well-known e.g.', ' here?']],
    ['빛은、곧게。', ['빛은,', '곧게.']],
    ['— … !', []],
  ])('%s', (sentence, clauses) => {
    expect(clausesOf(sentence).map(({ words, mark }) => words + mark)).toEqual(clauses);
  });
});

describe('the numbers of phonemes', () => {
  it('are framed, padded and in the order of the text; espeak-ng tells sounds apart and names other languages', () => {
    const ipa = phonemesOf('a, (b)', (words) => (words === 'a' ? '(en)_h_ə_(ko)\n' : 'b_ˈi\nc_'));

    expect(ipa).toBe('hə, bˈi c');
    expect(idsOf('ab', known('_^$ab'))).toEqual([1, 0, 3, 0, 4, 0, 2]);
  });

  it('are those of decomposed characters; what a model does not know is left out, what it calls otherwise is replaced', () => {
    expect(idsOf('ça', known('_^$ca\u0327'))).toEqual([1, 0, 3, 0, 5, 0, 4, 0, 2]);
    expect(idsOf('xac', known('_^$ka', { c: ['k', 'a'] }))).toEqual([1, 0, 4, 0, 3, 0, 4, 0, 2]);
    expect(idsOf('xyz', known('_^$a'))).toEqual([]);
  });
});
