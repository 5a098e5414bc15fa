import { newPerson, Studio } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

test.use({ noise: 'refusals' });

test('a partner opens the graph in a browser, reads its schema and asks with a key', async ({ page }) => {
  const studio = new Studio(page);
  const person = newPerson('Partner');
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });

  await studio.signUp(person);
  const key = await page.evaluate(async () => {
    const response = await fetch('/auth/token');
    return ((await response.json()) as { token: string }).token;
  });

  await test.step('the explorer opens with examples, and the schema can be read without a key', async () => {
    await page.goto('/graphql');
    await expect(page.getByRole('tab', { name: 'WhoAmI' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'WatchJobs' })).toBeVisible();
    await expect(page.getByRole('status')).toContainText('No key yet');
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await expect(page.getByRole('link', { name: 'Mutation', exact: true })).toBeVisible();
  });

  await test.step('without a key an operation is refused, with one it is answered', async () => {
    const answer = page.getByRole('region', { name: 'Result Window' });
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect(answer).toContainText('UNAUTHENTICATED');
    await page.getByLabel('API key').fill(key);
    await page.getByRole('button', { name: 'Use this key' }).click();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await expect(answer).toContainText(person.name);
    await expect(answer).toContainText('"available"');
  });

  expect(violations).toEqual([]);
});
