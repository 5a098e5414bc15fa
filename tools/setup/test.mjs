import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { environment, prepare, run } from './prepare.mjs';

// `npm test`: sets up what is missing, then runs every check of the house and ends with one line that counts them all.

const reports = mkdtempSync(join(tmpdir(), 'modu-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, by name: said once more at the end, where a long log is cut off last. */
const failures = [];

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
  for (const file of report.testResults.filter((each) => each.status === 'failed')) failures.push(...namesOfFailures(file));
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + brokenFiles.length;
  count(report.numPassedTests, Math.max(failed, code === 0 ? 0 : 1), report.numPendingTests + report.numTodoTests);
}

function namesOfFailures({ name, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed').map((test) => `${name}: ${test.fullName}`);
  return failed.length > 0 ? failed : [name];
}

async function journeys(processes, executable) {
  console.log(`\n── journeys in a real browser, ${processes === 'one' ? 'everything in one process' : 'one process per module'}`);
  const file = join(reports, `playwright-${processes}.json`);
  const code = await run('playwright', ['test', '-c', 'e2e', '--reporter=list,json'], {
    env: environment({
      E2E_PROCESSES: processes,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ...(executable ? { CHROMIUM_PATH: executable } : {}),
    }),
  });
  if (code !== 0) failures.push(`journeys, ${processes}`);
  const stats = readReport(`playwright-${processes}.json`)?.stats;
  if (!stats) return count(0, 1, 0);
  count(stats.expected + stats.flaky, Math.max(stats.unexpected, code === 0 ? 0 : 1), stats.skipped);
}

await prepare();
await check('lint', 'npm', ['run', '--silent', 'lint']);
await check('types', 'npm', ['run', '--silent', 'types']);
await check('tidy', 'npm', ['run', '--silent', 'tidy']);
await unitTests();
const browser = await ensureBrowser();
await journeys('one', browser);
await journeys('many', browser);

rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
