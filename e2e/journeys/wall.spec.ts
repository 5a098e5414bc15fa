import type { Locator, Page } from '@playwright/test';
import { askGraph } from '../pages/graph.ts';
import { press, tabTo } from '../pages/keyboard.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.describe.configure({ mode: 'serial' });
// A stranger who opens a link is asked whether they are signed in.
test.use({ noise: 'refusals' });

const GENERATE =
  'mutation($input: TextToImageInput!) { generateImage(input: $input) { __typename ... on Refusal { message } } }';
const STAR = 'mutation($ids: [ID!]!) { starImages(ids: $ids, starred: true) { __typename } }';
const IDS = '{ images(first: 20) { edges { node { id } } } }';
const ON_BOARDS = '{ boards { name imageCount } }';
const person = newPerson('Byeok');
let page: Page;
let tiles: Locator;

/** The places that are chosen, as the wall shows them. */
const chosen = () =>
  page.evaluate<number[]>(
    "[...document.querySelectorAll('.wall__tile[data-chosen=true] > .wall__picture')].map((tile) => Number(tile.dataset.place))",
  );
const isInDialog = () => page.evaluate<boolean>("document.activeElement?.closest('[role=dialog]') != null");
const isWorkFocused = () => page.evaluate<boolean>("document.activeElement?.id === 'work'");

type Point = Readonly<Record<'x' | 'y', number>>;
const frameBox = async () =>
  (await page.locator('.lightbox__frame').boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
const width = async () => (await frameBox()).width;
/** Which part of the picture lies at a point of the window, in shares of its sides. */
const partAt = async ({ x, y }: Point): Promise<readonly number[]> => {
  const box = await frameBox();
  return [(x - box.x) / box.width, (y - box.y) / box.height];
};

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  page = await browser.newPage();
  const studio = new Studio(page);
  await studio.signUp(person);
  const idsNow = async () =>
    (await askGraph<{ images: { edges: { node: { id: string } }[] } }>(page, IDS, {})).images.edges.map(
      ({ node }) => node.id,
    );
  for (const [made, prompt, width] of [
    [4, 'A heron', 256],
    [8, 'A reed', 384],
  ] as const) {
    const input = { prompt, count: 4, width, height: 256, steps: 4 };
    const { generateImage } = await askGraph<{ generateImage: object }>(page, GENERATE, { input });
    expect(generateImage).toEqual({ __typename: 'Job' });
    await expect.poll(async () => (await idsNow()).length, { timeout: 60_000 }).toBe(made);
  }
  await askGraph(page, STAR, { ids: (await idsNow()).slice(0, 2) });
  await askGraph(page, 'mutation { createBoard(input: { name: "Ponds" }) { __typename } }', {});
  await page.goto('/gallery');
  tiles = page.locator('[data-place]');
  await expect(tiles).toHaveCount(8);
});
test.afterAll(() => page.close());

test('filters are chosen with their counts, stand in the address over a reload and Back, and are taken off', async () => {
  await page.getByRole('button', { name: /^Filter/u }).click();
  const panel = page.getByRole('dialog', { name: 'Filter the gallery' });
  await panel.getByRole('button', { name: 'Starred only 2' }).click();
  await expect(panel.getByText('2 pictures')).toBeVisible();
  await panel.getByRole('button', { name: 'Starred only 2' }).click();
  await panel.getByRole('button', { name: 'Square 4' }).click();
  await expect(panel.getByRole('button', { name: 'Ponds 0' }), 'no square picture is on it').toBeVisible();
  await panel.getByRole('button', { name: 'Today 4' }).click();
  await expect(panel.getByRole('button', { name: 'Landscape 4' }), 'the other shape stays in sight').toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Filter/u })).toBeFocused();
  await expect(tiles).toHaveCount(4);

  await page.reload();
  const chips = page.getByRole('list', { name: 'Shown are only' });
  await expect(chips.getByRole('button')).toHaveText([/^Since /u, 'Square', 'Show all pictures']);
  await expect(tiles).toHaveCount(4);
  await page.goBack();
  await expect(chips.getByRole('button')).toHaveText(['Square']);
  await page.goForward();
  await press(page, /^Take away Since /u);
  await expect(page.getByRole('button', { name: 'Take away Square' }), 'focus goes on to the next').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tiles).toHaveCount(8);
  await expect(page.getByRole('button', { name: /^Filter/u })).toBeFocused();
});

test('a range is chosen by pointer and by keys; arrows, Home and End walk', async () => {
  await tiles.nth(1).click({ modifiers: ['Control'] });
  await tiles.nth(4).click({ modifiers: ['Shift'] });
  await expect.poll(chosen).toEqual([1, 2, 3, 4]);
  await page.keyboard.press('Escape');
  await expect.poll(chosen).toEqual([]);
  await tiles.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+Space');
  await expect.poll(chosen).toEqual([0, 1, 2]);
  await page.keyboard.press('End');
  await expect(tiles.nth(7)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tiles.first()).toBeFocused();
});

