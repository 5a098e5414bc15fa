import { randomBytes } from 'node:crypto';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { KEYS, MOUSE, reach } from '../pages/hands.ts';
import type { Hands } from '../pages/hands.ts';
import { expectStillness } from '../pages/keyboard.ts';
import { plainPicture } from '../pages/plain-picture.ts';
import { newPerson } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { WALK_WORDS } from '../pages/walk-words.ts';
import { seen } from '../pages/seen.ts';
import type { Locale } from '../pages/walk-words.ts';

// The ways through the studio that matter, each walked in both languages: with a mouse, and with keys alone and nothing moving.
test.use({ noise: 'cuts' });

interface Manner {
  readonly title: string;
  readonly locale: Locale;
  readonly hands: Hands;
  readonly isStill: boolean;
}

const MANNERS: readonly Manner[] = [
  { title: 'in English, by mouse', locale: 'en-US', hands: MOUSE, isStill: false },
  { title: 'in Korean, by mouse', locale: 'ko-KR', hands: MOUSE, isStill: false },
  { title: 'in English, by keys, nothing moving', locale: 'en-US', hands: KEYS, isStill: true },
  { title: 'in Korean, by keys, nothing moving', locale: 'ko-KR', hands: KEYS, isStill: true },
];

const CHAPTER = '# 빛과 그림자\n\n빛은 곧게 나아간다.\n\n## 까닭\n\n1. 해\n2. 달\n';

