import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.use({ noise: 'refusals' });

// The rules are told in `keep-focus.test.tsx`; here is what only a browser knows: how it lets go of what is gone or disabled.
test('by keys alone nobody loses their place where what they pressed goes away', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Sori'));

  await test.step('a form that takes the place of its button has focus, and the button after it', async () => {
    await page.goto('/security');
    await page.getByRole('button', { name: 'New key' }).press('Enter');
    await expect(page.getByRole('textbox', { name: 'What is it for?' })).toBeFocused();
    await page.keyboard.type('Nightly posters');
    await page.getByRole('button', { name: 'Make the key' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Copy' })).toBeFocused();
    await page.getByRole('button', { name: 'I have kept it' }).press('Enter');
    await expect(page.getByRole('button', { name: 'New key' })).toBeFocused();
  });

  await test.step('a key that is gone leaves focus in what is around it', async () => {
    await page.getByRole('button', { name: 'Remove' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Remove' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'New key' })).toBeFocused();
  });

  await test.step('a name that was saved can be changed again at once', async () => {
    await page.goto('/account');
    const name = page.getByRole('textbox', { name: 'Name' }).first();
    await name.fill('Sori Kim');
    await page.getByRole('button', { name: 'Save' }).first().press('Enter');
    await expect(name).toBeFocused();
  });
});

test('what is asked for again after it did not come leaves focus in the work', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Garam'));
  const documents = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Documents' });
  await page.route('**/graphql', (route) => route.fulfill({ status: 400, json: { errors: [{ message: 'No' }] } }));
  await documents.press('Enter');
  const again = page.getByRole('button', { name: 'Try again' });
  await again.waitFor();
  await page.unroute('**/graphql');
  await again.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(page.locator('#work')).toBeFocused();
});
