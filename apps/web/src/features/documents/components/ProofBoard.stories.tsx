import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { SHEET } from '../testing/sheet-of.ts';
import { ProofBoard } from './ProofBoard.tsx';
import '../documents.css';
import '../proof.css';

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
  args: { page: SHEET, language: 'ko', cellsPerLine: 32, place: 'first', onPlace: fn(), onTurn: fn() },
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
    within(canvasElement).getByRole('listbox').focus();
    await userEvent.keyboard('{ArrowRight}');
    await expect(args.onPlace).toHaveBeenCalledWith({ line: 0, piece: 1 });
    await userEvent.keyboard('{PageDown}');
    await expect(args.onTurn).toHaveBeenCalledWith(1, 'first');
  },
};

export const WhatTheRegulationLeavesOpen: Story = { args: { place: { line: 0, piece: 2 } } };
