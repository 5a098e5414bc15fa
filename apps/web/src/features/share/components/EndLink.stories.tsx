import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { EndLink } from './EndLink.tsx';
import '../share.css';

const meta = {
  title: 'Studio/EndLink',
  component: EndLink,
  parameters: {
    guide: {
      do: ['Ask in the row, by when the link was made, with the safe answer focused.'],
      dont: ['No dialog over a dialog.'],
    },
  },
  args: { made: 'May 1, 2026, 6:00 PM', isPending: false, onEnd: fn() },
  decorators: [
    (Story) => (
      <div className="share-list__line">
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof EndLink>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asked: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    const [keep] = within(canvasElement).getAllByRole('button');
    await expect(keep).toHaveFocus();
    await expect(args.onEnd).not.toHaveBeenCalled();
  },
};
