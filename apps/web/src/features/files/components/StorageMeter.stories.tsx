import type { Meta, StoryObj } from '@storybook/react-vite';
import { StorageMeter } from './StorageMeter.tsx';
import '../files.css';

const QUOTA = 5_000_000_000;

const meta = {
  title: 'Studio/StorageMeter',
  component: StorageMeter,
  parameters: {
    guide: {
      do: ['Say how much in words beside the line: a length alone is no number.'],
      dont: ['No warning before there is something to do about it.'],
    },
  },
  args: { usedBytes: 1_200_000_000, quotaBytes: QUOTA },
} satisfies Meta<typeof StorageMeter>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SomeRoom: Story = {};
export const Empty: Story = { args: { usedBytes: 0 } };
export const TooMuch: Story = { args: { usedBytes: 5_600_000_000 } };
