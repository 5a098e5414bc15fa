import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

let made = 0;

/** Someone new, with an e-mail that nobody else in this run has. */
export function newPerson(name = 'Minji'): Person {
  made += 1;
  return {
    name,
    email: `${name.toLowerCase()}-${process.pid}-${Date.now()}-${made}@example.test`,
    password: 'persimmon-tree-2026',
  };
}

/** The studio as a person meets it: places and controls by their roles and names. */
export class Studio {
  readonly page: Page;
  readonly prompt: Locator;
  readonly create: Locator;
  readonly stage: Locator;
  readonly tray: Locator;

  constructor(page: Page) {
    this.page = page;
    this.prompt = page.getByRole('textbox', { name: 'Prompt' });
    this.create = page.getByRole('button', { name: 'Create', exact: true });
    this.stage = page.getByRole('region', { name: 'Picture', exact: true });
    this.tray = page.getByRole('region', { name: 'Jobs', exact: true });
  }

  async signUp(person: Person): Promise<void> {
    const { page } = this;
    await page.goto('/sign-up');
    await page.getByRole('textbox', { name: 'Name' }).fill(person.name);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(person.password);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(this.prompt).toBeVisible();
  }

  async signIn({ email, password }: Person): Promise<void> {
    const { page } = this;
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  async ask(prompt: string): Promise<void> {
    await this.prompt.fill(prompt);
    await this.create.click();
  }

  /** The finished picture on the wall. */
  finished(prompt: string): Locator {
    return this.stage.getByRole('img', { name: `Picture: ${prompt}` });
  }

  async goTo(place: 'Create' | 'Gallery' | 'Files'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: place }).click();
    // The page before stays until this one has come, and has pictures of the same name.
    await expect(this.page.getByRole('heading', { level: 1, name: place })).toBeVisible();
  }
}
