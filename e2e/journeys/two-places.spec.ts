import type { Page } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });
// Two pages, each loaded several times.
test.describe.configure({ timeout: 180_000 });

test('a job begun here is watched there, told of in both, and a sign-out reaches every tab', async ({
  page,
  browser,
  context,
}) => {
  const studio = new Studio(page);
  const person = newPerson('Saem');
  const prompt = 'A well in a courtyard, seen from above';
  await studio.signUp(person);
  const steps = page.getByRole('slider', { name: 'Steps' });
  await steps.focus();
  await steps.press('End');
  await studio.ask(prompt);
  await expect(studio.stage.getByText(/Step \d+ of \d+/)).toBeVisible();

  const elsewhere = await browser.newContext();
  const there = new Studio(await elsewhere.newPage());
  await test.step('a second browser shows the same job growing', async () => {
    await there.signIn(person);
    await expect(there.tray.or(there.finished(prompt)).first()).toBeVisible();
    await expect(there.finished(prompt)).toBeVisible({ timeout: 120_000 });
  });

  await test.step('on another page its end is told by the bell, which remembers what was seen', async () => {
    await studio.goTo('Files');
    const bell = page.getByRole('button', { name: /^Notifications/ });
    await expect(bell).toHaveAccessibleName('Notifications, 1 new', { timeout: 60_000 });
    await page.reload();
    await expect(bell).toHaveAccessibleName('Notifications, 1 new');
    await bell.click();
    await expect(
      page.getByRole('dialog', { name: 'Notifications' }).getByRole('button', { name: new RegExp(prompt) }),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(bell).toHaveAccessibleName('Notifications');
  });

  await test.step('two tabs: what is signed out in one is signed out in the other', async () => {
    const second = await context.newPage();
    await second.goto('/gallery');
    await expect(second.getByRole('navigation', { name: 'Places' })).toBeVisible();
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(second).toHaveURL(/\/sign-in/);
  });
  await elsewhere.close();
});

const said = (tab: Page) => tab.getByRole('textbox', { name: 'What is said' });

test('two tabs write side by side and speak one language', async ({ page, context }) => {
  const studio = new Studio(page);
  const person = newPerson('Minji');
  await studio.signUp(person);
  const second = await context.newPage();
  const there = new Studio(second);
  await second.goto('/speech');
  await expect(said(second)).toHaveValue('');
  await there.goTo('Create');

  await test.step('a tab that comes back to a form finds what the other one wrote, and writes on', async () => {
    await page.goto('/speech');
    await said(page).fill('A long text');
    await second.goBack();
    await expect(said(second)).toHaveValue('A long text');
    await said(second).press('End');
    await said(second).press('!');
    await expect(said(page)).toHaveValue('A long text!');
    await there.goTo('Create');
    await there.prompt.fill('A well');
    await studio.goTo('Create');
    await expect(studio.prompt).toHaveValue('A well');
  });

  await test.step('the same person finds it all after the session has ended', async () => {
    await context.clearCookies();
    await studio.signIn(person);
    await expect(studio.prompt).toHaveValue('A well');
    await expect(there.prompt).toHaveValue('A well');
  });

  await test.step('a language chosen in one is spoken in the other', async () => {
    for (const [language, title] of [
      ['한국어', /^만들기/],
      ['English', /^Create/],
    ] as const) {
      await page.getByRole('button', { name: /^(Account|내 계정)/ }).click();
      await seen(page, language, { exact: true }).click();
      await page.keyboard.press('Escape');
      for (const tab of [page, second]) await expect(tab).toHaveTitle(title);
    }
  });
});

/** Ends the session under a page that is open; gives what asks for the password. */
async function endSession(page: Page) {
  await page.context().clearCookies();
  // The token of ten minutes is the tab's own; told that it is no longer good, the studio has nothing left. Whatever the page asks
  // next brings the dialog: it may stand there before the button is pressed.
  await page.route('**/graphql', (route) =>
    route.fulfill({ status: 401, json: { errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] } }),
  );
  await new Studio(page).create.dispatchEvent('click');
  const again = page.getByRole('dialog', { name: 'Sign in to go on' });
  await expect(again).toBeVisible();
  await page.unroute('**/graphql');
  return again;
}

test('nothing of one person is there for the next, in any tab, whichever way they come', async ({ page, context }) => {
  const studio = new Studio(page);
  const [first, next] = [newPerson('Minji'), newPerson('Joon')];
  await studio.signUp(first);
  await studio.prompt.fill('A well');
  const second = await context.newPage();
  const there = new Studio(second);
  await second.goto('/');
  await expect(there.prompt).toHaveValue('A well');

  await test.step('by a cookie of another house', async () => {
    await context.clearCookies();
    // As after the way back from a provider: no page of the studio has told of it.
    const headers = { origin: new URL(page.url()).origin };
    expect((await page.request.post('/auth/sign-up/email', { data: next, headers })).ok()).toBe(true);
    await page.goto('/');
    await expect(studio.prompt).toHaveValue('');
    await expect(there.prompt).toHaveValue('');
    await there.prompt.fill('A roof');
    await expect(studio.prompt).toHaveValue('A roof');
  });

  await test.step('where the session has ended', async () => {
    const again = await endSession(page);
    await again.getByRole('textbox', { name: 'E-mail' }).fill(first.email);
    await again.getByLabel('Password').fill(first.password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(again).toBeHidden();
    await expect(studio.prompt).toHaveValue('');
    await expect(there.prompt).toHaveValue('');
  });

  await test.step('on the page of signing in, come to from there', async () => {
    await studio.prompt.fill('A gate');
    await (await endSession(page)).getByRole('link').click();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(next.email);
    await page.getByLabel('Password', { exact: true }).fill(next.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(studio.prompt).toHaveValue('');
    await expect(there.prompt).toHaveValue('');
  });

  await test.step('and after a sign-out nothing is kept at all', async () => {
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    for (const tab of [page, second]) await expect(tab).toHaveURL(/\/sign-in/);
    await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
    const own = () => Object.keys(localStorage).filter((key) => key.startsWith('modu.own.'));
    expect(await page.evaluate(own)).toEqual([]);
  });
});
