import type { KeptPage } from '@modu/engine-braille';
import type { FreshCells } from '../store/cells-store.ts';

/** What a thread that makes braille tells. Each is answered: with blocks, or with that it may go on. */
export type BrailleNews =
  | { readonly tell: 'BLOCKS'; readonly after: number; readonly take: number }
  | { readonly tell: 'CELLS'; readonly fresh: readonly FreshCells[] }
  | { readonly tell: 'PAGES'; readonly pages: readonly KeptPage[]; readonly position: number }
  | { readonly tell: 'CONTENTS'; readonly pages: readonly KeptPage[] }
  | { readonly tell: 'REFUSED'; readonly message: string }
  | { readonly tell: 'END' };

/** What it is told at any time when nobody wants its work any more. */
export const LEAVE = 'leave';
