import type { Page } from '@playwright/test';
import { newPerson } from '../pages/studio.ts';
import { expect, test } from '../pages/test.ts';

/** What is on the way, in each language of the studio. */
const WORDS = {
  'en-US': {
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    signUp: 'Sign up',
    prompt: 'Prompt',
    create: 'Create',
    refused: 'This picture costs 112 credits, which is more than you have.',
    getCredits: 'Get credits',
    buy: /^Buy 500/,
    balance: /^Account, 600 credits/,
    held: /^Account, 488 credits/,
    cancel: /^Cancel/,
    usage: 'Usage',
  },
  'ko-KR': {
    name: '이름',
    email: '이메일',
    password: '비밀번호',
    signUp: '가입하기',
    prompt: '프롬프트',
    create: '만들기',
    refused: '이 그림에는 크레딧 112개가 필요한데 남은 크레딧이 부족해요.',
    getCredits: '크레딧 채우기',
    buy: /^500.* 구매$/,
    balance: /^내 계정, 600크레딧/,
    held: /^내 계정, 488크레딧/,
    cancel: /취소하기$/,
    usage: '사용량',
  },
} as const;

type Words = (typeof WORDS)[keyof typeof WORDS];

async function signUp(page: Page, words: Words): Promise<void> {
  const person = newPerson('Nara');
  await page.goto('/sign-up');
  await page.getByRole('textbox', { name: words.name }).fill(person.name);
  await page.getByRole('textbox', { name: words.email }).fill(person.email);
  await page.getByLabel(words.password, { exact: true }).fill(person.password);
  await page.getByRole('button', { name: words.signUp }).click();
  await expect(page.getByRole('textbox', { name: words.prompt })).toBeVisible();
}

/** Eight large pictures in as many steps as there may be: more than the free credits. */
async function wishForMuch(page: Page): Promise<void> {
  await page.evaluate(() =>
    localStorage.setItem('modu.own.draft', JSON.stringify({ width: 1024, height: 1024, steps: 50, count: 8 })),
  );
  await page.reload();
}

for (const locale of ['en-US', 'ko-KR'] as const) {
  test(`out of credits, a pack is bought, and the picture is made after all (${locale})`, async ({ browser }) => {
    const words = WORDS[locale];
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await signUp(page, words);
    await wishForMuch(page);
    const prompt = page.getByRole('textbox', { name: words.prompt });
    const create = page.getByRole('button', { name: words.create, exact: true });
    await prompt.fill('A lighthouse above the persimmon orchards');
    await create.click();
    await expect(page.getByText(words.refused).first()).toBeVisible();

    await page.getByRole('link', { name: words.getCredits }).click();
    await page.getByRole('button', { name: words.buy }).click();
    await page.getByRole('button', { name: 'Pay now' }).click();
    await expect(page.getByRole('button', { name: words.balance })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('heading', { name: words.usage })).toBeVisible();

    await page.goto('/');
    await expect(prompt).toHaveValue('A lighthouse above the persimmon orchards');
    await create.click();
    await expect(page.getByRole('button', { name: words.held })).toBeVisible();
    await page.getByRole('button', { name: words.cancel }).first().click();
    await expect(page.getByRole('button', { name: words.balance })).toBeVisible({ timeout: 60_000 });
    await context.close();
  });
}
