import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSubgraph } from './write-subgraph.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly unknown[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside the house, so that its packages are found; outside of what is linted, typed and committed.
mkdirSync(join(root, '.modu'), { recursive: true });
const folder = mkdtempSync(join(root, '.modu', 'new-subgraph-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run new subgraph', () => {
  it('writes a subgraph whose tests pass in every layer', async () => {
    writeSubgraph('sticky-notes', join(folder, 'sticky-notes'));
    const config = join(folder, 'vitest.config.mjs');
    const graphql = join(root, 'node_modules/graphql/index.js');
    const test = {
      include: [`${folder}/**/*.test.ts`],
      globalSetup: [join(root, 'packages/testkit/src/global-setup.ts')],
    };
    writeFileSync(
      config,
      `export default { root: ${JSON.stringify(root)}, resolve: { alias: [{ find: /^graphql$/, replacement: ${JSON.stringify(graphql)} }] }, test: ${JSON.stringify(test)} };`,
    );
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const file = join(folder, 'report.json');
    const args = [vitest, 'run', '--config', config, '--reporter=json', `--outputFile=${file}`];
    await promisify(execFile)(process.execPath, args, { cwd: root });
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;

    expect(report).toMatchObject({ numFailedTests: 0 });
    expect(report.testResults).toHaveLength(4);
    expect(report.numPassedTests).toBeGreaterThanOrEqual(7);
  }, 120_000);

  it('refuses a bad name and a folder that exists', () => {
    expect(() => writeSubgraph('Sticky Notes', join(folder, 'x'))).toThrow('kebab-case');
    expect(() => writeSubgraph('sticky-notes', folder)).toThrow('already');
  });
});
