import { expect, test } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';

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
    await expect(there.finished(prompt)).toBeVisible({ timeout: 60_000 });
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
