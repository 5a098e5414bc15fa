import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

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
