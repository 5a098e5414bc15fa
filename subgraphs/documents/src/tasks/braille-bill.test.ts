import { describe, expect, it } from 'vitest';
import type { BlockToBraille } from '../store/cells-store.ts';
import { createBrailleBill } from './braille-bill.ts';

const block = (number: number, unpaidChars: number, version = 0): BlockToBraille => ({
  ...{ documentId: 'd', number, position: number, version, isLeftOut: false, isCorrected: false, cells: null },
  ...{ unpaidChars, block: { kind: 'PARAGRAPH', text: '', spans: [], page: null } },
});
const bill = () => createBrailleBill({ quotedCredits: 1 }, { isAsQuoted: false });

describe('the bill of a layout', () => {
  it('counts a block once that is met twice, because it was moved meanwhile', () => {
    const { add, due } = bill();
    for (let pass = 0; pass < 2; pass += 1) add([block(1, 25_000), block(2, 0)]);
    expect(due()).toEqual([{ number: 1, version: 0 }]);
  });

  it('is for what the pages show, when a block is corrected between the two', () => {
    const { add, due } = bill();
    add([block(1, 15_000)]);
    add([block(1, 16_000, 1)]);
    expect(due()).toEqual([{ number: 1, version: 1 }]);
  });

  it('is refused when there is more than was quoted for', () => {
    const { add } = bill();
    expect(() => add([block(1, 15_000), block(2, 90_000)])).toThrow(expect.objectContaining({ code: 'DOCUMENT_GREW' }));
  });
});
