import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { environment, prepare, run } from './prepare.mjs';
import { createTally } from './tally.mjs';

// `npm test`: sets up what is missing, then runs every check of the house and ends with one line that counts them all.

const reports = mkdtempSync(join(tmpdir(), 'modu-test-'));
const tally = createTally();

async function check(title, command, args) {
  console.log(`\n── ${title}`);
  tally.check(title, await run(command, args));
}

/** Each keeps one core busy for a minute, so they go side by side. */
function houseRules() {
  return Promise.all([
    check('lint', 'npm', ['run', '--silent', 'lint']),
    check('types', 'npm', ['run', '--silent', 'types'])
      .then(() => check('tidy', 'npm', ['run', '--silent', 'tidy']))
      .then(() => check('format', 'prettier', ['--check', '--log-level', 'warn', '.'])),
  ]);
}

async function unitTests() {
  console.log('\n── unit, subgraph, contract and composition tests');
  const file = join(reports, 'vitest.json');
  const unsteadyFile = join(reports, 'unsteady.txt');
  const reporters = ['default', 'json', './tools/setup/unsteady-reporter.mjs'].map((name) => `--reporter=${name}`);
  const env = environment({ UNSTEADY_FILE: unsteadyFile });
  const code = await run('vitest', ['run', ...reporters, `--outputFile.json=${file}`], { env });
  tally.vitest({ file, unsteadyFile, code });
}

async function stories(executable) {
  console.log('\n── every story of the design system: what it does, accessibility, its picture');
  const built = await run('npm', ['run', '--silent', 'build-storybook']);
  if (built !== 0) return tally.check('stories', built);
  await playwright(['-c', 'e2e/stories.config.ts'], { title: 'stories', executable });
}

async function journeys(processes, executable) {
  const where = processes === 'one' ? 'everything in one process' : 'one process per module';
  console.log(`\n── journeys in a real browser, ${where}`);
  await playwright(['-c', 'e2e'], { title: `journeys, ${processes}`, executable, E2E_PROCESSES: processes });
}

async function playwright(args, { title, executable, ...more }) {
  const file = join(reports, `${title}.json`);
  const browser = executable ? { CHROMIUM_PATH: executable } : {};
  const env = environment({ ...more, ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  tally.playwright({ title, file, code: await run('playwright', ['test', ...args, '--reporter=list,json'], { env }) });
}

/** What is seen in a browser, one after the other. */
async function inBrowser() {
  const executable = await ensureBrowser();
  await stories(executable);
  await journeys('one', executable);
  await journeys('many', executable);
}

await prepare();
// A journey waits for pages as often as a test for processes that it ended: neither keeps two cores busy by itself.
await Promise.all([houseRules().then(unitTests), inBrowser()]);
rmSync(reports, { recursive: true, force: true });
process.exit(tally.conclude());
