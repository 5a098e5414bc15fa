import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { checkPage } from '../pages/checks.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { makeThings, PROMPT } from '../pages/things.ts';
import type { Things } from '../pages/things.ts';

test.describe.configure({ mode: 'serial' });
test.use({ noise: 'refusals' });

/** Every address the studio has. One that is added fails here until it is said below what of it there is to see. */
const ADDRESSES = [
  ...readFileSync(new URL('../../apps/web/src/app/addresses.ts', import.meta.url), 'utf8').matchAll(
    /^ {2}'(\/[^']*)':/gmu,
  ),
].map(([, path = '']) => path);

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** For a stranger: what is there to see at each open address. */
const OPEN = [
  '/sign-in',
  '/sign-up',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/dev/mail',
  '/sign-in?next=/gallery',
];

/** For somebody with things: an address, filled, and what it shows when the thing is not there. */
const STUDIO: Readonly<Record<string, (things: Things) => readonly string[]>> = {
  '/': () => ['/'],
  '/account': () => ['/account'],
  '/admin/queue': () => ['/admin/queue'],
  '/boards': () => ['/boards'],
  '/boards/$boardId': ({ boardId }) => [`/boards/${boardId}`, `/boards/${NOWHERE}`],
  '/braille/$renditionId': ({ renditionId }) => [`/braille/${renditionId}`, `/braille/${NOWHERE}`],
  '/credits': () => ['/credits'],
  '/documents': () => ['/documents'],
  '/documents/$documentId': ({ documentId }) => [`/documents/${documentId}`, `/documents/${NOWHERE}`],
  '/enterprise': () => ['/enterprise'],
  '/files': () => ['/files'],
  '/gallery': () => ['/gallery', '/gallery?page=1', '/gallery?search=nothing-of-that-name'],
  '/gallery/$imageId': ({ imageId }) => [`/gallery/${imageId}`, `/gallery/${NOWHERE}`],
  '/gallery/trash': () => ['/gallery/trash'],
  '/overview': () => ['/overview'],
  '/plans': () => ['/plans'],
  '/s/$token': ({ share }) => [share, '/s/nothing'],
  '/security': () => ['/security'],
  '/speech': () => ['/speech'],
  '/speech/$clipId': ({ clipId }) => [`/speech/${clipId}`, `/speech/${NOWHERE}`],
  '/transcripts/$transcriptId': ({ transcriptId }) => [`/transcripts/${transcriptId}`, `/transcripts/${NOWHERE}`],
};

test('each address is one that is looked at here', () => {
  const seen = [...OPEN.map((path) => path.split('?')[0] ?? path), ...Object.keys(STUDIO)];
  expect([...new Set(seen)].toSorted()).toEqual(ADDRESSES.toSorted());
});

test('what anyone can open', async ({ page }) => {
  for (const path of OPEN) {
    await page.goto(path);
    await checkPage(page, path);
  }
});

test('what somebody new sees, who has nothing yet, and an address that leads nowhere', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Saebyeok'));
  for (const path of ['/', '/gallery', '/boards', '/documents', '/files', '/overview', '/credits', '/no/such/place']) {
    await page.goto(path);
    await checkPage(page, `${path}, empty`);
  }
});

test.describe('what somebody sees who has made things', () => {
  test.setTimeout(300_000);
  let page: Page;
  let things: Things;

  test.beforeAll(async ({ browser }) => {
    page = await (await browser.newContext()).newPage();
    const studio = new Studio(page);
    await studio.signUp(newPerson('Neul'));
    things = await makeThings(studio);
  });
  test.afterAll(() => page.context().close());

  test('at every address', async () => {
    for (const [address, paths] of Object.entries(STUDIO))
      for (const path of paths(things)) {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await checkPage(page, `${address} (${path})`);
      }
  });

  test('and where what a page asks for fails: it says so, and asks again at a press', async () => {
    // Of what is not allowed a page knows that asking again by itself is of no use: it says so at once.
    await page.route('**/graphql', (route) =>
      route.fulfill({ json: { errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] } }),
    );
    for (const [address, paths] of Object.entries(STUDIO)) {
      // The desk asks for nothing that it needs, and who may not see the queue need not ask again.
      if (['/', '/admin/queue'].includes(address)) continue;
      const [path = address] = paths(things);
      await page.goto(path);
      const again = page.getByRole('main').getByRole('button', { name: 'Try again', exact: true });
      await expect.soft(again.first(), `${address}: a way to ask again`).toBeVisible({ timeout: 8_000 });
      await checkPage(page, `${address}, failed`, ['light']);
    }
    await page.unrouteAll();
  });

  test('and in what opens over a page, which gives focus back', async () => {
    for (const [what, path, open] of OPENED) {
      await page.goto(path(things));
      await page.waitForLoadState('networkidle');
      await open(page);
      const opened = page.locator(OPENS).first();
      await expect(opened, what).toBeVisible();
      await checkPage(page, what);
      await page.keyboard.press('Escape');
      await expect(opened, `${what} closes at the first Escape`).toBeHidden();
      // Those two are opened by a key, from nowhere. To all others focus returns in the frame after they have gone.
      if (['the palette', 'help'].includes(what)) continue;
      await expect.soft(page.locator('body'), `${what} gives focus back`).not.toBeFocused();
    }
  });
});

/** What opens over a page; a toast, which calls itself an alertdialog too, stays beside it. */
const OPENS = '[role=dialog], [role=menu], [role=alertdialog]:not([aria-modal=false])';

/** What opens over a page: where, how it is opened. */
const OPENED: readonly (readonly [string, (things: Things) => string, (page: Page) => Promise<void>])[] = [
  ['the palette', () => '/', (page) => page.keyboard.press('Control+k')],
  ['help', () => '/', (page) => page.keyboard.press('?')],
  ['the jobs', () => '/', (page) => page.getByRole('button', { name: 'Jobs', exact: true }).click()],
  ['the notifications', () => '/', (page) => page.getByRole('button', { name: /^Notifications/u }).click()],
  ['the account', () => '/', (page) => page.getByRole('button', { name: /^Account,/u }).click()],
  ['the filter', () => '/gallery', (page) => page.getByRole('button', { name: 'Filter' }).click()],
  ['the order', () => '/gallery', (page) => page.getByRole('button', { name: 'Order' }).click()],
  ['a picture alone', () => '/gallery', (page) => page.getByRole('button', { name: PROMPT, exact: true }).click()],
  ['the links of a picture', ({ imageId }) => `/gallery/${imageId}`, (page) => share(page)],
  [
    'its words',
    ({ imageId }) => `/gallery/${imageId}`,
    (page) => page.getByRole('button', { name: 'Edit words' }).click(),
  ],
  ['the menu of a board', () => '/boards', (page) => page.getByRole('button', { name: 'More for Ponds' }).click()],
  ['the links of a board', ({ boardId }) => `/boards/${boardId}`, (page) => share(page)],
  [
    'a question',
    ({ documentId }) => `/documents/${documentId}`,
    (page) => page.getByRole('button', { name: 'Delete' }).click(),
  ],
];

const share = (page: Page) => page.getByRole('button', { name: 'Share', exact: true }).click();
