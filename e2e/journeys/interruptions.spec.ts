import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.use({ noise: 'cuts' });

test('a canceled job gives its credits back', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Sora'));
  const steps = page.getByRole('slider', { name: 'Steps' });
  await steps.focus();
  await steps.press('End');
  await studio.ask('A harbour at night with fishing boats and a hundred lamps');

  await studio.tray.getByRole('button', { name: /^Cancel/ }).click();

  await expect(studio.stage.getByText('Canceled. Your credits are back.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account, 100 credits/ })).toBeVisible();
});
