import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { Select } from './Select.tsx';

const WORDS = {
  en: {
    label: 'Model',
    placeholder: 'Choose a model',
    problem: 'This model is away. Choose another.',
    hint: 'About 8 s a picture',
    options: [
      { id: 'sketch', name: 'Sketch', note: 'Quick, for trying words' },
      { id: 'photo', name: 'Photo', note: 'Slow and sharp' },
      { id: 'ink', name: 'Ink', isDisabled: true },
    ],
  },
  ko: {
    label: '모델',
    placeholder: '모델을 골라 주세요',
    problem: '지금은 쓸 수 없는 모델이에요. 다른 모델을 골라 주세요.',
    hint: '한 장에 약 8초',
    options: [
      { id: 'sketch', name: '스케치', note: '빠르게 시험해 볼 때' },
      { id: 'photo', name: '사진', note: '느리지만 선명해요' },
      { id: 'ink', name: '먹', isDisabled: true },
    ],
  },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/Select',
  component: Select,
  args: { label: 'Model', options: WORDS.en.options, value: null, onChange: nothing, placeholder: 'Choose a model' },
  parameters: {
    guide: {
      do: [
        'Use it for four to twenty choices that need a line of explanation.',
        'Give each choice the words that help to decide.',
      ],
      dont: [
        'Don’t use it for two or three choices: show them (ChoiceGroup).',
        'Don’t use it for hundreds: let people type (Combobox).',
      ],
    },
  },
} satisfies Meta<typeof Select>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const { hint, problem, ...words } = inLanguage(context, WORDS);
    return (
      <Row column>
        <Select {...words} value={null} onChange={nothing} />
        <Select {...words} value="photo" onChange={nothing} hint={hint} />
        <Select {...words} value="ink" onChange={nothing} problem={problem} />
        <Select {...words} value="sketch" onChange={nothing} isDisabled />
      </Row>
    );
  },
};

export const Open: Story = {
  render: function Render(_, context) {
    const { hint: _hint, problem: _problem, ...words } = inLanguage(context, WORDS);
    const [value, setValue] = useState<string | null>('sketch');
    return (
      <div style={{ height: 200, maxWidth: 320 }}>
        <Select {...words} value={value} onChange={setValue} />
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.tab();
    await userEvent.keyboard('{Enter}{ArrowDown}');
    await expect(page.getAllByRole('option')).toHaveLength(3);
    await userEvent.keyboard('{Enter}');
    await expect(page.getByRole('button')).toHaveTextContent(/Photo|사진/u);
    await userEvent.keyboard('{Enter}');
  },
};
