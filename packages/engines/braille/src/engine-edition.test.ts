import { describe, expect, it } from 'vitest';
import { editionOfCode, engineEdition } from './engine-edition.ts';

describe('the edition of what writes a code', () => {
  it('names our own engine with the notice of the regulation, and liblouis with its table', () => {
    const [own, older, louis] = ['ko-2024', 'ko-2020', 'en-ueb-g2'].map((code) => editionOfCode(code));

    expect(own).toEqual({
      ...{ name: 'modu-braille', version: expect.stringMatching(/^\d+\.\d+\.\d+\+[\w-]{16}$/) as string },
      tables: 'Korean Braille Regulation, notice 2024-5',
    });
    expect(older).toEqual({ ...own, tables: 'Korean Braille Regulation, notice 2020-38' });
    expect(louis).toMatchObject({ name: 'liblouis', tables: 'en-ueb-g2.ctb' });
    expect(louis?.version).toMatch(new RegExp(`^3\\.\\d+\\.\\d+.*\\+${engineEdition()}$`));
  });
});
