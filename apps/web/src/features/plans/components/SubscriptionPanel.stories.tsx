import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { SubscriptionPanel } from './SubscriptionPanel.tsx';
import type { SubscriptionPanelProps } from './SubscriptionPanel.tsx';
import '../plans.css';

const subscriptionOf = (parts: Partial<SubscriptionPanelProps['subscription']>) =>
  ({
    ...{ plan: { id: 'pro', name: 'Pro' }, status: 'ACTIVE', provider: 'lemon-squeezy' },
    ...{ renewsAt: '2026-12-21T00:00:00.000Z', endsAt: null },
    ...parts,
  }) as SubscriptionPanelProps['subscription'];

const meta = {
  title: 'Studio/SubscriptionPanel',
  component: SubscriptionPanel,
  parameters: {
    guide: {
      do: ['Say until when, and what happens then; leaving is as easy as coming.'],
      dont: ['No question of whether one is sure: a plan that was canceled can be resumed until it ends.'],
    },
  },
  args: { subscription: subscriptionOf({}), servedName: null, isBusy: false, onStep: fn() },
} satisfies Meta<typeof SubscriptionPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Renewed: Story = {
  play: async ({ canvasElement, args }) => {
    const buttons = within(canvasElement).getAllByRole('button');
    const cancel = buttons.at(-1);
    if (cancel) await userEvent.click(cancel);
    await expect(args.onStep).toHaveBeenCalledWith({ step: 'cancel' });
  },
};
export const Canceled: Story = {
  args: { subscription: subscriptionOf({ status: 'CANCELED', endsAt: '2026-12-21T00:00:00.000Z', renewsAt: null }) },
};
export const PastDue: Story = { args: { subscription: subscriptionOf({ status: 'PAST_DUE' }) } };
export const ByAgreement: Story = {
  args: { subscription: subscriptionOf({ provider: 'agreement', endsAt: '2027-11-21T00:00:00.000Z' }) },
};
