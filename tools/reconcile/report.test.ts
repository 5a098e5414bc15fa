import { expect, it } from 'vitest';
import { wordsOf } from './report.ts';

it('counts all, names the first, and says that nothing was changed', () => {
  const words = wordsOf({
    orphans: { count: 3, sizeBytes: 4096, named: ['users/a/files/b/c.txt'] },
    lost: { count: 0, named: [] },
    open: { count: 1, sizeBytes: 0, named: ['users/a/files/d/film.mp4'] },
    foreign: 2,
  });
  expect(words).toContain('| objects without a record, older than a day | 3 | 4096 |');
  expect(words).toContain('| objects that are not ours to judge | 2 |  |');
  expect(words).toContain('- users/a/files/b/c.txt\n- … and 2 more');
  expect(words).not.toContain('READY records without an object:');
  expect(words.endsWith('Nothing was changed.')).toBe(true);
});
