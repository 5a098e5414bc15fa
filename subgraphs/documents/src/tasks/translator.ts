import { translateKorean } from '@modu/engine-braille';
import type { BrailleRefusal, BrailleText, PrintText } from '@modu/engine-braille';
import type { BrailleOrder } from './braille-maker.ts';

/** Print into cells, in the code that was ordered. */
export interface Translator {
  readonly translate: (print: PrintText, language: string | undefined) => Promise<BrailleText | BrailleRefusal>;
  close(): Promise<void>;
}

/** Opens what writes a code. Passages in other languages are written as the code itself lays down. */
export function openTranslator({ code }: Pick<BrailleOrder, 'code'>): Promise<Translator> {
  const edition = code === 'ko-2020' ? '2020' : '2024';
  return Promise.resolve({
    translate: (print) => Promise.resolve(translateKorean(print, { edition })),
    close: () => Promise.resolve(),
  });
}
