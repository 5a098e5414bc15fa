import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

for (const [title, daysOff] of [
  ['two days ahead', 2],
  ['a year behind', -365],
] as const) {
  test(`a clock that is ${title} makes pictures, uploads and counts no negative time`, async ({ page }) => {
    await page.clock.setSystemTime(Date.now() + daysOff * 86_400_000);
    const studio = new Studio(page);
    const prompt = 'A sundial under a cloudy sky';
    await studio.signUp(newPerson('Sigye'));
    await studio.ask(prompt);
    await expect(studio.finished(prompt)).toBeVisible();
    await studio.goTo('Files');
    const file = { name: 'hour.txt', mimeType: 'text/plain', buffer: Buffer.from('noon') };
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(page.getByRole('region', { name: 'Uploads' }).getByText('Stored')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/-\d+ (?:s|min|h)\b|NaN|Invalid/u);
  });
}

test('a picture that carries a script is stored as it is, and runs nowhere', async ({ page, context }) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="80" height="80">
    <script>alert(2); top.stolen = 1</script>
    <foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(3)"/></foreignObject>
    <image href="x" onerror="alert(4)"/></svg>`;
  const alerts: string[] = [];
  context.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  const studio = new Studio(page);
  await studio.signUp(newPerson('Geurim'));
  await studio.goTo('Files');
  const file = { name: 'evil.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('button', { name: /^Dismiss evil\.svg/ })).toBeVisible();

  const open = page
    .getByRole('link', { name: 'Download evil.svg' })
    .or(page.getByRole('button', { name: 'Download evil.svg' }));
  if (await open.isVisible()) {
    const downloading = page.waitForEvent('download');
    await open.click();
    // It comes as a file to keep, never as a page to look at.
    expect((await downloading).suggestedFilename()).toBe('evil.svg');
  }
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(alerts).toEqual([]);
  expect(await page.evaluate('globalThis.stolen')).toBeUndefined();
});
