import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { DeleteThing } from './DeleteThing.tsx';

const meta = {
  title: 'Studio/DeleteThing',
  component: DeleteThing,
  parameters: {
    guide: {
      do: ['Ask by name, and say what goes with it and what stays.'],
      dont: ['Not for what goes to a trash: do that, and say so.'],
    },
  },
  args: {
    words: {
      title: 'Delete “Light and shadow”?',
      body: 'Its braille and speech go with it. The file it was read from stays.',
      delete: 'Delete',
      cancel: 'Cancel',
    },
    isPending: false,
    onDelete: fn(),
  },
} satisfies Meta<typeof DeleteThing>;

export default meta;
type Story = StoryObj<typeof meta>;

const ask = async (canvasElement: HTMLElement) => {
  await userEvent.click(within(canvasElement).getByRole('button', { name: 'Delete' }));
  return within(await within(canvasElement.ownerDocument.body).findByRole('alertdialog'));
};

export const Asked: Story = {
  play: async ({ canvasElement, args }) => {
    const question = await ask(canvasElement);
    await expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await expect(args.onDelete).not.toHaveBeenCalled();
  },
};
export const Refused: Story = {
  args: { problem: 'The studio did not answer. Check your connection and try again.' },
  play: async ({ canvasElement }) => {
    await ask(canvasElement);
  },
};
