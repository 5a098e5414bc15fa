import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Answering } from '../../../lib/graph/testing/Answering.tsx';
import type { DashboardFigures } from '../hooks/useDashboard.ts';
import { ModelChart } from './ModelChart.tsx';

const chart = (models: number) => {
  const imagesByModel = Array.from({ length: models }, (_, at) => ({ model: { id: `model ${at}` }, count: 20 - at }));
  const figures = { imagesByModel, modelName: (id: string) => id } as unknown as DashboardFigures;
  return render(
    <Answering>
      <ModelChart figures={figures} />
    </Answering>,
  ).container;
};
const names = (container: HTMLElement) => container.textContent;

it('many models are all counted: the least used are one bar together, and each has its row in the table', async () => {
  const container = chart(11);
  expect(names(container)).toContain('Others');
  // 12 + 11 + 10
  expect(names(container)).toContain('33');
  expect(container.querySelectorAll('rect.ui-chart__bar')).toHaveLength(9);
  await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(
    Array.from({ length: 11 }, (_, at) => `model ${at}`),
  );
});

it('of few models none is among others', () => {
  expect(names(chart(8))).not.toContain('Others');
});
