import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { TypeFilter } from './TypeFilter.tsx';
import '../files.css';

const meta = {
  title: 'Studio/TypeFilter',
  component: TypeFilter,
  parameters: {
    guide: {
      do: ['One of a few, all in sight: arrow keys move through them.'],
      dont: ['Not for what can be combined: that is the filter of the gallery.'],
    },
  },
  args: { value: 'all', onChange: fn() },
} satisfies Meta<typeof TypeFilter>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Chosen: Story = {
  play: async ({ canvasElement, args }) => {
    const [, pictures] = within(canvasElement).getAllByRole('radio');
    if (pictures) await userEvent.click(pictures);
    await expect(args.onChange).toHaveBeenCalledWith('pictures');
  },
};
