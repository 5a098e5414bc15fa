import { ProgressLine } from '@modu/ui';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { FileText } from 'lucide-react';
import { ThingRow } from './ThingRow.tsx';

const meta = {
  title: 'Studio/ThingRow',
  component: ThingRow,
  parameters: {
    guide: {
      do: ['The title in its own language, then what is known; what is not known is left out.'],
      dont: ['No deeds in the row: it is a way to the thing, where they are.'],
    },
  },
  args: {
    icon: FileText,
    title: '빛과 그림자',
    language: 'ko',
    facts: ['PDF', 'Korean', '12 pages', 'Nov 21, 2026'],
    way: { to: '/documents/$documentId', params: { documentId: 'paper' } },
  },
  decorators: [
    (Story) => (
      <ul className="thing-list">
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof ThingRow>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Known: Story = {};
export const UnderWay: Story = {
  args: { facts: ['PDF'], children: <ProgressLine label="Reading 빛과 그림자" share={0.4} /> },
};
export const LongTitle: Story = {
  args: {
    title:
      'The harbour, its ships and who came with them: letters, lists of goods and the memory of three towns, 1876 to 1945',
    language: 'en',
  },
};
