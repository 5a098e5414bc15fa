import type { Browser, Page } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

test.describe.configure({ mode: 'serial' });

const prompt = 'a paper boat beside a canal';
let page: Page;
let studio: Studio;

test.beforeAll(async ({ browser }) => {
  page = await browser.newPage();
  studio = new Studio(page);
  await studio.signUp(newPerson('Haneul'));
  await studio.ask(prompt);
  await expect(studio.finished(prompt)).toBeVisible();
});
test.afterAll(() => page.close());

/** Somebody who was never here: no cookies, nothing kept. */
async function asStranger<T>(browser: Browser, look: (stranger: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await look(await context.newPage());
  } finally {
    await context.close();
  }
}

async function makeLink(): Promise<string> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make link' }).click();
  return (await dialog.getByRole('code').textContent()) ?? '';
}

test('a picture’s link opens for a stranger, tells other sites what it shows, and is gone once revoked', async ({
  browser,
}) => {
  await studio.goTo('Gallery');
  await page.getByRole('button', { name: prompt, exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Settings of this picture' }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const url = await makeLink();

  await asStranger(browser, async (stranger) => {
    await stranger.goto(new URL(url).pathname);
    const picture = stranger.getByRole('main').getByRole('img').first();
    await expect(picture).toBeVisible();
    await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
    const download = stranger.waitForEvent('download');
    await stranger.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.png$/u);
    await expect(stranger.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/picture$/);
    expect((await stranger.context().cookies()).filter(({ name }) => name.includes('session'))).toEqual([]);
  });

  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke for good' }).click();
  await expect(page.getByRole('dialog').getByText('· revoked')).toBeVisible();
  const hasFocus = await page.evaluate<boolean>(
    "document.querySelector('[role=dialog]')?.contains(document.activeElement) === true",
  );
  expect(hasFocus, 'focus stays in the dialog when its button is gone').toBe(true);
  await asStranger(browser, async (stranger) => {
    await stranger.goto(new URL(url).pathname);
    await expect(seen(stranger, 'This link shows nothing any more.')).toBeVisible();
  });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused();
});

test('chosen pictures are taken away in one file', async () => {
  await studio.goTo('Gallery');
  await page.getByRole('button', { name: `Choose ${prompt}` }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('toolbar', { name: 'Chosen pictures' }).getByRole('button', { name: 'Download' }).click();
  expect((await downloading).suggestedFilename()).toBe('modu-pictures.zip');
  await page.getByRole('button', { name: 'Choose none' }).click();
});

test('a board holds pictures together, and its link shows them to a stranger', async ({ browser }) => {
  await page.goto('/boards');
  await page.getByRole('textbox', { name: 'New board' }).fill('Boats');
  await page.getByRole('button', { name: 'Make board' }).click();
  await studio.goTo('Gallery');
  await page.getByRole('button', { name: `Choose ${prompt}` }).click();
  await page.getByRole('button', { name: 'Put onto board' }).click();
  await page.getByRole('button', { name: /^Boats/ }).click();
  await page.goto('/boards');
  await page.getByRole('link', { name: /Boats/ }).click();
  await expect(seen(page, '1 picture')).toBeVisible();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const url = await makeLink();

  await asStranger(browser, async (stranger) => {
    await stranger.goto(new URL(url).pathname);
    await expect(stranger.getByRole('heading', { name: 'Boats' })).toBeVisible();
    const tile = stranger.getByRole('main').getByRole('img').first();
    await expect(tile).not.toHaveJSProperty('naturalWidth', 0);
    await tile.click();
    await expect(stranger.getByRole('dialog').getByRole('img').first()).toBeVisible();
  });
});
