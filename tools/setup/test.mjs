import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureBrowser } from './browser.mjs';
import { environment, prepare, run } from './prepare.mjs';

// `npm test`: sets up what is missing, then runs every check of the house and ends with one line that counts them all.

const reports = mkdtempSync(join(tmpdir(), 'modu-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** Enough of what was wrong to go on from. */
const WORDS_LENGTH = 600;
/** What failed, by name: said once more at the end, where a long log is cut off last. */
const failures = [];
/** What passed only when it was tried again: not counted as failed, and not kept quiet either. */
const unsteady = [];

function count(passed, failed, skipped) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

function readReport(file) {
  const path = join(reports, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** A check that is one thing: it passes or fails as a whole. */
async function check(title, command, args) {
  console.log(`\n── ${title}`);
  const code = await run(command, args);
  if (code !== 0) failures.push(title);
  count(code === 0 ? 1 : 0, code === 0 ? 0 : 1, 0);
}

async function unitTests() {
  console.log('\n── unit, subgraph, contract and composition tests');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`];
  const code = await run('vitest', args);
  const report = readReport('vitest.json');
  if (!report) {
    failures.push('unit tests: no report');
    return count(0, 1, 0);
  }
  for (const file of report.testResults.filter((each) => each.status === 'failed'))
    failures.push(...namesOfFailures(file));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + brokenFiles.length;
  count(report.numPassedTests, Math.max(failed, code === 0 ? 0 : 1), report.numPendingTests + report.numTodoTests);
}

function namesOfFailures({ name, assertionResults }) {
  const failed = assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${name}: ${test.fullName}${indent(test.failureMessages)}`);
  return failed.length > 0 ? failed : [name];
}

async function stories(executable) {
  console.log('\n── every story of the design system: what it does, accessibility, its picture');
  const file = join(reports, 'playwright-stories.json');
  const built = await run('npm', ['run', '--silent', 'build-storybook']);
  const code = built === 0 ? await playwright(['-c', 'e2e/stories.config.ts'], { file, executable }) : built;
  countPlaywright('playwright-stories.json', code, 'stories');
}

async function journeys(processes, executable) {
  console.log(
    `\n── journeys in a real browser, ${processes === 'one' ? 'everything in one process' : 'one process per module'}`,
  );
  const file = join(reports, `playwright-${processes}.json`);
  const code = await playwright(['-c', 'e2e'], { file, executable, E2E_PROCESSES: processes });
  countPlaywright(`playwright-${processes}.json`, code, `journeys, ${processes}`);
}

function playwright(args, { file, executable, ...more }) {
  const browser = executable ? { CHROMIUM_PATH: executable } : {};
  return run('playwright', ['test', ...args, '--reporter=list,json'], {
    env: environment({ ...more, ...browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  });
}

function countPlaywright(file, code, title) {
  const report = readReport(file);
  const specs = (report?.suites ?? []).flatMap(specsOf);
  const failed = specs.filter(({ ok }) => !ok).map((spec) => `${title}: ${nameOf(spec)}`);
  if (code !== 0) failures.push(...(failed.length > 0 ? failed : [title]));
  const isUnsteady = ({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky');
  unsteady.push(...specs.filter(isUnsteady).map((spec) => `${title}: ${nameOf(spec)}`));
  if (!report) return count(0, 1, 0);
  const { stats } = report;
  count(stats.expected + stats.flaky, Math.max(stats.unexpected, code === 0 ? 0 : 1), stats.skipped);
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** Where a spec stands, its title and the beginning of what was wrong. */
function nameOf({ file, line, title, tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
  return `${file}:${line} ${title}${indent(errors.map(({ message = '' }) => message))}`;
}

function indent(messages) {
  const plain = messages.map((message) => stripVTControlCharacters(message).slice(0, WORDS_LENGTH).trim());
  return plain.map((words) => `\n    ${words.replaceAll('\n', '\n    ')}`).join('');
}

await prepare();
// Each keeps one core busy for a minute, so they go side by side.
await Promise.all([
  check('lint', 'npm', ['run', '--silent', 'lint']),
  check('types', 'npm', ['run', '--silent', 'types'])
    .then(() => check('tidy', 'npm', ['run', '--silent', 'tidy']))
    .then(() => check('format', 'prettier', ['--check', '--log-level', 'warn', '.'])),
]);
await unitTests();
const browser = await ensureBrowser();
await stories(browser);
await journeys('one', browser);
await journeys('many', browser);

rmSync(reports, { recursive: true, force: true });
for (const [title, names] of Object.entries({ 'Passed at the second try': unsteady, Failed: failures }))
  if (names.length > 0) console.log(`\n${title}:\n${names.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
