import { RunFailure } from '@modu/paid-work';
import type { Run } from '@modu/paid-work';
import { isBeyondQuote, priceOfBraille } from '../domain/price.ts';
import type { BlockToBraille, CellsDue } from '../store/cells-store.ts';

/** What a layout was given of a document that nobody has paid for yet. */
export interface BrailleBill {
  /** @throws RunFailure DOCUMENT_GREW when it has become more than was quoted for. */
  add(blocks: readonly BlockToBraille[]): void;
  /** The cells that are paid for with the job; a block that is met twice, because it was moved meanwhile, once. */
  due(): CellsDue[];
}

/**
 * Counts what is laid out, not what the document is before or after: blocks can be taken in and left out while it runs. A document that
 * is as it was quoted for has its price, even if an engine of a newer edition has to make all of its cells anew.
 */
export function createBrailleBill(
  { quotedCredits }: Pick<Run, 'quotedCredits'>,
  { isAsQuoted }: { readonly isAsQuoted: boolean },
): BrailleBill {
  const unpaid = new Map<number, { readonly version: number; readonly chars: number }>();
  let chars = 0;
  return {
    due: () => [...unpaid].map(([number, { version }]) => ({ number, version })),
    add: (blocks) => {
      for (const { number, version, unpaidChars } of blocks) {
        if (unpaidChars === 0) continue;
        chars += unpaidChars - (unpaid.get(number)?.chars ?? 0);
        unpaid.set(number, { version, chars: unpaidChars });
      }
      if (isAsQuoted || !isBeyondQuote(priceOfBraille(chars, chars), quotedCredits)) return;
      throw new RunFailure('DOCUMENT_GREW', { retryable: false, cause: new Error(`${chars} characters`) });
    },
  };
}
