import { admission } from './admission.ts';
import { findPage, LOST, SHELL } from './pages.ts';
import { queryClient } from './query-client.ts';

/** Fetches a page with all that is around it, side by side. Rejects when something did not come. */
export async function preparePage(pathname: string): Promise<void> {
  const found = findPage(pathname);
  if (found === null) {
    LOST.again();
    await LOST.load();
    return;
  }
  found.page.again();
  await Promise.all([found.page.load(), ...(found.isStudio ? [SHELL.load(), admission.ask()] : [])]);
}

/** Asks for what the first page of a visit shows while its script still comes, if somebody is signed in. */
export async function beginPage(pathname: string): Promise<void> {
  await findPage(pathname)?.page.begin?.(queryClient, admission.ask());
}
