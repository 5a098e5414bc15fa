import { expect, it } from 'vitest';
import { reportOfKilled } from './report.ts';

const run = { seed: 3, acts: { put: 2 }, kills: { host: 1, s3: 2 }, promised: 2, broken: [] };

it('the report of kills tells what was done, that all held, and every seed that broke something', () => {
  const words = reportOfKilled({ runs: [run, { ...run, seed: 4 }], tookMs: 61_000, day: '2026-11-22', cores: 2 });
  expect(words).toContain('--processes --seed 3 --runs 2`, 2026-11-22, 2 cores: 2 seeds in 61 s');
  expect(words).toContain('What did not hold: 0.** Files that were said to be READY and had to be there: 4.');
  expect(words).toContain('| kill -9: s3 | 4 |');
  expect(reportOfKilled({ runs: [{ ...run, broken: ['a file is lost'] }], tookMs: 1, day: '', cores: 2 })).toContain(
    '- seed 3: a file is lost',
  );
});
