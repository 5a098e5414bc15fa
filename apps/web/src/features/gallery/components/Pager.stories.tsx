import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { Pager } from './Pager.tsx';
import '../wall.css';

const meta = {
  title: 'Studio/Pager',
  component: Pager,
  parameters: {
    guide: {
      do: ['To the next page, to the ends, or to any by its number.'],
      dont: ['At an end the way on can’t be pressed, and focus goes to the way back.'],
    },
  },
  args: { page: 3, pages: 12, isExact: true, onPage: fn() },
} satisfies Meta<typeof Pager>;

export default meta;
type Story = StoryObj<typeof meta>;

export const InTheMiddle: Story = {
  play: async ({ canvasElement, args }) => {
    const field = within(canvasElement).getByRole('textbox');
    await userEvent.clear(field);
    await userEvent.type(field, '7{Enter}');
    await expect(args.onPage).toHaveBeenCalledWith(7);
  },
};
export const AtTheFirst: Story = { args: { page: 1 } };
export const OfVeryMany: Story = { args: { page: 1_204, pages: 16_667, isExact: false } };
