import type { Page } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

const PAGES = ['/', '/gallery', '/files'] as const;

/** How far the page is wider than the window, in CSS pixels. */
const sideways = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test('found by typing, helped by a key, never with the mouse', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Haneul'));

  await test.step('Ctrl K finds a place by its Korean name while the studio speaks English', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find and go' })).toBeFocused();
    await page.keyboard.type('갤러리 그림');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox', { name: 'Find and go' })).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find and go' })).toBeFocused();
    await page.keyboard.type('업로드');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/files$/);
    await expect(page.locator('#work')).toBeFocused();
  });

  await test.step('words that name nothing are looked for among the pictures', async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find and go' })).toBeFocused();
    await page.keyboard.type('heron in fog');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/gallery\?search=heron/u);
    await expect(page.getByRole('heading', { name: 'No picture fits this search' })).toBeVisible();
  });

  await test.step('G then G goes to the gallery', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('g');
    await expect(page).toHaveURL(/\/gallery$/);
  });

  await test.step('? opens help, where keys without Ctrl are turned off', async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Help and keys' })).toBeVisible();
    await page.getByRole('switch', { name: /Keys without Ctrl/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await expect(page).toHaveURL(/\/gallery$/);
  });
});

test('a session that is ended from elsewhere in mid-work is renewed in place, and nothing typed is lost', async ({
  page,
  browser,
}) => {
  const studio = new Studio(page);
  const person = newPerson('Dami');
  await studio.signUp(person);
  const words = page.getByRole('textbox', { name: 'Words', exact: true });

  await test.step('a correction is begun', async () => {
    await page.goto('/documents');
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const buffer = Buffer.from('빛은 곧게 나아간다.\n');
    await (await choosing).setFiles({ name: 'light.md', mimeType: 'text/markdown', buffer });
    await page.getByRole('link', { name: /light/u }).click();
    await page.getByRole('switch', { name: 'Correct what was read' }).press('Space');
    await page.getByRole('button', { name: /^Correct Paragraph/u }).click();
    await words.fill('빛은 똑바로 나아간다.');
  });

  await test.step('the session is signed out in another browser', async () => {
    const elsewhere = await browser.newContext();
    const there = new Studio(await elsewhere.newPage());
    await there.signIn(person);
    await expect(there.prompt).toBeVisible();
    await there.page.goto('/security');
    await there.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await there.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(seen(there.page, 'Signed out there.')).toBeVisible();
    await elsewhere.close();
  });

  await test.step('the page asks for the password by itself, stays as it was, and goes on', async () => {
    const again = page.getByRole('dialog', { name: 'Sign in to go on' });
    await expect(again).toBeVisible();
    await expect(again.getByRole('textbox', { name: 'E-mail' })).toHaveValue(person.email);
    await again.getByLabel('Password').fill(person.password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(again).toBeHidden();
    await expect(words).toHaveValue('빛은 똑바로 나아간다.');
    await expect(words).toBeFocused();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(words).toBeHidden();
    await expect(page.getByRole('article').getByText('빛은 똑바로 나아간다.')).toBeVisible();
  });
});

for (const [title, viewport] of [
  ['320 px wide', { width: 320, height: 640 }],
  // 200 % zoom of a window of 1280 by 800 leaves this many CSS pixels.
  ['at 200 % zoom', { width: 640, height: 400 }],
] as const) {
  test(`no page scrolls sideways, ${title}, and places stay in reach`, async ({ page }) => {
    const studio = new Studio(page);
    await studio.signUp(newPerson('Sora'));
    await page.setViewportSize(viewport);
    for (const path of PAGES) {
      await page.goto(path);
      await expect(
        page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Create' }),
      ).toBeInViewport();
      await page.waitForLoadState('networkidle');
      expect(await sideways(page), path).toBeLessThanOrEqual(0);
    }
  });
}

test('however many jobs are under way, the work and its settings stay in reach beside the tray', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Minji'));
  const steps = page.getByRole('slider', { name: 'Steps' });
  await steps.focus();
  await steps.press('End');
  for (let asked = 1; asked <= 5; asked += 1) {
    await studio.ask(`A harbour at night with a hundred lamps, ${asked}`);
    await expect(studio.tray.getByText(`A harbour at night with a hundred lamps, ${asked}`)).toBeAttached();
  }
  await expect(studio.tray.getByRole('listitem')).toHaveCount(5);
  await expect(studio.prompt).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('complementary', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
  await expect(studio.stage).toBeInViewport({ ratio: 1 });
});

test('nothing moves for those who asked for less motion', async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const studio = new Studio(page);
  await studio.signUp(newPerson('Garam'));
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate<number>(
    "document.getAnimations().filter((one) => one.playState === 'running' && (one.effect?.getComputedTiming().duration ?? 0) > 1).length",
  );
  expect(moving).toBe(0);
  await context.close();
});

test('written from right to left, a page scrolls nowhere sideways and sizes stand in their order', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Areum'));
  const wide = seen(page, /768 × 432/u);
  await expect(wide).toBeVisible();
  await page.evaluate("document.documentElement.dir = 'rtl'");
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  const [first, last] = await page.evaluate<readonly [number, number]>(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (!texts.nextNode().data.includes('768 × 432'));
    return ['768', '432'].map((figure) => {
      const range = document.createRange();
      range.setStart(texts.currentNode, texts.currentNode.data.indexOf(figure));
      range.setEnd(texts.currentNode, texts.currentNode.data.indexOf(figure) + figure.length);
      return range.getBoundingClientRect().left;
    });
  })()`);
  expect(first).toBeLessThan(last);
});
