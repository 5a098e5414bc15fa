import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { GraphError } from '../lib/graph/index.ts';
import { PageError } from './PageError.tsx';

const meta = {
  title: 'Studio/PageError',
  component: PageError,
  parameters: {
    guide: {
      do: ['Say whose fault it is, that nothing written is lost, and give the id to quote.'],
      dont: ['No code, no stack, no apology that says nothing.'],
    },
  },
  args: { error: new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a9c21' }), reset: fn() },
} satisfies Meta<typeof PageError>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OurFault: Story = {
  play: async ({ canvasElement, args }) => {
    const [, again] = within(canvasElement).getAllByRole('button');
    if (again) await userEvent.click(again);
    await expect(args.reset).toHaveBeenCalledOnce();
  },
};
export const NoAnswer: Story = {
  args: { error: new GraphError({ code: 'UNREACHABLE', message: 'no answer', traceId: null }) },
};
