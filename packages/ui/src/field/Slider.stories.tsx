import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { Slider } from './Slider.tsx';

const WORDS = { en: { steps: 'Steps', guidance: 'Guidance' }, ko: { steps: '단계', guidance: '프롬프트 따르기' } };
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/Slider',
  component: Slider,
  args: { label: 'Steps', value: 20, min: 1, max: 50, onChange: nothing },
  parameters: {
    guide: {
      do: ['Use it for more or less of something, with a good default.', 'Show the figure: it is read out too.'],
      dont: ['Don’t use it for a figure that must be exact.'],
    },
  },
} satisfies Meta<typeof Slider>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <Slider label={words.steps} value={1} min={1} max={50} onChange={nothing} />
        <Slider label={words.steps} value={20} min={1} max={50} onChange={nothing} />
        <Slider label={words.guidance} value={7.5} min={0} max={15} step={0.5} onChange={nothing} />
      </Row>
    );
  },
};

export const MovedByKeys: Story = {
  render: function Render(_, context) {
    const [value, setValue] = useState(20);
    return <Slider label={inLanguage(context, WORDS).steps} value={value} min={1} max={50} onChange={setValue} />;
  },
  play: async ({ canvasElement }) => {
    const slider = within(canvasElement).getByRole('slider');
    slider.focus();
    await userEvent.keyboard('{End}{ArrowLeft}');
    await expect(slider).toHaveValue('49');
  },
};
