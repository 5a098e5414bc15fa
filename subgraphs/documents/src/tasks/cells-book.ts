import { isRefusal, keyOfPrint, packTexts, unpackTexts } from '@modu/engine-braille';
import type { BrailleRefusal, BrailleText, KeptTexts, PrintText } from '@modu/engine-braille';
import type { BlockToBraille, FreshCells } from '../store/cells-store.ts';

type Translate = (print: PrintText) => Promise<BrailleText | BrailleRefusal>;

/** Looks texts up in the cells that their block has, and gathers the cells of those that have none. */
export interface CellsBook {
  /** The block whose texts are asked for next. */
  open(block: BlockToBraille): void;
  close(): void;
  readonly translate: Translate;
  freshBytes(): number;
  /** Cells of blocks that were closed since the last time. */
  takeFresh(): FreshCells[];
}

interface Page {
  readonly number: number;
  readonly version: number;
  readonly texts: KeptTexts;
  isFresh: boolean;
}

/** Blocks are brailled one after the other, so one page of the book is open at a time. */
export function createCellsBook(translate: Translate): CellsBook {
  let page: Page | undefined;
  let fresh = new Map<number, FreshCells>();
  let bytes = 0;
  const close = () => {
    if (page?.isFresh) {
      const { number, version } = page;
      const cells = packTexts(page.texts);
      fresh.set(number, { number, version, cells });
      bytes += cells.length;
    }
    page = undefined;
  };
  return {
    close,
    open: ({ number, version, cells }) => {
      close();
      const known = fresh.get(number)?.cells ?? cells;
      const texts = known ? unpackTexts(known) : undefined;
      page = { number, version, texts: texts ?? new Map(), isFresh: texts === undefined };
    },
    translate: async (print) => {
      const key = keyOfPrint(print);
      const known = page?.texts.get(key);
      if (known) return known;
      const made = await translate(print);
      if (page && !isRefusal(made)) {
        page.texts.set(key, made);
        page.isFresh = true;
      }
      return made;
    },
    freshBytes: () => bytes,
    takeFresh: () => {
      const taken = [...fresh.values()];
      fresh = new Map();
      bytes = 0;
      return taken;
    },
  };
}
