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

test('what is moved or left out keeps focus where it was pressed, and it is said', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Nari'));
  await page.goto('/documents');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  const buffer = Buffer.from('빛은 곧게 나아간다.\n\n그림자는 남는다.\n');
  await (await choosing).setFiles({ name: 'light.md', mimeType: 'text/markdown', buffer });
  await page.getByRole('link', { name: /light/u }).press('Enter');
  await page.getByRole('switch', { name: 'Correct what was read' }).press('Space');
  const more = page.getByRole('button', { name: /^More for Paragraph: 빛은/u });
  const heard = (words: string) => expect(page.getByRole('log').filter({ hasText: words })).toHaveCount(1);

  await test.step('a block that is moved', async () => {
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Move down' }).press('Enter');
    await heard('Moved');
    await expect(page.getByRole('button', { name: /^More for/u }).last()).toHaveAccessibleName(/빛은/u);
    await expect(more).toBeFocused();
  });

  await test.step('a block that is left out', async () => {
    await more.press('Enter');
    await page.getByRole('menuitem', { name: 'Leave out' }).press('Enter');
    await heard('Left out');
    await expect(more).toBeFocused();
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
