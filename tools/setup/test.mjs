import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { environment, prepare, root, run } from './prepare.mjs';
import { createTally } from './tally.mjs';

// `npm test`: sets up what is missing, then runs every check of the house and ends with one line that counts them all.

const reports = mkdtempSync(join(tmpdir(), 'modu-test-'));
const tally = createTally();
/** Hundreds of processes load the same modules: each is compiled once. */
const compiled = join(root, 'node_modules', '.cache', 'modu-compiled');

async function check(title, command, args) {
  console.log(`\n── ${title}`);
  tally.check(title, await run(command, args));
}

/** One after the other: they never wait, and there are tests beside them. */
async function houseRules() {
  await check('types', 'npm', ['run', '--silent', 'types']);
  await check('lint', 'npm', ['run', '--silent', 'lint']);
  await check('tidy', 'npm', ['run', '--silent', 'tidy']);
  await check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
}

async function unitTests() {
  console.log('\n── unit, subgraph, contract and composition tests');
  const file = join(reports, 'vitest.json');
  const unsteadyFile = join(reports, 'unsteady.txt');
  const reporters = ['default', 'json', './tools/setup/unsteady-reporter.mjs'].map((name) => `--reporter=${name}`);
  const env = environment({ UNSTEADY_FILE: unsteadyFile, NODE_COMPILE_CACHE: compiled });
  const code = await run('vitest', ['run', ...reporters, `--outputFile.json=${file}`], { env });
  tally.vitest({ file, unsteadyFile, code });
}

async function stories(executable) {
  console.log('\n── every story of the design system: what it does, accessibility, its picture');
  const built = await run('npm', ['run', '--silent', 'build-storybook']);
  if (built !== 0) return tally.check('stories', built);
  await playwright(['-c', 'e2e/stories.config.ts'], { title: 'stories', executable });
}

/** The two ways of running the studio are looked at side by side: each has a port and a data directory of its own. */
const PORT = Number(process.env.E2E_PORT ?? 4170);
const PORTS = { one: PORT, many: PORT + 30 };

async function journeys(processes, executable) {
  const where = processes === 'one' ? 'everything in one process' : 'one process per module';
  console.log(`\n── journeys in a real browser, ${where}`);
  const settings = { E2E_PROCESSES: processes, E2E_PORT: PORTS[processes] };
  await playwright(['-c', 'e2e'], { title: `journeys, ${processes}`, executable, ...settings });
}

async function playwright(args, { title, executable, ...more }) {
  const file = join(reports, `${title}.json`);
  const browser = executable ? { CHROMIUM_PATH: executable } : {};
  const env = environment({ ...more, ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, NODE_COMPILE_CACHE: compiled });
  // Each clears its folder when it begins.
  const output = ['--output', join('test-results', title.replace(', ', '-'))];
  const command = ['test', ...args, ...output, '--reporter=list,json'];
  tally.playwright({ title, file, code: await run('playwright', command, { env }) });
}

await prepare();
const executable = await ensureBrowser();
// A test waits for processes that it ended, a journey for pages: only together do they keep two cores busy.
await Promise.all([
  unitTests(),
  journeys('one', executable),
  houseRules()
    .then(() => stories(executable))
    .then(() => journeys('many', executable)),
]);
rmSync(reports, { recursive: true, force: true });
process.exit(tally.conclude());
