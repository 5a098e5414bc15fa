import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { PlanRow } from './PlanRow.tsx';
import type { PlanRowProps } from './PlanRow.tsx';
import '../plans.css';

const PLAN: PlanRowProps['plan'] = {
  ...{ id: 'pro', tier: 'PRO', name: 'Pro', monthlyCredits: 3_000, storageBytes: 100_000_000_000 },
  ...{ priceCents: 1_900, currency: 'USD', onSale: true },
  limits: { runningJobsMax: 5, queuedJobsMax: 50, imageSidePixelsMax: 2048 },
};

const meta = {
  title: 'Studio/PlanRow',
  component: PlanRow,
  parameters: {
    guide: {
      do: ['Numbers before adjectives: what it costs, what it gives, what it allows.'],
      dont: ['No plan is praised above another; the one that somebody has is marked in words.'],
    },
  },
  args: { plan: PLAN, isCurrent: false, isChoosable: true, isSubscriber: false, isBusy: false, onChoose: fn() },
  decorators: [
    (Story) => (
      <ul className="plans">
        <Story />
      </ul>
    ),
  ],
} satisfies Meta<typeof PlanRow>;

export default meta;
type Story = StoryObj<typeof meta>;

export const OnSale: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.onChoose).toHaveBeenCalledOnce();
  },
};
export const Current: Story = { args: { isCurrent: true, isChoosable: false, isSubscriber: true } };
export const Changing: Story = { args: { isSubscriber: true, isBusy: true } };
export const NotForSale: Story = { args: { plan: { ...PLAN, onSale: false } } };
export const ByAgreement: Story = {
  args: { plan: { ...PLAN, id: 'enterprise', tier: 'ENTERPRISE', name: 'Enterprise' } },
};
