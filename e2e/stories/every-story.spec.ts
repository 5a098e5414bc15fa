import { expect } from '@playwright/test';
import { readBook } from './book.ts';
import { test } from './books.ts';
import { showStory } from './open-story.ts';

for (const { id, title, name } of readBook()) {
  test(`${title}: ${name}`, async ({ books }) => {
    for (const { look, page, takeErrors } of books) {
      const where = `${look.theme}, ${look.locale}`;
      await page.bringToFront();
      const { problem, violations } = await showStory(page, id);
      expect(problem, `${where}: what the story does`).toBeNull();
      expect(violations, `${where}: accessibility`).toEqual([]);
      expect(takeErrors(), `${where}: the console stays silent`).toEqual([]);
      await page.evaluate('document.fonts.ready.then(() => undefined)');
      await expect.soft(page).toHaveScreenshot([look.theme, `${id}.png`]);
    }
  });
}
