import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'cuts' });

test('words of any kind: a megabyte, emoji, right-to-left and invisible signs', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Iseul'));

  await test.step('a pasted megabyte is kept, refused beside the field, and the page stays quick', async () => {
    await studio.prompt.fill('persimmon '.repeat(100_000));
    await studio.create.click();
    await expect(seen(page, /^The prompt is 9979\d\d characters too long/)).toBeVisible();
    const began = Date.now();
    await studio.goTo('Files');
    await expect(page.getByRole('heading', { name: 'Files', exact: true })).toBeVisible();
    expect(Date.now() - began).toBeLessThan(20_000);
    await studio.goTo('Create');
    await expect(studio.prompt).toHaveValue(/^persimmon/);
  });

  await test.step('emoji, Arabic, Hebrew and zero-width signs come back as they were written', async () => {
    const prompt = 'A 👩🏽‍🚀 above شجرة and עץ\u200B\u200D, ünïcödé';
    await studio.ask(prompt);
    await expect(studio.stage.getByRole('img', { name: /ünïcödé\u2069?$/u })).toBeVisible();
    await studio.goTo('Gallery');
    await expect(page.getByRole('main').getByRole('button', { name: /^A .*ünïcödé/ })).toBeVisible();
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
    ).toBe(0);
  });
});

test('hands that are too quick: a double click is one job, Back and Forward lose nothing', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Gaeul'));
  const prompt = 'Two cups on a bench';
  await studio.prompt.fill(prompt);
  await studio.create.dblclick();
  await expect(studio.finished(prompt)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Account, 98 credits/ })).toBeVisible();

  await studio.prompt.fill('Half a sentence');
  await studio.goTo('Gallery');
  await expect(page).toHaveURL(/\/gallery$/);
  await page.goBack();
  await expect(studio.prompt).toHaveValue('Half a sentence');
  await page.goForward();
  await expect(page).toHaveURL(/\/gallery$/);

  await test.step('what is written in a form outlives a reload', async () => {
    await page.goto('/speech');
    const words = page.getByRole('textbox', { name: 'What is said' });
    await words.fill('The tide comes in');
    await page.reload();
    await expect(words).toHaveValue('The tide comes in');
    await page.goto('/');
    await expect(studio.prompt).toHaveValue('Half a sentence');
  });
});

test('a browser whose storage is full still makes pictures', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(`
    Storage.prototype.setItem = () => { throw new DOMException('Full', 'QuotaExceededError'); };
  `);
  const studio = new Studio(page);
  const prompt = 'A stone wall with moss';
  await studio.signUp(newPerson('Dol'));
  await studio.ask(prompt);
  await expect(studio.finished(prompt)).toBeVisible();
  expect(errors).toEqual([]);
});

test('file names that mean harm are only names', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Namu'));
  await studio.goTo('Files');
  const buffer = Buffer.from('harmless words');
  const names = [
    '<img src=x onerror=alert(1)>.txt',
    '..\\..\\etc\\passwd.txt',
    'cod\u202Etxt.exe.txt',
    `${'long'.repeat(50)}.txt`,
  ];
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  for (const name of names) {
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
  }
  // Each is stored under its name or refused in words; none is run, none breaks the page.
  await expect(page.getByRole('button', { name: /^Dismiss / })).toHaveCount(names.length);
  await expect(
    seen(page, 'Give the file a name of 1 to 255 characters, without slashes or hidden characters.'),
  ).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Uploads' }).getByText('Stored')).toHaveCount(2);
  expect(alerted).toBe(false);
  expect(
    await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0);
});
