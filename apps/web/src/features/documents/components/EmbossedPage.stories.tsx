import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ProofSheet } from '../hooks/useProofCursor.ts';
import { EmbossedPage } from './EmbossedPage.tsx';
import '../documents.css';
import '../proof.css';

const LINES = ['⠘⠕⠂⠵ ⠈⠥⠄⠈⠝ ⠉⠰⠣⠫⠒⠊⠲', '', '⠼⠁⠲ ⠚⠗', '⠼⠃⠲ ⠊⠂'];
const PAGE = { number: 1, lines: LINES.map((cells) => ({ cells, pieces: [] })) } as unknown as ProofSheet;

const meta = {
  title: 'Studio/EmbossedPage',
  component: EmbossedPage,
  parameters: {
    guide: {
      do: ['For helpers who read braille by eye: raised dots, and where flat ones would be.'],
      dont: ['Never the only way to the cells: those are text beside it.'],
    },
  },
  args: { page: PAGE, cellsPerLine: 24 },
  decorators: [
    (Story) => (
      <div className="proof__embossed" style={{ maxWidth: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof EmbossedPage>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Pressed: Story = {};
