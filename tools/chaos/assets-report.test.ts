import { describe, expect, it } from 'vitest';
import { reportOfAssets } from './assets-report.ts';

const runs = {
  firstSeed: 7,
  runs: 500,
  tookMs: 61_400,
  acts: { put: 3, request: 4 },
  troubles: { host: 2 },
  meanwhile: { 'restore during tidy': 5 },
  broken: [],
};

describe('the report of crash runs', () => {
  it('tells what was done, and that all held', () => {
    const words = reportOfAssets(runs, { day: '2026-11-21', cores: 2 });
    expect(words).toContain('--seed 7 --runs 500`, 2026-11-21, 2 cores: 500 seeds in 61 s');
    expect(words).toContain('did not hold: 0.');
    expect(words).toContain('No operating-system process is killed here');
    expect(words).toContain('| steps | 7 |');
    expect(words).toContain('| troubles: host | 2 |');
    expect(words).toContain('| meanwhile: restore during tidy | 5 |');
  });

  it('names every seed that broke something', () => {
    const words = reportOfAssets({ ...runs, broken: ['seed 9: lost'] }, { day: '2026-11-21', cores: 2 });
    expect(words).toContain('did not hold: 1.');
    expect(words).toContain('- seed 9: lost');
  });
});
