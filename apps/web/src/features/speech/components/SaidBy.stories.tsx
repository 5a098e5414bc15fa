import type { Meta, StoryObj } from '@storybook/react-vite';
import { SaidBy } from './SaidBy.tsx';
import '../speech.css';

const EDITION = { name: 'espeak-ng', version: '1.52.0', tables: null, isCurrent: true };

const meta = {
  title: 'Studio/SaidBy',
  component: SaidBy,
  parameters: {
    guide: {
      do: ['Name the engine and its edition: the same words sound otherwise by another.'],
      dont: ['No alarm when the engine has changed since: the clip is what it was.'],
    },
  },
  args: { edition: EDITION },
} satisfies Meta<typeof SaidBy>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OfToday: Story = {};
export const OfAnOlderEdition: Story = { args: { edition: { ...EDITION, isCurrent: false } } };
