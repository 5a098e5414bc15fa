import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { Person } from '../person.ts';

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
}

interface Listed {
  readonly assets: { readonly edges: readonly { readonly node: StoredFile }[]; readonly pageInfo: PageInfo };
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

const LIST = `query($after: String) { assets(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
  edges { node { id sha256 } } } }`;
/** What the person asks here is taken from what the page may ask in a minute: so little, and not often. */
const COUNT = 'query { assets(first: 1) { totalCount } }';
const LOOK_MS = 250;
const LINK = 'query($id: ID!) { asset(id: $id) { url(expiresInSeconds: 3600, download: true) } }';

interface Opening {
  readonly origin: string;
  readonly email: string;
  readonly password: string;
  /** Signs the person in anew: a run may outlive a token. */
  sign(): Promise<Person>;
}

/** The page of files as one person uses it, in a real browser. */
export class Desk {
  readonly #page: Page;
  readonly #sign: () => Promise<Person>;
  #person: Person;

  private constructor(page: Page, { sign, person }: { sign: () => Promise<Person>; person: Person }) {
    this.#page = page;
    this.#sign = sign;
    this.#person = person;
  }

  /** As a program of the same person asks. */
  async ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
    try {
      return await this.#person.ask<Data>(query, variables);
    } catch {
      this.#person = await this.#sign();
      return this.#person.ask<Data>(query, variables);
    }
  }

  static async open(page: Page, { origin, email, password, sign }: Opening): Promise<Desk> {
    await page.goto(`${origin}/sign-in?next=%2Ffiles`);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('input[type=file]').waitFor({ state: 'attached' });
    return new Desk(page, { sign, person: await sign() });
  }

  async choose(paths: string[]): Promise<void> {
    // A browser keeps the times of 250 requests and forgets those that come after.
    await this.#page.evaluate(() => performance.clearResourceTimings());
    await this.#page.locator('input[type=file]').first().setInputFiles(paths);
  }

  /** What is stored, once it is so many files. */
  async waitForStored(count: number, { timeoutMs }: { readonly timeoutMs: number }): Promise<StoredFile[]> {
    for (const until = Date.now() + timeoutMs; Date.now() < until; await sleep(LOOK_MS)) {
      // By the state it writes down: looking for a button by its role reads the whole page, on the page's own time.
      const retry = this.#page.locator('.upload[data-state="failed"] button').first();
      if (await retry.isVisible()) await retry.click();
      const { assets } = await this.ask<{ assets: { totalCount: number } }>(COUNT, {});
      if (assets.totalCount >= count) return this.#list();
    }
    throw new Error(`${count} files were not stored within ${timeoutMs} ms.`);
  }

  /** A link to the bytes. */
  async linkTo(id: string): Promise<string> {
    const { asset } = await this.ask<{ asset: { url: string } }>(LINK, { id });
    return asset.url;
  }

  /** How long the last PUT took, as the browser saw it. */
  lastPutSeconds(): Promise<number> {
    return this.#page.evaluate(() => {
      const puts = performance
        .getEntriesByType('resource')
        .filter(
          (entry) =>
            entry.name.includes('X-Amz-Signature') &&
            'initiatorType' in entry &&
            entry.initiatorType === 'xmlhttprequest',
        );
      return (puts.at(-1)?.duration ?? 0) / 1_000;
    });
  }

  async waitForShare(name: string, percent: number): Promise<void> {
    const line = this.#page.getByRole('progressbar', { name: `Upload of ${name}` });
    for (;;) {
      if (Number(await line.getAttribute('aria-valuenow')) >= percent) return;
      await sleep(50);
    }
  }

  /** Takes the network away for a while: what is on its way is lost. */
  async cutTheLine(ms: number): Promise<void> {
    await this.#page.context().setOffline(true);
    await sleep(ms);
    await this.#page.context().setOffline(false);
  }

  async reloadAndChooseAgain(name: string, path: string): Promise<void> {
    await this.#page.reload();
    const choosing = this.#page.waitForEvent('filechooser');
    await this.#page.getByRole('button', { name: `Choose ${name} again` }).click();
    await (await choosing).setFiles(path);
  }

  async removeAll(): Promise<void> {
    for (const { id } of await this.#list()) {
      await this.ask('mutation($id: ID!) { deleteAsset(id: $id, forever: true) { __typename } }', { id });
    }
  }

  async #list(): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    for (let after: string | null = null; ;) {
      const { assets }: Listed = await this.ask<Listed>(LIST, { after });
      found.push(...assets.edges.map(({ node }) => node));
      if (!assets.pageInfo.hasNextPage) return found;
      after = assets.pageInfo.endCursor;
    }
  }
}
