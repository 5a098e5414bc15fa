import type { Meta, StoryObj } from '@storybook/react-vite';
import { fireEvent, expect, fn } from 'storybook/test';
import type { ProofPiece } from '../model/proof-cursor.ts';
import { BrailleLines } from './BrailleLines.tsx';
import '../documents.css';
import '../proof.css';

const piece = (at: number, length: number, more: Partial<ProofPiece> = {}): ProofPiece => ({
  at,
  length,
  blockId: 'block-1',
  path: [],
  start: at,
  end: at + length,
  undecided: null,
  ...more,
});

const meta = {
  title: 'Studio/BrailleLines',
  component: BrailleLines,
  parameters: {
    guide: {
      do: ['Mark what the regulation leaves open; the line under the cursor says itself in print.'],
      dont: ['Colour is not the only mark: the current piece has a frame, an open one a dotted line.'],
    },
  },
  args: {
    lines: [
      { cells: '⠘⠕⠂⠵ ⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲', pieces: [piece(0, 4), piece(5, 5), piece(11, 7)] },
      { cells: '⠼⠁⠲ ⠚⠗', pieces: [piece(0, 3, { undecided: 'A number before a mark' }), piece(4, 2)] },
      { cells: '', pieces: [] },
    ],
    said: ['빛은 곧게 나아간다.', '1. 해', ''],
    place: { line: 0, piece: 1 },
    words: '곧게, 제13항 글자 줄여 적기',
    onPlace: fn(),
  },
  decorators: [
    (Story) => (
      <div className="proof__braille" role="listbox" aria-label="Braille page" tabIndex={0} style={{ maxWidth: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof BrailleLines>;

export default meta;
type Story = StoryObj<typeof meta>;

export const CursorOnAPiece: Story = {
  play: async ({ canvasElement, args }) => {
    const last = [...canvasElement.querySelectorAll('.proof__piece')].at(-1);
    if (last) await fireEvent.pointerUp(last);
    await expect(args.onPlace).toHaveBeenCalledWith({ line: 1, piece: 1 });
  },
};

export const NoCursor: Story = { args: { place: null } };
