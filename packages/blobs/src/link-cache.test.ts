import { expect, it } from 'vitest';
import { createLinkCache } from './link-cache.ts';
import type { PresignGetOptions } from './presign.ts';

function shelf(linksMax?: number) {
  let nowMs = 0;
  let signed = 0;
  const sign = ({ key }: PresignGetOptions) => Promise.resolve(`https://bucket/${key}?signature=${++signed}`);
  const link = createLinkCache(sign, { now: () => nowMs, ...(linksMax ? { linksMax } : {}) });
  return { link, pass: (ms: number) => void (nowMs += ms), signed: () => signed };
}

it('a link is given again while three quarters of its life are left, then signed anew', async () => {
  const { link, pass } = shelf();
  const ask = () => link({ key: 'a', expiresInSeconds: 100 });
  const first = await ask();
  pass(24_999);
  expect(await ask()).toBe(first);
  pass(1);
  expect(await ask()).not.toBe(first);
});

it('links that differ in anything are not each other', async () => {
  const { link } = shelf();
  const asked: readonly PresignGetOptions[] = [
    { key: 'a', expiresInSeconds: 100 },
    { key: 'b', expiresInSeconds: 100 },
    { key: 'a', expiresInSeconds: 200 },
    { key: 'a', expiresInSeconds: 100, download: true },
    { key: 'a', expiresInSeconds: 100, filename: '그림.png' },
    { key: 'a', expiresInSeconds: 100, contentType: 'image/webp' },
  ];
  const links = new Set(await Promise.all(asked.map(link)));

  expect(links.size).toBe(asked.length);
});

it('no more are kept than there is room for; the oldest go first', async () => {
  const { link, signed } = shelf(2);
  for (const key of ['a', 'b', 'c']) await link({ key, expiresInSeconds: 100 });
  await link({ key: 'c', expiresInSeconds: 100 });
  expect(signed()).toBe(3);
  await link({ key: 'a', expiresInSeconds: 100 });
  expect(signed()).toBe(4);
});
