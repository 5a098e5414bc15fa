import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { readBook } from './book.ts';
import { openBook } from './open-story.ts';
import type { Look } from './open-story.ts';

export const LOOKS: readonly Look[] = [
  { theme: 'light', locale: 'en' },
  { theme: 'dark', locale: 'ko' },
];

/** The book, open in one look. */
export interface OpenBook {
  readonly look: Look;
  readonly page: Page;
  /** What the console said since it was last asked. */
  takeErrors(): readonly string[];
}

/** Tests with the book open in each look, loaded once for all stories of a worker. */
export const test = base.extend<object, { books: readonly OpenBook[] }>({
  books: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({
        baseURL: project.use.baseURL ?? '',
        viewport: { width: 720, height: 480 },
        reducedMotion: 'reduce',
        timezoneId: 'Asia/Seoul',
      });
      const first = readBook()[0]?.id ?? '';
      const books = await Promise.all(
        LOOKS.map(async (look) => {
          const page = await context.newPage();
          let errors: string[] = [];
          const hear = (text: string) => errors.push(text);
          page.on('console', (said) => said.type() === 'error' && hear(`${said.text()} ${said.location().url}`));
          page.on('pageerror', (error) => hear(error.message));
          await openBook(page, { look, first });
          const takeErrors = () => {
            const taken = errors;
            errors = [];
            return taken;
          };
          return { look, page, takeErrors };
        }),
      );
      await use(books);
      await context.close();
    },
    { scope: 'worker' },
  ],
});
