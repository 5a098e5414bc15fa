import { expect, test } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';

/** Large and slow enough to be interrupted. */
const SLOW = { size: /1024/, prompt: 'A harbour at night with fishing boats and a hundred lamps' };

async function startSlow(studio: Studio): Promise<void> {
  const steps = studio.page.getByRole('slider', { name: 'Steps' });
  await steps.focus();
  await steps.press('End');
  await studio.ask(SLOW.prompt);
}

test('a job outlives a reload: the tray finds it again, and the picture arrives', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Jun'));
  await startSlow(studio);
  await expect(studio.tray).toBeVisible();

  await page.reload();

  await expect(studio.tray).toBeVisible();
  await expect(studio.tray).toBeHidden({ timeout: 60_000 });
  await studio.goTo('Gallery');
  await expect(page.getByRole('button', { name: SLOW.prompt, exact: true })).toBeVisible();
});

test('a canceled job gives its credits back', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Sora'));
  await startSlow(studio);

  await studio.tray.getByRole('button', { name: /^Cancel/ }).click();

  await expect(studio.stage.getByText('Canceled. Your credits are back.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account, 100 credits/ })).toBeVisible();
});
