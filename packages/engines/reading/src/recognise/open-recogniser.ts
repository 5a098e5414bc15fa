import { createJsRecogniser } from './js-recogniser.ts';
import type { Recogniser } from './recogniser.ts';
import { createSystemRecogniser, hasSystemTesseract } from './system-recogniser.ts';

let isThere: boolean | undefined;

/** The machine's tesseract where it has one, else the one of npm. Each document has its own; close it. */
export function openRecogniser(): Recogniser {
  isThere ??= hasSystemTesseract();
  return isThere ? createSystemRecogniser() : createJsRecogniser();
}
