import type { Meta, StoryObj } from '@storybook/react-vite';
import type { DashboardFigures } from '../hooks/useDashboard.ts';
import { DayChart } from './DayChart.tsx';
import { FigureRow } from './FigureRow.tsx';
import { ModelChart } from './ModelChart.tsx';
import '../dashboard.css';

const AMOUNTS = [4, 0, 12, 31, 7, 0, 18].map((amount, at) => ({ day: `2026-11-${15 + at}`, amount }));
const SPAN = { days: AMOUNTS.map(({ day }) => day) };
const FIGURES = {
  ...{ span: SPAN, imageCount: 10_412, starredCount: 96, creditsByDay: [{ spent: 72 }] },
  jobs: { completed: 71, failed: 2, canceled: 4, successRate: 0.973 },
  storage: { usedBytes: 3_400_000_000, quotaBytes: 5_000_000_000, overQuota: false },
  imagesByModel: [
    { model: { id: 'sketch-1' }, count: 64 },
    { model: { id: 'dreamshaper' }, count: 9 },
  ],
  modelName: (id: string) => (id === 'sketch-1' ? 'Sketch' : id),
} as unknown as DashboardFigures;
const NOTHING = {
  ...{ ...FIGURES, imageCount: 0, starredCount: 0, creditsByDay: [] },
  jobs: { completed: 0, failed: 0, canceled: 0, successRate: null },
  storage: { usedBytes: 6_000_000_000, quotaBytes: 5_000_000_000, overQuota: true },
} as unknown as DashboardFigures;

const meta = {
  title: 'Studio/Overview',
  parameters: {
    guide: {
      do: ['A number has its name above and what it is of below; a chart says its sum in a sentence.'],
      dont: ['No number that nobody acts on.'],
    },
  },
  decorators: [
    (Story) => (
      <div className="dashboard">
        <Story />
      </div>
    ),
  ],
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const Figures: Story = { render: () => <FigureRow figures={FIGURES} days={30} /> };
export const NothingYetAndNoRoom: Story = { render: () => <FigureRow figures={NOTHING} days={30} /> };
export const ByDay: Story = {
  render: () => (
    <DayChart title="2026-11" valueName="n" summary={(total) => `Σ ${total}`} span={SPAN} amounts={AMOUNTS} />
  ),
};
export const ByModel: Story = { render: () => <ModelChart figures={FIGURES} /> };
