import { createLogger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { describe, expect, it } from 'vitest';
import { createSharePages } from './share-pages.ts';

const TOKEN = 'A'.repeat(43);
const PAGE = '<html><head><title>Modu Studio</title></head><body></body></html>';

function pagesOf(sharePreview: unknown) {
  const call: ServiceCaller['call'] = <Data>() =>
    sharePreview instanceof Error ? Promise.reject(sharePreview) : Promise.resolve({ sharePreview } as Data);
  return createSharePages({
    caller: { call },
    publicUrl: 'https://studio.test',
    logger: createLogger({ level: 'silent' }),
  });
}
const ask = (pages: ReturnType<typeof pagesOf>, path: string) => pages.answer(new Request(`http://host${path}`), PAGE);

describe('the page of a share link', () => {
  it('tells other sites its title and picture, and asks not to be found or kept', async () => {
    const response = await ask(
      pagesOf({ title: 'Moon "over" <water>', pictureUrl: 'https://bucket.test/x?sig=1' }),
      `/s/${TOKEN}`,
    );
    const html = (await response?.text()) ?? '';

    expect(html).toContain('<meta property="og:title" content="Moon &quot;over&quot; &lt;water&gt;">');
    expect(html).toContain(`<meta property="og:image" content="https://studio.test/s/${TOKEN}/picture">`);
    expect(html).toContain('noindex');
    expect(html).toContain('<title>Modu Studio</title>');
    expect(response?.headers.get('cache-control')).toBe('no-store');
    expect(response?.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('leads to the picture by an address that stays the same', async () => {
    const response = await ask(
      pagesOf({ title: null, pictureUrl: 'https://bucket.test/x?sig=1' }),
      `/s/${TOKEN}/picture`,
    );
    expect(response?.status).toBe(302);
    expect(response?.headers.get('location')).toBe('https://bucket.test/x?sig=1');
  });

  it.each([
    ['has ended', null],
    ['gives nothing away', { title: null, pictureUrl: null }],
    ['can’t be asked about', new Error('down')],
  ])('has no picture when the link %s, but the studio’s page all the same', async (_, preview) => {
    const html = (await (await ask(pagesOf(preview), `/s/${TOKEN}`))?.text()) ?? '';
    expect(html).toContain('A shared picture');
    expect(html).not.toContain('og:image');
    expect((await ask(pagesOf(preview), `/s/${TOKEN}/picture`))?.status).toBe(404);
  });

  it('is nothing but that', async () => {
    for (const path of ['/', '/s/short', `/s/${TOKEN}/../x`, `/s/${TOKEN}x`])
      expect(await ask(pagesOf(null), path)).toBeUndefined();
  });
});
