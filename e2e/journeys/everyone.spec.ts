import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';

test('a first picture with the keyboard alone', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Byeol'));
  const prompt = 'A persimmon tree beside a tiled roof';

  await studio.prompt.focus();
  await page.keyboard.type(prompt);
  await page.keyboard.press('Control+Enter');

  await expect(studio.finished(prompt)).toBeVisible();
});

test('in Korean, the studio speaks Korean', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  await page.goto('/sign-up');

  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('textbox', { name: '이메일' })).toBeVisible();
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page has an accessibility violation (${colorScheme})`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    const studio = new Studio(page);
    const check = async () => {
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        // React Aria's announcer keeps what it said for a moment, named by an element that may be gone by then.
        .exclude('[data-live-announcer]')
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map((node) => node.target).join(' | ')}`),
      ).toEqual([]);
    };

    await page.goto('/sign-in');
    await check();
    await studio.signUp(newPerson('Dal'));
    await check();
    await studio.goTo('Gallery');
    await check();
    await studio.goTo('Files');
    await check();
    await context.close();
  });
}
