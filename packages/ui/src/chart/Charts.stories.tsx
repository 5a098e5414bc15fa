import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { BarChart } from './BarChart.tsx';
import { LineChart } from './LineChart.tsx';

const WORDS = {
  en: {
    title: 'Credits used a day',
    summary: 'Tuesday was highest with 96 credits, Sunday had none.',
    toTable: 'Show as table',
    toChart: 'Show as chart',
    categoryName: 'Day',
    value: 'Credits',
    days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    rate: 'Words a minute',
    goal: 'Goal',
  },
  ko: {
    title: '하루에 쓴 크레딧',
    summary: '화요일이 96크레딧으로 가장 많고 일요일에는 쓰지 않았어요.',
    toTable: '표로 보기',
    toChart: '그림으로 보기',
    categoryName: '요일',
    value: '크레딧',
    days: ['월', '화', '수', '목', '금', '토', '일'],
    rate: '분당 낱말',
    goal: '목표',
  },
};
type Words = (typeof WORDS)['en'];
const VALUES = [24, 96, 40, 61, 12, 8, 0];
const format = (value: number) => value.toLocaleString('en');

const meta = {
  title: 'Design system/Charts',
  component: BarChart,
  subcomponents: { LineChart },
  args: { words: WORDS.en, valueName: 'Credits', bars: [], format },
  parameters: {
    guide: {
      do: [
        'Write the summary: it is what people hear in place of the drawing.',
        'Label bars and lines where they are; no legend.',
      ],
      dont: ['Don’t tell series apart by colour alone.', 'Don’t cut the axis: it begins at zero.'],
    },
  },
} satisfies Meta<typeof BarChart>;

export default meta;
type Story = StoryObj<typeof meta>;

const Bars = ({ words }: { readonly words: Words }) => (
  <BarChart
    words={words}
    valueName={words.value}
    format={format}
    bars={words.days.map((name, index) => ({ name, value: VALUES[index] ?? 0 }))}
  />
);

export const BarsByDay: Story = { render: (_, context) => <Bars words={inLanguage(context, WORDS)} /> };

export const ManyBars: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    const bars = Array.from({ length: 31 }, (_day, day) => ({ name: String(day + 1), value: (day * 37) % 100 }));
    return <BarChart words={words} valueName={words.value} format={format} bars={bars} />;
  },
};

export const Nothing: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <BarChart
        words={words}
        valueName={words.value}
        format={format}
        bars={words.days.map((name) => ({ name, value: 0 }))}
      />
    );
  },
};

export const LinesWithAGap: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <LineChart
        words={words}
        categories={words.days}
        format={format}
        series={[
          { name: words.rate, values: [82, 90, null, 95, 101, 99, 110] },
          { name: words.goal, values: [70, 70, 70, 70, 70, 70, 70] },
        ]}
      />
    );
  },
};

export const TheTableBehind: Story = {
  render: (_, context) => <Bars words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(within(canvasElement).getByRole('rowheader', { name: /Tue|화/u })).toBeVisible();
  },
};
