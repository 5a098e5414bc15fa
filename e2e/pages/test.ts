import { inspect } from 'node:util';
import { expect, test as base } from '@playwright/test';
import type { BrowserContext, ConsoleMessage, WebError } from '@playwright/test';
import { slowDown } from './slow-machine.ts';

export { expect };

/** What a browser itself says in the console when an answer is a refusal; what matters of it is on the page. */
const REFUSED_ANSWER = /^Failed to load resource: the server responded with a status of 4\d\d/u;
/** And when a journey cuts the line, or ends while something is on its way. */
const CUT_LINE =
  /net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_RE\w+|FAILED|NETWORK_CHANGED|ABORTED)|WebSocket connection to/u;

export interface Expected {
  /** The journey is refused something on purpose, or cuts the line: the browser will say so in the console. */
  readonly noise: 'none' | 'refusals' | 'cuts';
}

/**
 * Every journey with an ear for the console: an error in it, or an exception nobody caught, on any page of any browser that the
 * journey opens, fails it.
 */
export const test = base.extend<Expected & { readonly silentConsole: void }>({
  noise: ['none', { option: true }],
  silentConsole: [
    async ({ browser, noise }, use) => {
      const heard: string[] = [];
      const isExpected = (words: string) =>
        (noise !== 'none' && REFUSED_ANSWER.test(words)) || (noise === 'cuts' && CUT_LINE.test(words));
      const onConsole = (message: ConsoleMessage) => {
        if (message.type() === 'error' && !isExpected(message.text()))
          heard.push(`${message.page()?.url() ?? ''}: ${message.text()}`);
      };
      const onProblem = (problem: WebError) => heard.push(inspect(problem.error(), { depth: 3 }));
      const heardOf = new Set<BrowserContext>();
      const listen = (context: BrowserContext) => {
        heardOf.add(context.on('console', onConsole).on('weberror', onProblem));
        slowDown(context, { cutsLine: noise === 'cuts' });
        return context;
      };
      // Those that a journey of several tests has open already.
      browser.contexts().forEach(listen);
      const open = browser.newContext.bind(browser);
      browser.newContext = async (...given) => listen(await open(...given));
      await use();
      browser.newContext = open;
      for (const context of heardOf) context.off('console', onConsole).off('weberror', onProblem);
      expect(heard, 'the console stays silent').toEqual([]);
    },
    { auto: true },
  ],
});
