import { describe, expect, it } from 'vitest';
import { takeCensus } from './rules.ts';

const long = (lines: number) => `export function work() {\n${'  step();\n'.repeat(lines)}}\n`;
const rulesOf = (path: string, text: string) => takeCensus([{ path, text }]).findings.map((finding) => finding.rule);

describe('tidy', () => {
  it('finds nothing in a small, well named file', () => {
    expect(rulesOf('packages/ids/src/index.ts', 'export const one = () => 1;\n')).toEqual([]);
  });

  it('names a function that is too long, and where it begins', () => {
    const { findings } = takeCensus([{ path: 'packages/x/src/work.ts', text: `\n${long(80)}` }]);

    expect(findings[0]).toMatchObject({ where: 'packages/x/src/work.ts:2 work (82)' });
  });

  it('finds vague names, files of another form, silenced checks and work left for later', () => {
    expect(rulesOf('packages/utils/src/a.ts', '')).toContain('nothing is named vaguely');
    expect(rulesOf('packages/x/src/someThing.ts', '')).toContain('file names have one form');
    expect(rulesOf('packages/x/src/a.ts', '// eslint-disable-next-line')).toContain(
      'no rule is switched off in a line',
    );
    expect(rulesOf('packages/x/src/a.ts', '// TODO later')).toContain('nothing is left for later in the code');
    expect(rulesOf('packages/x/src/a.test.ts', 'it.only("x", () => {})')).toContain('no test is skipped or alone');
  });

  it('accepts the names that React and GraphQL ask for', () => {
    for (const path of [
      'a/Button.tsx',
      'a/useThing.ts',
      'subgraphs/jobs/src/resolvers/Query/job.ts',
      'a/resolvers/Job.ts',
    ]) {
      expect(rulesOf(path, '')).toEqual([]);
    }
  });
});
