import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './prepare.mjs';

/** Of Vitest: writes a line for each test that passed only at its second try into the file that `UNSTEADY_FILE` names. */
export default class UnsteadyReporter {
  onTestCaseResult(test) {
    const file = process.env.UNSTEADY_FILE;
    if (file && test.diagnostic()?.flaky)
      appendFileSync(file, `${relative(root, test.module.moduleId)}: ${test.fullName}\n`);
  }
}
