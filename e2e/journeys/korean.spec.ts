import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { newPerson } from '../pages/studio.ts';

/** Presses Tab until a control with this name has focus: nothing that is needed may be out of its reach. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      `(() => { const one = document.activeElement; return one?.getAttribute('aria-label') ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? ''; })()`,
    );
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

test('from sign-up to a first picture in Korean, with keys alone and nothing moving', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'ko-KR', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const person = newPerson('Seoyeon');
  const prompt = '기와지붕 옆 감나무, 가을 아침';

  await page.goto('/sign-up');
  await tabTo(page, /^이름$/);
  await page.keyboard.type(person.name);
  await tabTo(page, /^이메일$/);
  await page.keyboard.type(person.email);
  await tabTo(page, /^비밀번호$/);
  await page.keyboard.type(person.password);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('textbox', { name: '프롬프트' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^내 계정, 100크레딧/ })).toBeVisible();
  await tabTo(page, /^프롬프트$/);
  await page.keyboard.type(prompt);
  await tabTo(page, /^만들기$/);
  await page.keyboard.press('Space');

  const stage = page.getByRole('region', { name: '그림', exact: true });
  await expect(stage.getByText(/\d+단계 중 \d+단계/)).toBeVisible();
  await expect(stage.getByRole('img', { name: `그림: ${prompt}` })).toBeVisible();
  const moving = await page.evaluate<number>(
    "document.getAnimations().filter((one) => one.playState === 'running' && (one.effect?.getComputedTiming().duration ?? 0) > 1).length",
  );
  expect(moving).toBe(0);
  expect(errors).toEqual([]);
  await context.close();
});

test('the language switches in place: the page, its numbers and what was typed stay', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('minji@example.test');
  await page.getByText('한국어').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('textbox', { name: '이메일' })).toHaveValue('minji@example.test');
  await page.getByRole('link', { name: '계정 만들기' }).click();
  await expect(page.getByRole('heading', { name: '계정 만들기' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: '로그인' })).toBeVisible();
});
