import type { Block } from '../block.ts';
import type { Recognise } from '../contract.ts';
import { scanStyle, toScanText } from '../recognise/scan-text.ts';
import { toPageBlocks } from './page-blocks.ts';
import type { PageText } from './page-text.ts';

/** So many pages before and after one say what its running head is: left and right pages differ. */
const NEIGHBOURS = 2;

interface Asked {
  readonly language: string | null;
  readonly label: string | null;
}

/** What has pages that are pictures. */
export interface Drawable {
  readonly pageCount: number;
  /** A page as it looks, as PNG. */
  draw(number: number): Promise<Uint8Array>;
  /** Whether nothing of a page is known but its picture. */
  isBare(number: number): Promise<boolean>;
}

/** Pages without text, drawn and recognised once each. */
export interface ScannedPages {
  /** What the letters of a page say. */
  textOf(number: number, language: string | null): Promise<string>;
  blocks(number: number, asked: Asked): Promise<Block[]>;
}

export function openScannedPages({ pageCount, draw, isBare }: Drawable, recognise: Recognise): ScannedPages {
  const pages = new Map<number, PageText>();
  const pageAt = async (number: number, language: string | null): Promise<PageText> => {
    const known = pages.get(number);
    if (known) return known;
    const png = await draw(number);
    const page = toScanText(number, png, await recognise(png, language));
    pages.set(number, page);
    return page;
  };
  return {
    textOf: async (number, language) =>
      (await pageAt(number, language)).pieces.map(({ text }) => text.trimEnd()).join(' '),
    blocks: async (number, { language, label }) => {
      for (const earlier of pages.keys()) if (earlier < number - NEIGHBOURS) pages.delete(earlier);
      const page = await pageAt(number, language);
      const last = Math.min(pageCount, number + NEIGHBOURS);
      for (let next = number + 1; next <= last; next += 1) if (await isBare(next)) await pageAt(next, language);
      const neighbours = [...pages.values()].filter((one) => one.number <= last);
      return toPageBlocks(page, scanStyle(neighbours), label);
    },
  };
}
