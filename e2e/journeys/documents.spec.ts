import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { newPerson, Studio } from '../pages/studio.ts';

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
  await page.getByRole('application', { name: /Braille page/ }).focus();
  await page.keyboard.press('Control+Home');
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('complementary', { name: 'Why this braille' })).toContainText(/제\d+항/);
  await expect(page.locator('.print [data-marked]')).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    // React Aria's announcer keeps what it said for a moment, named by an element that may be gone by then.
    .exclude('[data-live-announcer]')
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('a document of someone else looks like one that does not exist', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Narae'));
  await page.goto('/documents/00000000-0000-7000-8000-000000000000');

  await expect(page.getByText('This document is not here')).toBeVisible();
});
