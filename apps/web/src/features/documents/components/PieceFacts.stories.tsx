import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { ProofSheet, ProofSheetPiece } from '../hooks/useProofCursor.ts';
import { PieceFacts } from './PieceFacts.tsx';
import '../documents.css';
import '../proof.css';

const CELLS = '⠘⠕⠂⠵ ⠈⠥⠄⠈⠝';
const pieceOf = (undecided: string | null) =>
  ({
    ...{ at: 0, length: 4, blockId: 'block-1', path: [], start: 0, end: 2, undecided },
    rule: { id: 'ko-2024-13', article: '제13항', title: '글자 줄여 적기' },
  }) as ProofSheetPiece;
const pageOf = (piece: ProofSheetPiece) =>
  ({ number: 1, blocks: [], lines: [{ cells: CELLS, pieces: [piece] }] }) as unknown as ProofSheet;
const SETTLED = pieceOf(null);
const OPEN = pieceOf('붙여 쓸지는 규정이 열어 두었어요');

const meta = {
  title: 'Studio/PieceFacts',
  component: PieceFacts,
  parameters: {
    guide: {
      do: ['Name the rule by its article, so that it can be looked up.'],
      dont: ['No guess is told as settled: what the regulation leaves open says so.'],
    },
  },
  args: {
    page: pageOf(SETTLED),
    piece: SETTLED,
    words: '빛은, 제13항 글자 줄여 적기',
    cells: CELLS,
    onCorrect: fn(),
    onOpen: fn(),
  },
} satisfies Meta<typeof PieceFacts>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Settled: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onCorrect).toHaveBeenCalledOnce();
  },
};
export const LeftOpen: Story = {
  args: { page: pageOf(OPEN), piece: OPEN, words: '빛은, 제13항 글자 줄여 적기, 붙여 쓸지는 규정이 열어 두었어요' },
};
