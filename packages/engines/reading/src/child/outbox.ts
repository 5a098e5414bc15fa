import { textOf } from '../block.ts';
import type { DocumentPart } from '../contract.ts';

/** More are not told at once, nor much longer after they were read. */
const PARTS_MAX = 20;
const CHARS_MAX = 200_000;
const WAIT_MS = 200;

/** Tells parts several at a time while the next are read; who keeps them is never more than that behind. */
export interface Outbox {
  /** The first part is told at once. */
  add(part: DocumentPart): Promise<void>;
  /** Resolves when whoever was told parts has kept them. */
  settled(): Promise<void>;
  /** Tells what is left. */
  flush(): Promise<void>;
}

/** `tell` resolves when the parts were kept. */
export function createOutbox(tell: (parts: readonly DocumentPart[]) => Promise<void>): Outbox {
  let parts: DocumentPart[] = [];
  let chars = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let telling = Promise.resolve();
  const send = async () => {
    await telling;
    if (parts.length === 0) return;
    telling = tell(parts);
    [parts, chars, toldAt] = [[], 0, performance.now()];
  };
  return {
    add: async (part) => {
      parts.push(part);
      chars += part.blocks.reduce((sum, block) => sum + textOf(block).length, 0);
      const isDue = parts.length >= PARTS_MAX || chars >= CHARS_MAX || performance.now() - toldAt >= WAIT_MS;
      if (isDue) await send();
    },
    settled: () => telling,
    flush: async () => {
      await send();
      await telling;
    },
  };
}
