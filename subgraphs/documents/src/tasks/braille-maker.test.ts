import { Worker } from 'node:worker_threads';
import { DEFAULT_SETUP, unpackPage } from '@modu/engine-braille';
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

  it.each([
    ['en-ueb-g2', 'en', '⠠⠒⠞⠢⠞⠎'],
    ['ko-2024', 'en', '⠰⠣⠐⠌'],
    ['de-de-g0', 'de', '⠊⠝⠓⠁⠇⠞'],
  ])('heads the contents in the language of the code: %s', async (code, language, title) => {
    const heading = { kind: 'HEADING', level: 1, text: 'One', spans: [], page: null };
    const blocks = [{ number: 1, position: 1, version: 1, cells: null, unpaidChars: 0, block: heading }];
    const lines: string[] = [];
    await createBrailleMaker().make(
      { code, language, setup: { ...DEFAULT_SETUP, contents: true } },
      {
        signal: new AbortController().signal,
        blocks: () => Promise.resolve(blocks as unknown as BlockToBraille[]),
        onCells: () => Promise.resolve(),
        onPages: () => Promise.resolve(),
        onContents: (pages) => {
          lines.push(...pages.flatMap((page) => unpackPage(page).lines.map(({ cells }) => cells)));
          return Promise.resolve();
        },
      },
    );

    expect(lines.map((line) => line.replaceAll('⠀', '')).find((line) => line !== '')).toBe(title);
  });
});
