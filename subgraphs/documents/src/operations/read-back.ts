import { setImmediate as breathe } from 'node:timers/promises';
import { isRefusal } from '@modu/engine-braille';
import type { BrailleEngine } from '@modu/engine-braille';
import { readBackTexts } from '../domain/read-back.ts';
import type { ShownPage } from '../domain/rendition.ts';

interface Reading {
  readonly engine: Pick<BrailleEngine, 'backTranslate'>;
  /** Aborts when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** What the lines of a page say when they are read back; lines of one block are read as one, so that nothing is lost where they break. */
export async function readBack(
  { engine, signal }: Reading,
  { lines, rendition: { code } }: ShownPage,
): Promise<string[]> {
  const said: string[] = [];
  for (const { from, cells } of readBackTexts(lines)) {
    let before = '';
    for (const [at, soFar] of cells.entries()) {
      // Another request is served between two lines.
      await breathe();
      signal.throwIfAborted();
      const answer = await engine.backTranslate(soFar, code);
      const text = isRefusal(answer) ? '' : answer.text;
      said[from + at] = text.startsWith(before) ? text.slice(before.length) : text.slice(sharedLength(text, before));
      before = text;
    }
  }
  return lines.map((_, line) => said[line]?.trim() ?? '');
}

function sharedLength(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
