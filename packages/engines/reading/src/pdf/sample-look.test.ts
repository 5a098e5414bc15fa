import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { makePdf, readWhole } from '../../testing/index.ts';
import { textOf } from '../block.ts';
import { isPart } from '../contract.ts';
import { readPdf } from './read-pdf.ts';
import { sampledPages } from './sample-look.ts';

const PROSE = 'Light goes straight on until something stands in its way, and behind that is a shadow.';
const prose = (count: number) => Array.from({ length: count }, (_, at) => ({ text: PROSE, x: 72, y: 700 - at * 14 }));
const odd = { text: 'A Book of Light', x: 72, y: 810, size: 9 };
const even = { text: 'By Ada', x: 300, y: 815, size: 9 };
/** A long book: its first page is seen before most of it is looked at. */
const pages = Array.from({ length: 120 }, (_, at) => [at % 2 === 0 ? odd : even, ...prose(20)]);
const book = makePdf(pages);

describe('what a long PDF is known by', () => {
  it('are left and right pages, spread over all of it, none twice and none that is not there', () => {
    for (const count of [1, 2, 23, 24, 25, 47, 48, 49, 300, 5_000]) {
      const numbers = sampledPages(count);
      expect(new Set(numbers).size).toBe(Math.min(count, 24));
      expect(Math.min(...numbers)).toBe(1);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(count);
      if (count > 1) expect(new Set(numbers.map((number) => number % 2)).size).toBe(2);
    }
  });

  it('is told from few pages for the first, and from more for those after it', async () => {
    const looked = new Set<number>();
    const { prototype } = (await getDocument({ data: Uint8Array.from(book), verbosity: 0 }).promise).constructor as {
      prototype: { getPage(number: number): Promise<unknown> };
    };
    const { getPage } = prototype;
    prototype.getPage = function count(number) {
      looked.add(number);
      return getPage.call(this, number);
    };
    try {
      const source = { bytes: book, filename: 'a.pdf', language: null, fromPart: 1, recognise: null };
      const seen: number[] = [];
      for await (const told of readPdf(source)) {
        if (isPart(told)) seen.push(looked.size);
        if (seen.length === 2) break;
      }
      // The second page itself is none of the 24.
      expect(seen).toEqual([8, 25]);
    } finally {
      prototype.getPage = getPage;
    }
  });

  it('says the same of its running heads on the first page as on the others, of left and right', async () => {
    const { parts } = await readWhole(book, { filename: 'a.pdf' });
    const texts = new Set(parts.flatMap(({ blocks }) => blocks.slice(1).map(textOf)));

    expect(parts).toHaveLength(120);
    expect([...texts].filter((text) => /Book|Ada/.test(text))).toEqual([]);
  });

  it('is looked at closely at once where its first pages say little', async () => {
    const sparse = makePdf(
      pages.map((_, at) => [
        { text: `Picture ${at + 1}`, x: 72, y: 400 },
        ...(at > 60 && at % 5 === 0 ? prose(9) : []),
      ]),
    );
    const { head } = await readWhole(sparse, { filename: 'a.pdf' });

    expect(head).toMatchObject({ language: 'en', partCount: 120 });
  });
});
