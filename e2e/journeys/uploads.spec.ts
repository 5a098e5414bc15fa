import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.use({ noise: 'cuts' });

// A share of `npm run bench:uploads`, which does the same with 200 files and a gigabyte.

const LARGE_BYTES = 90_000_000;
const SMALL = 24;
/** So long the line is away. */
const CUT_MS = 1_500;

test('a large file outlives a cut and a reload, byte by byte, beside many small ones', async ({ page }) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'modu-e2e-uploads-'));
  const bytes = randomBytes(LARGE_BYTES);
  const path = join(folder, 'film.bin');
  await writeFile(path, bytes);
  const studio = new Studio(page);
  await studio.signUp(newPerson('Sora'));
  await studio.goTo('Files');

  await test.step('many files at once are all stored', async () => {
    const files = Array.from({ length: SMALL }, (_, n) => ({
      name: `note-${n}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`note ${n}`),
    }));
    await page.locator('input[type=file]').first().setInputFiles(files);
    for (let n = 0; n < SMALL; n += 1) {
      const name = `Download note-${n}.txt`;
      await expect(page.getByRole('link', { name }).or(page.getByRole('button', { name }))).toBeVisible();
    }
  });

  await test.step('a large one goes on after the line was cut twice and the page reloaded', async () => {
    // A line that is slow enough to be cut in the middle, on every machine.
    const network = await page.context().newCDPSession(page);
    const slow = (offline: boolean) =>
      network.send('Network.emulateNetworkConditions', {
        ...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: 12_000_000 },
      });
    const cut = async () => {
      await slow(true);
      await page.waitForTimeout(CUT_MS);
      await slow(false);
    };
    const line = page.getByRole('progressbar', { name: 'Upload of film.bin' });
    const reached = (percent: number) =>
      expect
        .poll(async () => Number(await line.getAttribute('aria-valuenow')), { intervals: [50] })
        .toBeGreaterThan(percent);
    // Once before anything of it is sent, when even what reads it must be fetched first, and once in the middle.
    const cutting = cut();
    await page.locator('input[type=file]').first().setInputFiles(path);
    await expect(line).toBeVisible();
    await cutting;
    await reached(10);
    await cut();
    await reached(35);
    await network.detach();
    await page.reload();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose film.bin again' }).click();
    await (await choosing).setFiles(path);
  });

  await test.step('and comes back as it was', async () => {
    const name = 'Download film.bin';
    const stored = page.getByRole('link', { name }).or(page.getByRole('button', { name }));
    await expect(stored).toBeVisible({ timeout: 90_000 });
    const downloading = page.waitForEvent('download');
    await stored.click();
    const received = await readFile(await (await downloading).path());
    const hash = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');
    expect(hash(received)).toBe(hash(bytes));
  });
  await rm(folder, { recursive: true, force: true });
});
