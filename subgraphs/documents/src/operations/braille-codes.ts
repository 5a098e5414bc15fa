import type { BrailleCode } from '@modu/engine-braille';

/** The codes of our own engine: they need nothing but themselves, so they are always there. */
const KOREAN_CODES: readonly BrailleCode[] = [
  {
    ...{ id: 'ko-2024', language: 'ko', grade: 2, maker: 'OWN' },
    title: { ko: '한국 점자 규정 (2024)', en: 'Korean Braille Regulation (2024)' },
  },
  {
    ...{ id: 'ko-2020', language: 'ko', grade: 2, maker: 'OWN' },
    title: { ko: '한국 점자 규정 (2020)', en: 'Korean Braille Regulation (2020)' },
  },
];

/** What braille can really be made in here and now. */
export function listBrailleCodes(): Promise<readonly BrailleCode[]> {
  return Promise.resolve(KOREAN_CODES);
}
