import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { TextField } from './TextField.tsx';

const WORDS = {
  en: {
    name: 'Album name',
    hint: 'Only you see it',
    problem: 'An album needs a name. Write one word at least.',
    seed: 'Seed',
    date: 'From',
    value: 'Autumn in Gyeongju',
  },
  ko: {
    name: '앨범 이름',
    hint: '나에게만 보여요',
    problem: '앨범에는 이름이 필요해요. 한 글자라도 써 주세요.',
    seed: '시드',
    date: '시작일',
    value: '경주의 가을',
  },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/TextField',
  component: TextField,
  args: { label: 'Album name', value: '', onChange: nothing },
  parameters: {
    guide: {
      do: ['Keep the label visible above the field.', 'Say under the field what is wrong and what to write instead.'],
      dont: [
        'Don’t use the placeholder as a label.',
        'Don’t say that something is wrong while it is still being typed for the first time.',
      ],
    },
  },
} satisfies Meta<typeof TextField>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <TextField label={words.name} value="" onChange={nothing} placeholder={words.value} />
        <TextField label={words.name} value={words.value} onChange={nothing} hint={words.hint} />
        <TextField label={words.name} value="" onChange={nothing} problem={words.problem} />
        <TextField label={words.name} value={words.value} onChange={nothing} isDisabled />
        <TextField label={words.seed} value="4294967295" onChange={nothing} mono inputMode="numeric" />
        <TextField label={words.date} type="date" value="2026-11-21" onChange={nothing} />
      </Row>
    );
  },
};

export const Typed: Story = {
  render: function Render(_, context) {
    const [value, setValue] = useState('');
    return <TextField label={inLanguage(context, WORDS).name} value={value} onChange={setValue} />;
  },
  play: async ({ canvasElement }) => {
    const field = within(canvasElement).getByRole('textbox');
    await userEvent.type(field, '단풍 🍁');
    await expect(field).toHaveValue('단풍 🍁');
  },
};