for (const { title, locale, hands, isStill } of MANNERS)
  // One person walks all of them, one after the other.
  test.describe.serial(title, () => {
    const words = WALK_WORDS[locale];
    const options: BrowserContextOptions = { locale, ...(isStill ? { reducedMotion: 'reduce' } : {}) };
    const person = newPerson('Seoyeon');
    let page: Page;

    test.beforeAll(async ({ browser }) => {
      page = await (await browser.newContext(options)).newPage();
    });
    test.afterAll(() => page.context().close());

    const button = (name: string | RegExp, at = page) => at.getByRole('button', { name, exact: true });
    const link = (name: string | RegExp, at = page) => at.getByRole('link', { name, exact: true });
    const prompt = (at = page) => at.getByRole('textbox', { name: words.prompt, exact: true });
    const stage = (at = page) => at.getByRole('region', { name: words.stage, exact: true });
    const print = () => page.getByRole('region', { name: words.print, exact: true });
    const finished = (at = page) => stage(at).getByRole('img', { name: words.picture(words.paints) });
    const expectStill = async (at = page) => (isStill ? expectStillness(at) : undefined);
    /** What the person has, as the studio says it. */
    const balance = async () => {
      const said = await button(words.balance).getAttribute('aria-label');
      return Number(words.balance.exec(said ?? '')?.[1]);
    };
    const sign = async (at: Page, path: '/sign-in' | '/sign-up') => {
      await at.goto(path);
      if (path === '/sign-up') await hands.write(at.getByRole('textbox', { name: words.name }), person.name);
      await hands.write(at.getByRole('textbox', { name: words.email }), person.email);
      await hands.write(at.getByLabel(words.password, { exact: true }), person.password);
      await at.keyboard.press('Enter');
      await expect(prompt(at)).toBeVisible();
    };

    test('from sign-up to a picture that is being made', async () => {
      await sign(page, '/sign-up');
      await expect.poll(balance).toBe(100);
      await hands.write(prompt(), words.paints);
      await hands.most(page.getByRole('slider', { name: words.steps, exact: true }));
      await hands.press(button(words.create));
      await expect(stage().getByText(words.step)).toBeVisible();
      await expectStill();
    });

    test('which outlives a reload and is watched in a second browser', async ({ browser }) => {
      await page.reload();
      await expect(page.getByRole('region', { name: words.jobs, exact: true }).or(finished()).first()).toBeVisible();
      const elsewhere = await browser.newContext(options);
      const there = await elsewhere.newPage();
      await sign(there, '/sign-in');
      await expect(finished(there)).toBeVisible({ timeout: 60_000 });
      await expect(finished()).toBeVisible({ timeout: 60_000 });
      await elsewhere.close();
    });

    test('an upload whose connection is cut arrives whole', async () => {
      let cuts = 0;
      await page.route(
        (url) => url.searchParams.has('X-Amz-Signature'),
        async (route) => {
          if (route.request().method() !== 'PUT' || cuts > 0) return route.continue();
          cuts += 1;
          await route.abort('connectionreset');
        },
      );
      const file = '밀물 tide.bin';
      await hands.press(link(words.files));
      await expect(page).toHaveURL(/\/files$/u);
      const choosing = page.waitForEvent('filechooser');
      await hands.press(button(words.chooseFiles));
      const buffer = randomBytes(1_000_000);
      await (await choosing).setFiles({ name: file, mimeType: 'application/octet-stream', buffer });
      const again = button(words.retry(file));
      const stored = button(words.download(file)).or(link(words.download(file)));
      await expect(again.or(stored).first()).toBeVisible();
      if (await again.isVisible()) await hands.press(again);
      await expect(stored).toBeVisible();
      expect(cuts).toBe(1);
      await page.unrouteAll();
    });

    test('a link to the picture is opened by a stranger, and shows nothing once it is cut', async ({ browser }) => {
      await page.goto('/gallery');
      await hands.press(button(words.paints));
      await hands.press(link(words.settingsOf));
      await expect(page).toHaveURL(/\/gallery\/./u);
      await hands.press(button(words.share));
      const dialog = page.getByRole('dialog', { name: words.shareDialog });
      await hands.press(dialog.getByRole('button', { name: words.makeLink }));
      const url = (await dialog.getByRole('code').textContent()) ?? '';
      const elsewhere = await browser.newContext(options);
      const stranger = await elsewhere.newPage();
      await stranger.goto(new URL(url).pathname);
      await expect(stranger.getByRole('main').getByRole('img').first()).not.toHaveJSProperty('naturalWidth', 0);
      const downloading = stranger.waitForEvent('download');
      await hands.press(stranger.getByRole('button', { name: words.take }).first());
      await downloading;
      await expectStill(stranger);

      await hands.press(dialog.getByRole('button', { name: words.revoke, exact: true }));
      await hands.press(dialog.getByRole('button', { name: words.revokeForGood }));
      await expect(dialog.getByText(words.revoked)).toBeVisible();
      await stranger.reload();
      await expect(seen(stranger, words.gone)).toBeVisible();
      await elsewhere.close();
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    });

    test('out of credits, a pack is bought, and the picture is begun after all', async () => {
      await page.goto('/');
      // More than there are credits for: eight pictures as large as the one they start from, in as many steps as there may be.
      await hands.choose(page.getByRole('radio', { name: words.fromPicture }));
      const choosing = page.waitForEvent('filechooser');
      await hands.press(button(words.bringFile).last());
      await (await choosing).setFiles({ name: 'fog.png', mimeType: 'image/png', buffer: plainPicture(1024) });
      await expect(seen(page, words.brought)).toBeVisible();
      await hands.most(page.getByRole('slider', { name: words.count, exact: true }));
      await hands.most(page.getByRole('slider', { name: words.steps, exact: true }));
      await hands.write(prompt(), words.wishes);
      await hands.press(button(words.create));
      await expect(seen(page, words.refused).first()).toBeVisible();
      const before = await balance();

      await hands.press(link(words.getCredits));
      await hands.press(button(words.buy));
      await hands.press(button('Pay now'));
      await expect(page.getByRole('heading', { name: words.usage })).toBeVisible({ timeout: 60_000 });
      await expect.poll(balance).toBe(before + 500);
      await expectStill();

      await page.goto('/');
      await expect(prompt()).toHaveValue(words.wishes);
      await hands.press(button(words.create));
      await expect.poll(balance).toBe(before + 284);
      await hands.press(button(words.cancel(words.wishes)));
      await expect.poll(balance, { timeout: 60_000 }).toBe(before + 500);
    });

    test('a document is brailled, proof-read, corrected and brailled again', async () => {
      await page.goto('/documents');
      const choosing = page.waitForEvent('filechooser');
      await hands.press(button(words.chooseFile));
      await (await choosing).setFiles({ name: 'light.md', mimeType: 'text/markdown', buffer: Buffer.from(CHAPTER) });
      await hands.press(page.getByRole('link', { name: /light/u }));
      await hands.open(page.getByRole('tab', { name: words.braille }));
      await hands.press(button(words.makeBraille));
      await hands.press(link(words.proof));

      await hands.write(page.getByRole('searchbox', { name: words.find }), '나아간다');
      await page.keyboard.press('Enter');
      const board = page.getByRole('listbox', { name: words.board });
      await expect(print()).toMatchAriaSnapshot('- mark: 나');
      await expect(board).toContainText('빛은 곧게 나아간다.');
      if (hands === KEYS) await hands.press(board);
      else await hands.press(button(words.correct));
      const dialog = page.getByRole('dialog', { name: words.correcting });
      await hands.write(dialog.getByRole('textbox', { name: words.block }), '빛은 똑바로 나아간다.');
      await hands.press(dialog.getByRole('button', { name: words.save }));
      await expect(dialog).toBeHidden();
      await expect(page.locator('.ui-notice', { hasText: words.outdated })).toBeVisible();
      if (hands === KEYS) await expect(board).toBeFocused();

      const before = page.url();
      await hands.press(button(words.again));
      await page.waitForURL((url) => url.href !== before);
      // The pages before stay until the new ones have come.
      await expect(page.locator('.ui-notice', { hasText: words.outdated })).toBeHidden();
      if (hands === KEYS) {
        await reach(board);
        await page.keyboard.press('ArrowDown');
      } else await print().getByText('빛은 똑바로 나아간다.').click();
      await expect(board).toContainText('빛은 똑바로 나아간다.');
      await expectStill();
    });
  });
