import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectStillness, press, tabTo } from '../pages/keyboard.ts';
import { newPerson } from '../pages/studio.ts';
import type { Person } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

// The ways through the studio that matter, in Korean, with keys alone and nothing moving. One person walks them all.
test.describe.configure({ mode: 'serial' });
test.use({ noise: 'cuts' });

const KOREAN = { locale: 'ko-KR', reducedMotion: 'reduce' } as const;
const prompt = '기와지붕 옆 감나무, 가을 아침';
const person = newPerson('Seoyeon');
let page: Page;

test.beforeAll(async ({ browser }) => {
  page = await (await browser.newContext(KOREAN)).newPage();
});
test.afterAll(() => page.context().close());

const stage = (at: Page) => at.getByRole('region', { name: '그림', exact: true });
const finished = (at: Page) => stage(at).getByRole('img', { name: `그림: ${prompt}` });

async function write(at: Page, name: RegExp, words: string): Promise<void> {
  await tabTo(at, name);
  await at.keyboard.type(words);
}

async function sign(at: Page, path: '/sign-in' | '/sign-up', { name, email, password }: Person): Promise<void> {
  await at.goto(path);
  if (path === '/sign-up') await write(at, /^이름$/, name);
  await write(at, /^이메일$/, email);
  await write(at, /^비밀번호$/, password);
  await at.keyboard.press('Enter');
  await expect(at.getByRole('textbox', { name: '프롬프트' })).toBeVisible();
}

test('from sign-up to a picture that is being made', async () => {
  await sign(page, '/sign-up', person);
  await expect(page.getByRole('button', { name: /^내 계정, 100크레딧/ })).toBeVisible();
  await write(page, /^프롬프트$/, prompt);
  await tabTo(page, /^단계$/);
  await page.keyboard.press('End');
  await tabTo(page, /^만들기$/, 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(stage(page).getByText(/\d+단계 중 \d+단계/)).toBeVisible();
  await expectStillness(page);
});

test('which outlives a reload and is watched in a second browser', async ({ browser }) => {
  await page.reload();
  await expect(page.getByRole('region', { name: '작업', exact: true }).or(finished(page)).first()).toBeVisible();
  const elsewhere = await browser.newContext(KOREAN);
  const there = await elsewhere.newPage();
  await sign(there, '/sign-in', person);
  await expect(finished(there)).toBeVisible({ timeout: 60_000 });
  await expect(finished(page)).toBeVisible({ timeout: 60_000 });
  await elsewhere.close();
});

test('an upload whose connection is cut arrives whole', async () => {
  let cuts = 0;
  await page.route(
    (url) => url.searchParams.has('X-Amz-Signature'),
    async (route) => {
      if (route.request().method() !== 'PUT' || cuts > 0) return route.continue();
      cuts += 1;
      await route.abort('connectionreset');
    },
  );
  await press(page, /^파일$/);
  await expect(page).toHaveURL(/\/files$/);
  const choosing = page.waitForEvent('filechooser');
  await press(page, /파일 고르기/);
  await (
    await choosing
  ).setFiles({
    name: '밀물.bin',
    mimeType: 'application/octet-stream',
    buffer: randomBytes(1_000_000),
  });
  const again = page.getByRole('button', { name: '밀물.bin 다시 올리기' });
  const stored = page
    .getByRole('button', { name: '밀물.bin 내려받기' })
    .or(page.getByRole('link', { name: '밀물.bin 내려받기' }));
  await expect(again.or(stored).first()).toBeVisible();
  if (await again.isVisible()) await press(page, /밀물\.bin 다시 올리기/);
  await expect(stored).toBeVisible();
  expect(cuts).toBe(1);
  await page.unroute(() => true);
});

test('a link to the picture is opened by a stranger, and shows nothing once it is cut', async ({ browser }) => {
  await page.goto('/gallery');
  await press(page, new RegExp(`^${prompt}$`, 'u'));
  await press(page, /이 그림의 설정/);
  await expect(page).toHaveURL(/\/gallery\/./u);
  await press(page, /^공유하기$/);
  await press(page, /^링크 만들기$/);
  const dialog = page.getByRole('dialog', { name: '그림 공유하기' });
  const url = (await dialog.getByRole('status').getByRole('code').textContent()) ?? '';
  const elsewhere = await browser.newContext(KOREAN);
  const stranger = await elsewhere.newPage();
  await stranger.goto(new URL(url).pathname);
  await expect(stranger.getByRole('main').getByRole('img').first()).not.toHaveJSProperty('naturalWidth', 0);
  await tabTo(stranger, /^내려받기/);
  await expectStillness(stranger);

  await press(page, /^끊기$/);
  await expect(dialog.getByText('· 끊김')).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByText(/이제 볼 수 없는 링크예요/)).toBeVisible();
  await elsewhere.close();
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
