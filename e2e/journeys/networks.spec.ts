import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';
import { seen } from '../pages/seen.ts';

test.use({ noise: 'cuts' });

/** Runs in the page: a network that lets no WebSocket through refuses each one. */
const BLOCK_SOCKETS = `
  const Real = globalThis.WebSocket;
  globalThis.WebSocket = class extends Real { constructor(url, protocols) { super('ws://127.0.0.1:9/', protocols); } };
`;

test('where no WebSocket comes through, server-sent events show the picture growing', async ({ page }) => {
  const streams: string[] = [];
  page.on('response', (response) => {
    if (response.headers()['content-type']?.startsWith('text/event-stream')) streams.push(response.url());
  });
  await page.addInitScript(BLOCK_SOCKETS);
  const studio = new Studio(page);
  const prompt = 'A ferry in the fog, drawn with a soft pencil';
  await studio.signUp(newPerson('Nuri'));
  await studio.ask(prompt);

  await expect(studio.stage.getByText(/Step \d+ of \d+/)).toBeVisible();
  await expect(studio.finished(prompt)).toBeVisible();
  expect(streams.length).toBeGreaterThan(0);
  await expect(seen(page, 'The live connection was lost. Reconnecting.')).toBeHidden();
});

test('without a network the studio says so, keeps what is typed, and catches up', async ({ page, context }) => {
  const studio = new Studio(page);
  const prompt = 'A lamp in the window of a closed bakery';
  await studio.signUp(newPerson('Bada'));
  await expect(page.getByRole('button', { name: /^Account, 100 credits/ })).toBeVisible();

  await context.setOffline(true);
  await expect(page.locator('.ui-notice', { hasText: /^You are offline/ })).toBeVisible();
  await studio.ask(prompt);
  await expect(seen(page, /The studio did not answer/)).toBeVisible();

  await context.setOffline(false);
  await expect(page.locator('.ui-notice', { hasText: /^You are offline/ })).toBeHidden();
  await expect(studio.prompt).toHaveValue(prompt);
  await studio.create.click();
  await expect(studio.finished(prompt)).toBeVisible();
});
