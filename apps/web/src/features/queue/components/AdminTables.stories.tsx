import type { Meta, StoryObj } from '@storybook/react-vite';
import { LatelyFacts } from './LatelyFacts.tsx';
import { WorkerTable } from './WorkerTable.tsx';
import './admin-queue.css';

const worker = (pid: number, draining: boolean) => ({
  ...{ id: `worker-${pid}`, host: 'worker-1', pid, task: 'image.text-to-image', slots: 4, running: 3, draining },
  startedAt: '2026-11-21T12:00:00.000Z',
});

const meta = {
  title: 'Studio/Queue of everyone',
  parameters: {
    guide: {
      do: ['A state is a word beside its sign; what is not known yet is a dash.'],
      dont: ['No colour alone says that a process is leaving.'],
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Workers: Story = { render: () => <WorkerTable workers={[worker(41, false), worker(42, true)]} /> };
export const NoWorkers: Story = { render: () => <WorkerTable workers={[]} /> };
export const Lately: Story = {
  render: () => (
    <LatelyFacts lately={{ completed: 412, failed: 3, canceled: 8, waitErrorMsP50: 4_200, etaErrorShareP50: null }} />
  ),
};
