import { expect, it } from 'vitest';
import { translateKorean } from '../korean/translate.ts';
import type { BraillePage, PageSetup } from '../pages.ts';
import { layoutPages, pagesPerVolume } from './layout-pages.ts';
import { DEFAULT_SETUP } from './setup.ts';

const LONG = '우리는 강을 따라 걸으며 오래된 나무와 바위와 꽃을 보았고 저녁에는 마을에 닿아 따뜻한 밥을 먹었다. ';

it('tells each page before the next block is asked for, and contents last, to whoever puts them in front', async () => {
  const blocks = Array.from({ length: 30 }, (_, at) => [
    { kind: 'HEADING', id: `h${at}`, level: 1, content: { text: `${at}째 장` } } as const,
    { kind: 'PARAGRAPH', id: `p${at}`, content: { text: LONG.repeat(3) } } as const,
  ]).flat();
  const setup: PageSetup = { ...DEFAULT_SETUP, contents: true, interpoint: true, pagesPerVolume: 3 };
  let asked = 0;
  const source = function* () {
    for (const block of blocks) {
      asked += 1;
      yield block;
    }
  };
  const translate = async (print: { readonly text: string }) => translateKorean(print);
  let front: readonly BraillePage[] = [];
  const told: BraillePage[] = [];
  const pages = layoutPages(source, { setup, translate, onContents: (contents) => (front = contents) });
  for await (const page of pages) {
    if (told.length === 0) expect(asked).toBeLessThan(8);
    told.push(page);
  }

  const whole: BraillePage[] = [];
  for await (const page of layoutPages(() => blocks, { setup, translate })) whole.push(page);
  const count = pagesPerVolume(setup);
  expect(count).toBe(4);
  const body = told.map((page) => ({ ...page, number: page.number + front.length }));
  expect([...front, ...body.map((page) => ({ ...page, volume: Math.floor((page.number - 1) / count) + 1 }))]).toEqual(
    whole,
  );
});
