import { readFile } from 'node:fs/promises';
import { makeScan, makeScannedPdf } from '@modu/engine-reading/testing';
import { deleteThing } from '../pages/delete-thing.ts';
import { press, tabTo } from '../pages/keyboard.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { findViolations } from '../pages/violations.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'refusals' });

const TEXT = '# 빛과 그림자\n\n빛은 곧게 나아간다.\n\n## 까닭\n\n1. 해\n2. 달\n';

test('a client uploads a file, has it read and brailled, proof-reads it by keyboard and gets the BRF that the service stored', async ({
  page,
}) => {
  const studio = new Studio(page);
  await studio.signUp(newPerson('Byeol'));
  await page.goto('/documents');
  const file = { name: 'light.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) };
  await page.locator('input[type=file]').setInputFiles(file);

  await page.getByRole('link', { name: /light/ }).click();
  await expect(page.getByRole('heading', { name: '빛과 그림자' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Headings' }).getByRole('link')).toHaveText([
    '빛과 그림자',
    '까닭',
  ]);
  await page.getByRole('tab', { name: /Braille/ }).click();
  await page.getByRole('button', { name: 'Make braille for 1 credit' }).click();

  await expect(page.getByRole('button', { name: 'Download BRF' })).toBeVisible();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download BRF' }).click();
  const brf = await readFile(await (await downloading).path(), 'utf8');
  expect(brf).toMatch(/^[\u0020-\u005f\r\n\f]+$/);

  await page.getByRole('link', { name: 'Proof view' }).click();
  await page.getByRole('listbox', { name: /Braille page/ }).focus();
  await page.keyboard.press('Control+Home');
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('complementary', { name: 'Why this braille' })).toContainText(/제\d+항/);
  await expect(page.getByRole('region', { name: 'Print' })).toMatchAriaSnapshot('- mark');
  expect(await findViolations(page)).toEqual([]);
});

test('a document of someone else looks like one that does not exist', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Narae'));
  await page.goto('/documents/00000000-0000-7000-8000-000000000000');

  await expect(seen(page, 'This document is not here')).toBeVisible();
});

test('a document is deleted only once that was answered, and is gone for good', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Garam'));
  await page.goto('/documents');
  const file = { name: 'light.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('link', { name: /light/ }).click();
  await page.waitForURL('**/documents/*');
  const address = new URL(page.url()).pathname;

  await deleteThing(page);
  await expect(page).toHaveURL(/\/documents$/u);
  await expect(seen(page, 'Nothing has been read yet')).toBeVisible();
  await page.goto(address);
  await expect(seen(page, 'This document is not here')).toBeVisible();
});

test('pages of a scan that only carry a number are named, and those alone are read from their picture', async ({
  page,
}) => {
  // Given a file whose second page is a picture under its printed number
  await new Studio(page).signUp(newPerson('Saebyeok'));
  const scan = await makeScan(['A shadow is where it does not go.'], 'jpeg');
  const buffer = makeScannedPdf(['The light goes straight on.', { scan, mark: '2' }]);
  await page.goto('/documents');
  await page.locator('input[type=file]').setInputFiles({ name: 'half.pdf', mimeType: 'application/pdf', buffer });

  // When its page is opened, the notice says which page it is and what reading it costs
  await page.getByRole('link', { name: /half/ }).click();
  await expect(seen(page, 'The light goes straight on.')).toBeVisible();
  const first = page.url();
  await expect(seen(page, /^Page 2 has no text that can be read/u)).toBeVisible();
  await page.getByRole('button', { name: 'Read the pictures for 1 credit' }).click();

  // Then the document is there anew with the words of the picture, and nothing is left to be read
  await expect(page).not.toHaveURL(first);
  await expect(seen(page, 'A shadow is where it does not go.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Read the pictures/u })).toHaveCount(0);
});

const BOOK = `# 빛\n\n${'빛은 곧게 나아간다. '.repeat(80)}\n\n## 그림자\n\n나예가 그림자를 본다.\n\n| 이름 | 사는 곳 |\n|---|---|\n| 민수 | 서울 |\n`;

test('pages are laid out, heard, searched and turned by keys alone: the rule, how sure it is, what is left open', async ({
  page,
}) => {
  await new Studio(page).signUp(newPerson('Haneul'));
  await page.goto('/documents');
  const file = { name: 'book.md', mimeType: 'text/markdown', buffer: Buffer.from(BOOK) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('link', { name: /book/ })).toBeVisible();
  await press(page, /book/);
  await expect(page.getByRole('heading', { name: '그림자' })).toBeVisible();
  await tabTo(page, /^Text/);
  await page.keyboard.press('ArrowRight');

  // Given contents, rows of tables in stairs and volumes of two pages for both sides of the sheet
  await press(page, /^Page layout/);
  await press(page, /Tables/);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Tables/ })).toContainText('In stairs');
  await tabTo(page, /Pages in a volume/);
  await page.keyboard.type('2');
  await press(page, /^Table of contents/, 'Space');
  await press(page, /^Both sides of the sheet/, 'Space');
  await tabTo(page, /^Make braille/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Download BRF' })).toBeVisible();
  await press(page, /^Proof view/);

  // When a place is looked for and the board comes into focus
  await tabTo(page, /^Find in print/);
  await page.keyboard.type('나예');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Print' })).toMatchAriaSnapshot('- mark: 나');
  await tabTo(page, /^Braille page/);

  // Then its rule and how sure its block is are said, and the cursor goes to what is left open
  const sign = page.getByRole('listbox', { name: /^Braille page/ }).getByRole('option', { selected: true });
  await expect(sign).toHaveAccessibleName(/제\d+항.*of this block is settled by rules/);
  const facts = page.getByRole('complementary', { name: 'Why this braille' });
  await page.keyboard.press('u');
  await expect(facts).toContainText('the regulation leaves this open');
  await expect(page.getByRole('listbox', { name: /^Braille page/ })).toContainText('나예가 그림자를 본다.');

  // And the page before is reached by its key: the contents stand there, with guide dots
  const board = page.getByRole('listbox', { name: /^Braille page/ });
  const turned = page.getByRole('navigation', { name: 'Braille pages' });
  while (!(await turned.textContent())?.includes('1 of ')) {
    await page.keyboard.press('PageUp');
    await expect(board).toBeVisible();
  }
  await expect(board).toContainText('⠐⠐⠐');
  await expect(board).toBeFocused();
});
