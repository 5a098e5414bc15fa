import { builtinEnvironments } from 'vitest/runtime';
import type { Environment } from 'vitest/runtime';

const { jsdom } = builtinEnvironments;

/** Of these jsdom has less than a browser does, or another kind than what is handed to it from Node. */
const FROM_NODE: readonly string[] = ['ArrayBuffer', 'Uint8Array', 'crypto'];

/**
 * A page of jsdom for each file, in a realm of its own, so that files follow one another in a process and nothing of one is there for the
 * next. What browsers have and jsdom has not is Node's: streams, checksums.
 */
const environment: Environment = {
  ...jsdom,
  async setupVM(options) {
    if (!jsdom.setupVM) throw new Error('This vitest knows no realms.');
    const page = await jsdom.setupVM(options);
    const { window } = page.getVmContext() as { window: object };
    for (const name of Object.getOwnPropertyNames(globalThis) as (keyof typeof globalThis)[]) {
      if (name in window && !FROM_NODE.includes(name)) continue;
      Object.defineProperty(window, name, { value: globalThis[name], configurable: true, writable: true });
    }
    return page;
  },
};

export default environment;
