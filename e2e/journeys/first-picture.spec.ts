import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test('from nothing to a first picture, and a file there and back', async ({ page }) => {
  const studio = new Studio(page);
  const prompt = 'A lighthouse in the rain at dusk, watercolour';

  await test.step('Minji signs up and sees what she has', async () => {
    await studio.signUp(newPerson('Minji'));
    await expect(page.getByRole('button', { name: /^Account, 100 credits/ })).toBeVisible();
  });

  await test.step('she writes a prompt and watches the picture appear step by step', async () => {
    await studio.ask(prompt);
    await expect(studio.stage.getByText(/Step \d+ of \d+/)).toBeVisible();
    await expect(studio.finished(prompt)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Account, 98 credits/ })).toBeVisible();
  });

  await test.step('she finds it in the gallery with its settings', async () => {
    await studio.goTo('Gallery');
    await page.getByRole('button', { name: prompt, exact: true }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Settings of this picture' }).click();
    await expect(page.getByRole('complementary', { name: 'Settings of this picture' })).toContainText(prompt);
    await expect(page.getByRole('img', { name: new RegExp(prompt) })).toBeVisible();
    await expect(page.getByRole('img', { name: new RegExp(prompt) })).toHaveJSProperty('naturalWidth', 512);
  });

  await test.step('she uploads a file of her own and gets exactly its bytes back', async () => {
    const bytes = randomBytes(3_000_000);
    await studio.goTo('Files');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '감나무 notes.bin', mimeType: 'application/octet-stream', buffer: bytes });
    const link = page.getByRole('link', { name: 'Download 감나무 notes.bin' });
    const button = page.getByRole('button', { name: 'Download 감나무 notes.bin' });
    await expect(link.or(button)).toBeVisible();
    const downloading = page.waitForEvent('download');
    await link.or(button).click();
    const download = await downloading;
    const received = await readFile(await download.path());
    expect(download.suggestedFilename()).toBe('감나무 notes.bin');
    expect(createHash('sha256').update(received).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
  });
});
