import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { deleteThing } from '../pages/delete-thing.ts';
import { expectStillness } from '../pages/keyboard.ts';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

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

for (const { locale, words } of [
  {
    locale: 'en-US',
    words: {
      ...{
        choose: 'Choose a file',
        braille: /^Braille/,
        make: /^Make braille/,
        proof: 'Proof view',
        page: /Braille page/,
      },
      ...{
        find: 'Find in print or cells',
        words: 'Words',
        outdated: 'The document was corrected',
        again: /^Make again/,
      },
      correct: 'Correct this block',
    },
  },
  {
    locale: 'ko-KR',
    words: {
      ...{ choose: '파일 고르기', braille: /^점자/, make: /점자 만들기$/, proof: '교정 보기', page: /점자 쪽이에요/ },
      ...{
        find: '묵자나 점자 찾기',
        words: '내용',
        outdated: '이 점자를 만든 뒤에 문서를 고쳤어요',
        again: /다시 만들기$/,
      },
      correct: '이 블록 고치기',
    },
  },
])
  test.describe(locale, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });
    test('a document is brailled, proof-read, corrected and brailled again without a mouse', async ({ page }) => {
      const press = async (target: Locator) => {
        await target.focus();
        await page.keyboard.press('Enter');
      };
      const person = newPerson('Dasom');
      await page.goto('/sign-up');
      await page.locator('input[autocomplete=name]').fill(person.name);
      await page.locator('input[type=email]').fill(person.email);
      await page.locator('input[autocomplete=new-password]').fill(person.password);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.startsWith('/sign-up'));
      await page.goto('/documents');
      const choosing = page.waitForEvent('filechooser');
      await press(page.getByRole('button', { name: words.choose }));
      const file = { name: 'light.md', mimeType: 'text/markdown', buffer: Buffer.from(TEXT) };
      await (await choosing).setFiles(file);
      await press(page.getByRole('link', { name: /light/ }));
      await press(page.getByRole('tab', { name: words.braille }));
      await press(page.getByRole('button', { name: words.make }));
      await press(page.getByRole('link', { name: words.proof }));

      await page.getByRole('searchbox', { name: words.find }).fill('나아간다');
      await page.keyboard.press('Enter');
      const board = page.getByRole('application', { name: words.page });
      await expect(page.locator('.print [data-marked]')).toHaveText('나');
      await expect(board).toContainText('빛은 곧게 나아간다.');
      await board.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: words.correct });
      await dialog.getByRole('textbox', { name: words.words }).fill('빛은 똑바로 나아간다.');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(words.outdated)).toBeVisible();
      await expect(board).toBeFocused();

      const before = page.url();
      await press(page.getByRole('button', { name: words.again }));
      await page.waitForURL((url) => url.href !== before);
      await page.getByRole('application', { name: words.page }).focus();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('application', { name: words.page })).toContainText('빛은 똑바로 나아간다.');
      await expectStillness(page);
    });
  });

test('a document of someone else looks like one that does not exist', async ({ page }) => {
  await new Studio(page).signUp(newPerson('Narae'));
  await page.goto('/documents/00000000-0000-7000-8000-000000000000');

  await expect(page.getByText('This document is not here')).toBeVisible();
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
  await expect(page.getByText('Nothing has been read yet')).toBeVisible();
  await page.goto(address);
  await expect(page.getByText('This document is not here')).toBeVisible();
});
