import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { writeSubgraph } from './write-subgraph.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly unknown[];
}

const names = ['hi', 'sticky-notes', 'a-name-that-is-longer-than-those-people-usually-think-of'];
const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside the house, so that its packages are found; outside of what is linted, typed and committed.
mkdirSync(join(root, '.modu'), { recursive: true });
const folder = mkdtempSync(join(root, '.modu', 'new-subgraph-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** By the rules of the house, as if `place` were the house; types are found by a tsconfig of its own. */
async function lintAll(place: string) {
  writeFileSync(
    join(place, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'packages/tsconfig/base.json'), include: ['subgraphs'] }),
  );
  const eslint = new ESLint({
    cwd: place,
    ignore: false,
    overrideConfigFile: join(root, 'eslint.config.js'),
    overrideConfig: {
      languageOptions: { parserOptions: { projectService: false, project: join(place, 'tsconfig.json') } },
    },
  });
  return eslint.lintFiles(['subgraphs']);
}

/** The servers of this run, so that the tests in the tests need not start others. */
function ourServers(): Readonly<Record<string, string>> {
  const { postgresUrl, mongoUrl, s3 } = inject('testStack');
  return {
    ...{ POSTGRES_URL: postgresUrl, MONGODB_URL: mongoUrl, S3_ENDPOINT: s3.endpoint, S3_REGION: s3.region },
    ...{ S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey, S3_BUCKET: s3.bucket },
  };
}

describe('npm run new subgraph', () => {
  it('writes a subgraph whose tests pass in every layer', async () => {
    await writeSubgraph('sticky-notes', join(folder, 'sticky-notes'));
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
    await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...process.env, ...ourServers() } });
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;

    expect(report).toMatchObject({ numFailedTests: 0 });
    expect(report.testResults).toHaveLength(5);
    expect(report.numPassedTests).toBeGreaterThanOrEqual(8);
  }, 120_000);

  // Linted together, once: where a build server runs (`CI`), typescript-eslint reads the files of a project only once.
  it('writes what the checks of the house take as it is, whether a name is short or long', async () => {
    const place = join(folder, 'checked');
    const files = [];
    for (const name of names) {
      const written = await writeSubgraph(name, join(place, 'subgraphs', name));
      files.push(...written.map((path) => join(place, 'subgraphs', name, path)));
    }
    const config = await resolveConfig(join(root, 'package.json'));
    const unformatted = [];
    for (const file of files.filter((path) => /\.(ts|json|md|graphql)$/.test(path))) {
      if (!(await check(readFileSync(file, 'utf8'), { ...config, filepath: file }))) unformatted.push(file);
    }
    expect(unformatted).toEqual([]);

    const linted = await lintAll(place);
    expect(linted.length).toBeGreaterThanOrEqual(names.length * 5);
    expect(linted.flatMap(({ filePath, messages }) => messages.map(({ message }) => [filePath, message]))).toEqual([]);
  }, 120_000);

  it('refuses a bad name and a folder that exists', async () => {
    await expect(writeSubgraph('Sticky Notes', join(folder, 'x'))).rejects.toThrow('kebab-case');
    await expect(writeSubgraph('sticky-notes', folder)).rejects.toThrow('already');
  });
});
