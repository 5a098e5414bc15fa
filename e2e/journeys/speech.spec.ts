import { readFile } from 'node:fs/promises';
import { deleteThing } from '../pages/delete-thing.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { findViolations } from '../pages/violations.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

const TEXT = '빛은 곧게 나아간다. 그래서 물체 뒤에는 그림자가 생긴다.';

test('a text is said, listened to with its words marked, and its captions are taken along, by keyboard', async ({
  page,
}) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Sori'));
  await page.goto('/speech');
  await page.getByRole('textbox', { name: 'What is said' }).fill(TEXT);
  await expect(page.getByRole('combobox', { name: 'Voice' })).toHaveValue(/Korean/);
  await page.getByRole('button', { name: 'Say it for 1 credit' }).press('Enter');

  await page.getByRole('link', { name: /빛은 곧게.*0:0\d/ }).click();
  const play = page.getByRole('button', { name: 'Play', exact: true });
  // A key on a button that waits for the sound’s address would be lost.
  await expect(play).toBeEnabled();
  await play.press('Enter');
  const marked = () => page.evaluate<string>("[...(CSS.highlights.get('spoken-word') ?? [])].map(String).join()");
  await expect.poll(marked).toMatch(/^(곧게|나아간다|그래서|물체)$/);
  await page.getByRole('button', { name: 'Pause' }).press('Enter');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download captions (VTT)' }).press('Enter');
  expect(await readFile(await (await downloading).path(), 'utf8')).toMatch(/^WEBVTT\n\n00:00:00\.\d{3} --> /);
  expect(await findViolations(page)).toEqual([]);
});

test('a book is listened to from chapter to chapter without a hand on it', async ({ page }) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Haneul'));
  await page.goto('/documents');
  const book = Buffer.from('# 하나\n\n해가 진다.\n\n# 둘\n\n달이 뜬다. 별도 뜬다. 밤은 길다.\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'night.md', mimeType: 'text/markdown', buffer: book });
  await page.getByRole('link', { name: /night/ }).click();
  await page.getByRole('tab', { name: /Speech/ }).click();
  await page.getByRole('button', { name: 'Say it for 1 credit' }).click();
  await page.getByRole('link', { name: /night.*0:0\d/ }).click();

  const chapters = page.getByRole('navigation', { name: 'Chapters' }).getByRole('button');
  await expect(chapters).toHaveText([/하나/, /둘/]);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect(chapters.nth(1)).toHaveAttribute('aria-current', 'true');
  const marked = () => page.evaluate<string>("[...(CSS.highlights.get('spoken-word') ?? [])].map(String).join()");
  await expect.poll(marked).toMatch(/^(달이|뜬다|별도|밤은|길다)$/);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a clip of someone else looks like one that does not exist', async ({ browser, page }) => {
  await new Studio(page).signUp(newPerson('Sori'));
  await page.goto('/speech');
  await page.getByRole('textbox', { name: 'What is said' }).fill(TEXT);
  await page.getByRole('button', { name: 'Say it for 1 credit' }).click();
  await page.getByRole('link', { name: /빛은 곧게.*0:0\d/ }).click();
  await page.getByRole('slider', { name: 'Place in the sound' }).waitFor();

  const stranger = await (await browser.newContext()).newPage();
  await new Studio(stranger).signUp(newPerson('Maru'));
  await stranger.goto(page.url());
  await expect(seen(stranger, 'This clip is not here')).toBeVisible();
  await stranger.goto('/speech/00000000-0000-7000-8000-000000000000');
  await expect(seen(stranger, 'This clip is not here')).toBeVisible();
});

test('a clip is deleted only once that was answered, and is gone for good', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Garam'));
  await page.goto('/speech');
  await page.getByRole('textbox', { name: 'What is said' }).fill(TEXT);
  await page.getByRole('button', { name: 'Say it for 1 credit' }).click();
  await page.getByRole('link', { name: /빛은 곧게.*0:0\d/ }).click();
  await page.getByRole('slider', { name: 'Place in the sound' }).waitFor();
  const address = new URL(page.url()).pathname;

  await deleteThing(page);
  await expect(page).toHaveURL(/\/speech$/u);
  await expect(page.getByRole('link', { name: /빛은 곧게/ })).toHaveCount(0);
  await page.goto(address);
  await expect(seen(page, 'This clip is not here')).toBeVisible();
});
