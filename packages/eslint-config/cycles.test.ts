import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';

const run = promisify(execFile);
const walker = fileURLToPath(new URL('../../bin/dependency-cruiser.mjs', import.meta.resolve('dependency-cruiser')));
const rules = fileURLToPath(new URL('./cycles.js', import.meta.url));

let house: string;

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'modu-cycles-'));
  await mkdir(join(house, 'node_modules', '@house'), { recursive: true });
});

afterEach(() => rm(house, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true });
  await writeFile(join(house, path), text);
}

/** A package of the house, found by its name as npm's workspaces are. */
async function writePackage(name: string, text: string): Promise<void> {
  const about = { name: `@house/${name}`, type: 'module', exports: { '.': './src/index.ts' } };
  await write(`packages/${name}/package.json`, JSON.stringify(about));
  await write(`packages/${name}/src/index.ts`, text);
  await symlink(join('..', '..', 'packages', name), join(house, 'node_modules', '@house', name));
}

/** What is named as part of a circle. */
async function findCircles(): Promise<readonly string[]> {
  const { stdout } = await run(process.execPath, [walker, '-c', rules, '-T', 'json', 'packages'], { cwd: house }).catch(
    (ended: { readonly stdout: string }) => ended,
  );
  const { summary } = JSON.parse(stdout) as { readonly summary: { readonly violations: readonly { from: string }[] } };
  return summary.violations.map(({ from }) => from).toSorted();
}

it('finds the circle of two files, of a file that is loaded later, and of two packages', async () => {
  await write('packages/x/two/one.ts', "import { b } from './other.ts';\nexport const a = () => b;\n");
  await write('packages/x/two/other.ts', "import { a } from './one.ts';\nexport const b = () => a;\n");
  await write('packages/x/later/one.ts', "export const a = () => import('./other.ts');\n");
  await write('packages/x/later/other.ts', "import { a } from './one.ts';\nexport const b = () => a;\n");
  await writePackage('left', "import { right } from '@house/right';\nexport const left = () => right;\n");
  await writePackage('right', "import { left } from '@house/left';\nexport const right = () => left;\n");

  expect(await findCircles()).toEqual([
    'packages/left/src/index.ts',
    'packages/x/later/one.ts',
    'packages/x/two/one.ts',
  ]);
});

it('lets a file name the types of one that imports it', async () => {
  await write('packages/x/one.ts', "import { b } from './other.ts';\nexport type A = 1;\nexport const a = () => b;\n");
  await write('packages/x/other.ts', "import type { A } from './one.ts';\nexport const b: A = 1;\n");

  expect(await findCircles()).toEqual([]);
});
