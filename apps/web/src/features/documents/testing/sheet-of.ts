import type { ProofSheet } from '../hooks/useProofCursor.ts';
import { blockOf } from './block-of.ts';

const RULE = { id: 'ko-2024-13', article: '제13항', title: '글자 줄여 적기' };
const pieces = [
  [0, 4, null],
  [5, 5, null],
  [11, 8, '붙여 쓸지는 규정이 열어 두었어요'],
].map(([at, length, undecided]) => ({
  ...{ at: Number(at), length: Number(length), undecided: undecided as string | null },
  ...{ blockId: 'block-1', path: [], start: Number(at) / 4, end: Number(at) / 4 + 2, rule: RULE },
}));

/** A braille page of one line, for tests and stories. */
export const SHEET = {
  ...{ number: 1, volume: 1, printPage: '1', backTranslation: ['빛은 곧게 나아간다.'] },
  blocks: [blockOf()],
  lines: [{ cells: '⠘⠕⠂⠵ ⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲⠀', pieces }],
} as unknown as ProofSheet;
