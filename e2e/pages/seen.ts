import type { Locator, Page } from '@playwright/test';

/** Words where they stand on a page: what the voice says of them is in the page too, for some seconds, and is nothing to be seen. */
export const seen = (page: Page, words: string | RegExp, how?: { readonly exact: boolean }): Locator =>
  page.getByText(words, how).and(page.locator(':not([role="log"] *)'));
