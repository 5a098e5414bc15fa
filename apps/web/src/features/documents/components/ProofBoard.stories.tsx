import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { ProofSheet } from '../hooks/useProofCursor.ts';
import { blockOf } from '../testing/block-of.ts';
import { ProofBoard } from './ProofBoard.tsx';
import '../documents.css';
import '../proof.css';

const RULE = { id: 'ko-2024-13', article: '제13항', title: '글자 줄여 적기' };
const pieces = [
  [0, 4, null],
  [5, 5, null],
  [11, 8, '붙여 쓸지는 규정이 열어 두었어요'],
].map(([at, length, undecided]) => ({
  ...{ at: Number(at), length: Number(length), undecided: undecided as string | null },
  ...{ blockId: 'block-1', path: [], start: Number(at) / 4, end: Number(at) / 4 + 2, rule: RULE },
}));
const PAGE = {
  ...{ number: 1, volume: 1, printPage: '1', backTranslation: ['빛은 곧게 나아간다.'] },
  blocks: [blockOf()],
  lines: [{ cells: '⠘⠕⠂⠵ ⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲⠀', pieces }],
} as unknown as ProofSheet;

const client = new QueryClient();

const meta = {
  title: 'Studio/ProofBoard',
  component: ProofBoard,
  parameters: {
    guide: {
      do: ['One cursor for both sides; beside it why the cells are what they are.'],
      dont: ['Braille is never a picture of dots alone: cells are text that a braille display shows.'],
    },
  },
  args: { page: PAGE, language: 'ko', cellsPerLine: 32, place: 'first', onPlace: fn(), onTurn: fn() },
  decorators: [
    (Story) => (
      <QueryClientProvider client={client}>
        <div className="proof">
          <Story />
        </div>
      </QueryClientProvider>
    ),
  ],
} satisfies Meta<typeof ProofBoard>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ByKeys: Story = {
  play: async ({ canvasElement, args }) => {
    within(canvasElement).getByRole('application').focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onPlace).toHaveBeenCalledWith({ line: 0, piece: 1 });
    await userEvent.keyboard('{PageDown}');
    await expect(args.onTurn).toHaveBeenCalledWith(1, 'first');
  },
};

export const WhatTheRegulationLeavesOpen: Story = { args: { place: { line: 0, piece: 2 } } };