test('what is chosen is dragged onto a board, and put there by a key', async () => {
  const board = page.locator('.board-dock__board', { hasText: 'Ponds' });
  await tiles.nth(1).hover();
  await page.mouse.down();
  await page.mouse.move(600, 400, { steps: 4 });
  await board.hover();
  await page.mouse.up();
  await expect.poll(() => askGraph(page, ON_BOARDS, {})).toEqual({ boards: [{ name: 'Ponds', imageCount: 3 }] });
  await page.keyboard.press('Escape');
  await tiles.nth(5).focus();
  await page.keyboard.press('b');
  await expect.poll(isInDialog, { message: 'before that, Tab would lead on along the wall' }).toBe(true);
  await press(page, /^Ponds/u);
  await expect.poll(() => askGraph(page, ON_BOARDS, {})).toEqual({ boards: [{ name: 'Ponds', imageCount: 4 }] });
  await expect(tiles.nth(5)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect.poll(chosen).toEqual([]);
});

test('? opens the sheet of the wall’s own keys and nothing beside it; Escape gives focus back', async () => {
  await tiles.nth(2).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys of the gallery' });
  await expect(sheet.getByText('Put onto a board')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(tiles.nth(2)).toBeFocused();
});

test('what is pointed at stays where it is when one comes closer, and is drawn along by the mouse', async () => {
  await tiles.nth(2).click();
  const stage = page.locator('.lightbox__stage');
  await expect(stage.getByRole('img')).toBeVisible();
  const box = (await stage.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const pointed = { x: middle.x + 90, y: middle.y - 60 };
  const part = await partAt(pointed);
  const missBy = async (at: Point) => Math.hypot(...(await partAt(at)).map((share, axis) => share - (part[axis] ?? 0)));

  await page.mouse.dblclick(pointed.x, pointed.y);
  await expect(stage).toHaveAttribute('data-zoomed', 'true');
  expect(await missBy(pointed)).toBeLessThan(0.01);
  const large = await width();
  await page.mouse.wheel(0, -200);
  await expect.poll(width).toBeGreaterThan(large * 1.2);
  expect(await missBy(pointed)).toBeLessThan(0.01);

  const drawn = { x: pointed.x - 120, y: pointed.y + 50 };
  await page.mouse.down();
  await page.mouse.move(drawn.x, drawn.y, { steps: 3 });
  await page.mouse.up();
  expect(await missBy(drawn)).toBeLessThan(0.01);
  await page.getByRole('button', { name: 'Closer' }).focus();
  await page.keyboard.press('Escape');
  await expect(tiles.nth(2), 'the first Escape closes it').toBeFocused();
});

test('a picture alone: closer, on and back by keys; focus is on the wall where it was left', async () => {
  await tiles.nth(2).focus();
  await page.keyboard.press('Enter');
  const stage = page.locator('.lightbox__stage');
  await expect(stage.getByRole('img')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeFocused();
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeCloseTo(before * 1.5, 0);
  await page.keyboard.press('0');
  await expect.poll(width).toBeCloseTo(before, 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(tiles.nth(3)).toBeFocused();
});

test('from there to its page and its links by keys, and focus comes back each time', async () => {
  await page.keyboard.press('Enter');
  await press(page, /^Settings of this picture$/u);
  await page.waitForURL(/\/gallery\/./u);
  await expect.poll(isWorkFocused).toBe(true);
  for (const opener of ['Share', 'Edit words']) {
    await tabTo(page, new RegExp(`^${opener}$`, 'u'));
    await page.keyboard.press('Enter');
    await expect.poll(isInDialog).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: opener, exact: true })).toBeFocused();
  }
});

test('who looked at a link is told beside it', async ({ browser }) => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make link' }).click();
  const url = (await dialog.getByRole('code').textContent()) ?? '';
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(new URL(url).pathname);
  await expect(stranger.getByRole('main').getByRole('img').first()).toBeVisible();
  await stranger.context().close();
  await dialog.getByRole('button', { name: /^Who looked/u }).click();
  await expect(dialog.getByRole('list', { name: /^Who looked/u }).getByText('Seen')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('on a phone a finger goes on to the next picture, and filters come up from the edge', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const phone = await context.newPage();
  await new Studio(phone).signIn(person);
  await expect(phone.getByRole('textbox', { name: 'Prompt' })).toBeVisible();
  await phone.goto('/gallery');
  await phone.locator('[data-place="0"]').tap();
  const shown = phone.locator('.lightbox__stage').getByRole('img');
  await expect(shown).toBeVisible();
  const first = await shown.getAttribute('src');
  await swipe(phone, { from: 320, to: 60 });
  await expect(shown).not.toHaveAttribute('src', first ?? '');
  await swipe(phone, { from: 60, to: 320 });
  await expect(shown).toHaveAttribute('src', first ?? '');
  await phone.getByRole('button', { name: 'Close', exact: true }).tap();
  await phone.getByRole('button', { name: /^Filter/u }).tap();
  await phone.getByRole('dialog', { name: 'Filter the gallery' }).getByRole('button', { name: 'Square 4' }).tap();
  await expect(phone.getByRole('dialog').getByText('4 pictures')).toBeVisible();
  await context.close();
});

async function swipe(phone: Page, { from, to }: { readonly from: number; readonly to: number }): Promise<void> {
  const session = await phone.context().newCDPSession(phone);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: x === undefined ? [] : [{ x, y: 560 }] });
  await touch('touchStart', from);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', from + (to - from) * part);
  await touch('touchEnd');
  await session.detach();
}
