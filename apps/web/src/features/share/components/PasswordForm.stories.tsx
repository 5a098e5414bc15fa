import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { PasswordForm } from './PasswordForm.tsx';
import '../share.css';

const meta = {
  title: 'Studio/PasswordForm',
  component: PasswordForm,
  parameters: {
    guide: {
      do: [
        'Say what the server said: first as the heading, then beside the field. It is in the language of who reads it.',
      ],
      dont: ['No hint whether the link or the password was wrong beyond what the server says.'],
    },
  },
  args: {
    words: 'This link needs a password.',
    refusal: { code: 'FORBIDDEN' },
    isPending: false,
    onPassword: fn(),
  },
} satisfies Meta<typeof PasswordForm>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Asking: Story = {
  play: async ({ canvasElement, args }) => {
    const field = canvasElement.querySelector('input');
    if (field) await userEvent.type(field, 'persimmon');
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onPassword).toHaveBeenCalledWith('persimmon');
  },
};

export const Waiting: Story = {
  args: {
    refusal: { code: 'RATE_LIMITED', retryAfterMs: 900_000 },
    problem: 'That was tried too often. Try again in a few minutes.',
  },
};
