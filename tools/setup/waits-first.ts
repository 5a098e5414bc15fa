import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** They wait minutes for processes that they kill. At the end they would be waited for by a machine that has nothing else to do. */
const WAITS = /\/tools\/chaos\/(arrows|chaos)\.test\.ts$/;

/** The order of test files: those that mostly wait come first, the others as Vitest has them. */
export default class WaitsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => Number(WAITS.test(other.moduleId)) - Number(WAITS.test(one.moduleId)));
  }
}
