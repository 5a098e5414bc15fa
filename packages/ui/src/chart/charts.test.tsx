import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { BarChart } from './BarChart.tsx';
import { LineChart } from './LineChart.tsx';

const words = {
  title: 'Credits a day',
  summary: 'Most on Tuesday',
  toTable: 'Show as table',
  toChart: 'Show as chart',
  categoryName: 'Day',
};

describe('a chart', () => {
  it('says what is seen in it, and has the figures one press away', async () => {
    const bars = [
      { name: 'Mon', value: 12 },
      { name: 'Tue', value: 40 },
    ];
    render(<BarChart words={words} valueName="Credits" bars={bars} format={String} />);
    expect(screen.getByRole('img', { name: 'Most on Tuesday' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('rowheader', { name: 'Tue' }).nextElementSibling?.textContent).toBe('40');
    expect(screen.queryByRole('img')).toBeNull();
  });

  it('of many days names the last one within itself, not beyond its edge', () => {
    const bars = Array.from({ length: 29 }, (_, day) => ({ name: `11월 ${day + 1}일`, value: day }));
    const { container } = render(<BarChart words={words} valueName="Credits" bars={bars} format={String} />);
    const names = [...container.querySelectorAll('text')].filter(({ textContent }) => textContent.endsWith('일'));
    expect(names.at(-1)?.getAttribute('text-anchor')).toBe('end');
    expect(names.slice(0, -1).every((name) => name.getAttribute('text-anchor') === 'middle')).toBe(true);
  });

  it('leaves a gap where nothing was measured', async () => {
    const { container } = render(
      <LineChart
        words={words}
        categories={['Mon', 'Tue', 'Wed']}
        series={[{ name: 'Rate', values: [1, null, 3] }]}
        format={String}
      />,
    );
    expect(container.querySelector('.ui-chart__path')?.getAttribute('d')?.match(/M/gu)).toHaveLength(2);
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getByRole('rowheader', { name: 'Tue' }).nextElementSibling?.textContent).toBe('–');
  });
});
