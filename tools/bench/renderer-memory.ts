import type { Page } from 'playwright';
import { pssMegabytes } from './process-memory.ts';

/** Memory of the largest process that draws pages, in megabytes (PSS). Linux only. */
export async function rendererMegabytes(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('The browser is gone.');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => pssMegabytes(id)));
}
