import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BrailleBlock } from '../blocks.ts';
import { translateKorean } from '../korean/translate.ts';
import type { BraillePage, PageSetup } from '../pages.ts';
import { layoutPages } from './layout-pages.ts';
import { DEFAULT_SETUP } from './setup.ts';

async function lay(blocks: readonly BrailleBlock[], setup: PageSetup): Promise<BraillePage[]> {
  const pages: BraillePage[] = [];
  for await (const page of layoutPages(() => blocks, { setup, translate: async (print) => translateKorean(print) }))
    pages.push(page);
  return pages;
}

it('no first line of a paragraph stands alone at the foot of a page, and no last line at the head of one', async () => {
  const words = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 12 });
  const asked = fc.record({
    cellsPerLine: fc.integer({ min: 20, max: 42 }),
    linesPerPage: fc.integer({ min: 8, max: 28 }),
    printPageNumbers: fc.boolean(),
  });
  const told = async (lengths: readonly number[], setup: Partial<PageSetup>) => {
    const blocks = lengths.map((count, at): BrailleBlock => ({
      kind: 'PARAGRAPH',
      id: `p${at}`,
      content: { text: '나무 '.repeat(count).trim() },
    }));
    const pages = await lay(blocks, { ...DEFAULT_SETUP, ...setup });
    for (const { id } of blocks) {
      const shares = pages
        .map(({ lines }) => lines.filter(({ pieces }) => pieces.some(({ block }) => block === id)).length)
        .filter((count) => count > 0);
      if (shares.length > 1) expect(Math.min(shares[0]!, shares.at(-1)!)).toBeGreaterThanOrEqual(2);
    }
  };
  await fc.assert(fc.asyncProperty(words, asked, told), { numRuns: 40, seed: 11 });
});
