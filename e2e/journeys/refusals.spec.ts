import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

test('a stranger is asked to sign in, and a wrong password is refused', async ({ page }) => {
  const studio = new Studio(page);
  await page.goto('/gallery');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await studio.signIn({ ...newPerson('Nobody'), password: 'not-the-password' });

  await expect(seen(page, 'E-mail and password do not match.')).toBeVisible();
});

test('an empty prompt is refused beside the field, and nothing is charged', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Hana'));
  await studio.create.click();

  await expect(seen(page, 'Write what the picture should show.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account, 100 credits/ })).toBeVisible();
});

test('a picture of someone else looks like one that does not exist', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Yuna'));
  await page.goto('/gallery/00000000-0000-7000-8000-000000000000');

  await expect(seen(page, 'This picture is not here')).toBeVisible();
});
