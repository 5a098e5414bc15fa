import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { Combobox } from './Combobox.tsx';

const WORDS = {
  en: {
    label: 'Voice',
    placeholder: 'Type a name',
    emptyWords: 'No voice by that name',
    problem: 'This voice speaks no Korean. Choose another.',
    options: [
      { id: 'yuna', name: 'Yuna', note: 'Korean, calm' },
      { id: 'amelie', name: 'Amélie', note: 'French, bright' },
      { id: 'min', name: 'Min', note: 'Korean, low' },
    ],
  },
  ko: {
    label: '목소리',
    placeholder: '이름을 써 보세요',
    emptyWords: '그런 이름의 목소리는 없어요',
    problem: '한국어를 못 하는 목소리예요. 다른 목소리를 골라 주세요.',
    options: [
      { id: 'yuna', name: '유나', note: '한국어, 차분함' },
      { id: 'amelie', name: '아멜리', note: '프랑스어, 밝음' },
      { id: 'min', name: '민', note: '한국어, 낮음' },
    ],
  },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/Combobox',
  component: Combobox,
  args: { label: 'Voice', options: WORDS.en.options, value: null, onChange: nothing, emptyWords: 'Nothing' },
  parameters: {
    guide: {
      do: ['Use it when there are more choices than fit a screen.', 'Say plainly when nothing matches.'],
      dont: ['Don’t search on the server at every letter without a pause: use `onSearch` with a delay.'],
    },
  },
} satisfies Meta<typeof Combobox>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const { problem, ...words } = inLanguage(context, WORDS);
    return (
      <Row column>
        <Combobox {...words} value={null} onChange={nothing} />
        <Combobox {...words} value="yuna" onChange={nothing} />
        <Combobox {...words} value="amelie" onChange={nothing} problem={problem} />
        <Combobox {...words} value="min" onChange={nothing} isDisabled />
      </Row>
    );
  },
};

export const FoundByTyping: Story = {
  render: function Render(_, context) {
    const { problem: _problem, ...words } = inLanguage(context, WORDS);
    const [value, setValue] = useState<string | null>(null);
    return (
      <div style={{ height: 160, maxWidth: 320 }}>
        <Combobox {...words} value={value} onChange={setValue} />
      </div>
    );
  },
  play: async ({ canvasElement, globals }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.type(page.getByRole('combobox'), globals['locale'] === 'ko' ? '아멜' : 'ameli');
    await expect(await page.findAllByRole('option')).toHaveLength(1);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(page.getByRole('combobox')).toHaveValue(globals['locale'] === 'ko' ? '아멜리' : 'Amélie');
  },
};
