import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test('the language switches in place: the page, its numbers and what was typed stay', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('minji@example.test');
  await seen(page, '한국어').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('textbox', { name: '이메일' })).toHaveValue('minji@example.test');
  await page.getByRole('link', { name: '계정 만들기' }).click();
  await expect(page.getByRole('heading', { name: '계정 만들기' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '로그인' })).toBeVisible();
});
