import type { Meta, StoryObj } from '@storybook/react-vite';
import { blockOf } from '../testing/block-of.ts';
import { BlockView } from './BlockView.tsx';
import '../documents.css';

const meta = {
  title: 'Studio/BlockView',
  component: BlockView,
  parameters: {
    guide: {
      do: ['Show a block as print shows it; say of a figure without words that nobody has described it.'],
      dont: ['No block is skipped: what cannot be brailled is still seen here.'],
    },
  },
  args: { block: blockOf() },
  decorators: [
    (Story) => (
      <div className="print" lang="ko" style={{ maxWidth: 480 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof BlockView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Paragraph: Story = { args: { mark: { path: [], start: 0, end: 2 } } };
export const Heading: Story = { args: { block: blockOf({ kind: 'HEADING', level: 2, text: '빛과 그림자' }) } };
export const List: Story = {
  args: {
    block: blockOf({
      kind: 'LIST',
      items: [
        { depth: 0, marker: '1.', text: '해', spans: [] },
        { depth: 1, marker: '가.', text: '햇빛', spans: [] },
        { depth: 0, marker: '2.', text: '달', spans: [] },
      ] as never,
    }),
  },
};
export const Table: Story = {
  args: {
    block: blockOf({
      kind: 'TABLE',
      caption: '밝기',
      rows: [
        { cells: ['빛', '밝기'].map((text) => ({ text, isHeader: true, columnSpan: 1, rowSpan: 1 })) },
        { cells: ['달', '0.25 lx'].map((text) => ({ text, isHeader: false, columnSpan: 1, rowSpan: 1 })) },
      ] as never,
    }),
  },
};
export const FigureWithoutWords: Story = { args: { block: blockOf({ kind: 'FIGURE', text: '', caption: '그림 1' }) } };
export const Formula: Story = { args: { block: blockOf({ kind: 'MATH', text: 'E = mc²' }) } };
