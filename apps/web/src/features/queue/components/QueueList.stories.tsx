import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { fn } from 'storybook/test';
import { jobOf } from '../testing/job-of.ts';
import { QueueList } from './QueueList.tsx';
import './queue-drawer.css';

const client = new QueryClient();
const JOBS = [
  jobOf({
    id: 'running',
    status: 'RUNNING',
    title: 'A lighthouse in the rain',
    progress: 0.4,
    step: 8,
    stepsTotal: 20,
  }),
  jobOf({ id: 'waiting', title: '기와지붕 옆 감나무', position: 3 }),
  jobOf({ id: 'done', status: 'COMPLETED', title: 'Night harbour', creditsFinal: true, chargedCredits: 12 }),
];

const meta = {
  title: 'Studio/QueueList',
  component: QueueList,
  parameters: {
    guide: {
      do: ['Newest first, whatever a job makes.'],
      dont: ['An empty list is said, not left blank.'],
    },
  },
  args: { jobs: JOBS, onShow: fn(), onCancel: fn(), onRetry: fn(), isBusy: false },
  decorators: [
    (Story) => (
      <QueryClientProvider client={client}>
        <div style={{ maxWidth: 360 }}>
          <Story />
        </div>
      </QueryClientProvider>
    ),
  ],
} satisfies Meta<typeof QueueList>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Several: Story = {};
export const None: Story = { args: { jobs: [] } };
