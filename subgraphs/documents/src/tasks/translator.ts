import { createBrailleEngine } from '@modu/engine-braille';
import type { BrailleRefusal, BrailleText, PrintText } from '@modu/engine-braille';
import type { ThreadOrder } from './braille-maker.ts';

/** Print into cells, in the code that was ordered. */
export interface Translator {
  readonly translate: (print: PrintText) => Promise<BrailleText | BrailleRefusal>;
  close(): Promise<void>;
}

/** Opens what writes a code. Passages in other languages are written as the code itself lays down. */
export function openTranslator({ code, setup, system }: Pick<ThreadOrder, 'code' | 'setup' | 'system'>): Translator {
  const engine = createBrailleEngine({ system });
  return { translate: (print) => engine.translate(print, code, { math: setup.math }), close: () => engine.close() };
}
