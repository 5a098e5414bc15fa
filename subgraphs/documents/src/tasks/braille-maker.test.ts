import { Worker } from 'node:worker_threads';
import { DEFAULT_SETUP } from '@modu/engine-braille';
import { describe, expect, it, vi } from 'vitest';
import type { BlockToBraille } from '../store/cells-store.ts';
import { createBrailleMaker } from './braille-maker.ts';

const order = { code: 'ko-2024', setup: DEFAULT_SETUP, language: 'ko' };

/** Of a document that never ends. */
const blocksAfter = (after: number, take: number): BlockToBraille[] =>
  Array.from({ length: take }, (_, at) => ({
    ...{ number: after + at + 1, position: after + at + 1, version: 1, cells: null, unpaidChars: 0 },
    block: { kind: 'PARAGRAPH', text: '빛은 곧게 나아간다. '.repeat(20), spans: [], page: null },
  })) as unknown as BlockToBraille[];

describe('a thread that makes braille', () => {
  it('leaves by itself when nobody wants its pages any more: ending it by force could end the whole process', async () => {
    const force = vi.spyOn(Worker.prototype, 'terminate');
    const canceling = new AbortController();
    let pages = 0;
    const made = createBrailleMaker().make(order, {
      signal: canceling.signal,
      blocks: (after, take) => Promise.resolve(blocksAfter(after, take)),
      onCells: () => Promise.resolve(),
      onContents: () => Promise.resolve(),
      onPages: (some) => {
        pages += some.length;
        canceling.abort(new Error('canceled'));
        return Promise.resolve();
      },
    });

    await expect(made).rejects.toThrow('canceled');
    expect(pages).toBeGreaterThan(0);
    expect(force).not.toHaveBeenCalled();
  });
});
