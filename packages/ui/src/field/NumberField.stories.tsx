import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { NumberField } from './NumberField.tsx';

const WORDS = {
  en: { cells: 'Cells a line', height: 'Dot height', problem: 'At most 42 cells fit this paper.' },
  ko: { cells: '한 줄 칸 수', height: '점 높이', problem: '이 종이에는 42칸까지 들어가요.' },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/NumberField',
  component: NumberField,
  args: { label: 'Cells a line', value: 32, onChange: nothing },
  parameters: {
    guide: {
      do: ['Use it where the exact figure matters; show its unit.'],
      dont: ['Don’t use it for a feeling of more or less: use a Slider.'],
    },
  },
} satisfies Meta<typeof NumberField>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <NumberField label={words.cells} value={32} onChange={nothing} min={20} max={42} />
        <NumberField
          label={words.height}
          value={0.5}
          onChange={nothing}
          step={0.1}
          format={{ style: 'unit', unit: 'millimeter' }}
        />
        <NumberField label={words.cells} value={60} onChange={nothing} problem={words.problem} />
        <NumberField label={words.cells} value={32} onChange={nothing} isDisabled />
      </Row>
    );
  },
};

export const Stepped: Story = {
  render: function Render(_, context) {
    const [value, setValue] = useState<number | null>(41);
    return <NumberField label={inLanguage(context, WORDS).cells} value={value} onChange={setValue} min={20} max={42} />;
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement).getByRole('textbox');
    await userEvent.click(field);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect(field).toHaveValue('42');
  },
};
