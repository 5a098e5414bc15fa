import { expect, it } from 'vitest';
import { editionWords } from './edition-words.ts';

it('an edition is named by its engine and what that worked by, as far as they are known', () => {
  const tables = 'en-ueb-g2.ctb';
  expect(editionWords({ name: 'liblouis', version: '3.2.0', tables })).toBe('liblouis 3.2.0, en-ueb-g2.ctb');
  expect(editionWords({ name: 'espeak-ng', version: '0.3.5', tables: null })).toBe('espeak-ng 0.3.5');
  expect(editionWords({ name: 'gpt-4o-mini-tts', version: null, tables: null })).toBe('gpt-4o-mini-tts');
});
