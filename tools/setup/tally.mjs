import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './prepare.mjs';

/** Enough of what was wrong to go on from. */
const WORDS_LENGTH = 600;

/** Counts what all checks of the house came to, and keeps what is to be said once more at the end, where a long log is cut off last. */
export function createTally() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** What failed, by name. */
  const failures = [];
  /** What passed only when it was tried again: not counted as failed, and not kept quiet either. */
  const unsteady = [];

  function count(passed, failed, skipped) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }

  return {
    /** A check that is one thing: it passes or fails as a whole. */
    check(title, code) {
      if (code !== 0) failures.push(title);
      count(code === 0 ? 1 : 0, code === 0 ? 0 : 1, 0);
    },

    /** Vitest's report, and the file with a line for each test that needed a second try. */
    vitest({ file, unsteadyFile, code }) {
      const report = readReport(file);
      if (existsSync(unsteadyFile)) unsteady.push(...readFileSync(unsteadyFile, 'utf8').trim().split('\n'));
      if (!report) {
        failures.push('unit tests: no report');
        return count(0, 1, 0);
      }
      const broken = report.testResults.filter(({ status }) => status === 'failed');
      failures.push(...broken.flatMap(failuresOf));
      const brokenFiles = broken.filter(({ assertionResults }) => assertionResults.length === 0);
      const failed = report.numFailedTests + brokenFiles.length;
      count(report.numPassedTests, Math.max(failed, code === 0 ? 0 : 1), report.numPendingTests + report.numTodoTests);
    },

    /** Playwright's report. */
    playwright({ title, file, code }) {
      const report = readReport(file);
      const specs = (report?.suites ?? []).flatMap(specsOf);
      const failed = specs.filter(({ ok }) => !ok).map((spec) => `${title}: ${describe(spec)}`);
      if (code !== 0) failures.push(...(failed.length > 0 ? failed : [title]));
      const isUnsteady = ({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky');
      unsteady.push(...specs.filter(isUnsteady).map((spec) => `${title}: ${describe(spec)}`));
      if (!report) return count(0, 1, 0);
      const { expected, flaky, unexpected, skipped } = report.stats;
      count(expected + flaky, Math.max(unexpected, code === 0 ? 0 : 1), skipped);
    },

    /** Says how it ended; its last line counts everything. Answers the code to exit with. */
    conclude() {
      for (const [title, names] of Object.entries({ 'Passed at the second try': unsteady, Failed: failures }))
        if (names.length > 0) console.log(`\n${title}:\n${names.map((name) => `  ${name}`).join('\n')}`);
      console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
      return total.failed === 0 ? 0 : 1;
    },
  };
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

function failuresOf({ name, assertionResults }) {
  const file = relative(root, name);
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [file];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}${indent(failureMessages)}`);
}

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** Where a spec stands, its title and the beginning of what was wrong. */
function describe({ file, line, title, tests }) {
  const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
  return `${file}:${line} ${title}${indent(errors.map(({ message = '' }) => message))}`;
}

function indent(messages) {
  const plain = messages.map((message) => stripVTControlCharacters(message).slice(0, WORDS_LENGTH).trim());
  return plain.map((words) => `\n    ${words.replaceAll('\n', '\n    ')}`).join('');
}
