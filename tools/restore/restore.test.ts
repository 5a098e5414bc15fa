import { expect, it } from 'vitest';
import { wordsOf } from './report.ts';

const picture = (id: string) => ({ id, ownerId: 'ada', prompt: 'a lighthouse' }) as never;

it('counts all, names the first, and says whether anything was changed', () => {
  const missing = Array.from({ length: 21 }, (_, n) => picture(`p${n}`));
  const found = { told: 30, missing, ownerless: 1, unreadable: ['users/x/images/y/metadata.json'] };
  const words = wordsOf(found, { writes: false });
  expect(words).toContain('| of them not in the gallery | 21 |');
  expect(words).toContain('- p0 of ada: a lighthouse');
  expect(words).toContain('- … and 1 more');
  expect(words.endsWith('Nothing was changed. To put them back: --write')).toBe(true);
  expect(wordsOf(found, { writes: true })).toContain('20 pictures were put back; 1 have no owner any more.');
});
