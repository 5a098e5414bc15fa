import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { Checkbox } from './Checkbox.tsx';
import { ChoiceGroup } from './ChoiceGroup.tsx';
import { RadioList } from './RadioList.tsx';
import { Switch } from './Switch.tsx';

const WORDS = {
  en: {
    all: 'All pictures',
    agree: 'Keep the original as well',
    note: 'Counts towards your storage',
    sound: 'Sound when a job ends',
    theme: 'Theme',
    form: 'Braille grade',
    problem: 'Choose a grade.',
    themes: [
      { id: 'system', name: 'System' },
      { id: 'light', name: 'Light' },
      { id: 'dark', name: 'Dark' },
    ],
    sizes: [
      { id: 's', name: 'Square', note: '512 × 512' },
      { id: 'l', name: 'Wide', note: '768 × 512' },
      { id: 'p', name: 'Tall', note: '512 × 768', isDisabled: true },
    ],
    grades: [
      { id: '1', name: 'Uncontracted', note: 'Letter by letter, for those who are learning' },
      { id: '2', name: 'Contracted', note: 'Shorter, for everyday reading' },
    ],
  },
  ko: {
    all: '그림 모두',
    agree: '원본도 함께 두기',
    note: '저장 공간을 써요',
    sound: '작업이 끝나면 소리 내기',
    theme: '화면 밝기',
    form: '점자 방식',
    problem: '방식을 골라 주세요.',
    themes: [
      { id: 'system', name: '기기 설정' },
      { id: 'light', name: '밝게' },
      { id: 'dark', name: '어둡게' },
    ],
    sizes: [
      { id: 's', name: '정사각', note: '512 × 512' },
      { id: 'l', name: '가로', note: '768 × 512' },
      { id: 'p', name: '세로', note: '512 × 768', isDisabled: true },
    ],
    grades: [
      { id: '1', name: '정자', note: '한 글자씩, 처음 배우는 분께' },
      { id: '2', name: '약자', note: '짧게, 늘 읽는 분께' },
    ],
  },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Choices',
  component: ChoiceGroup,
  subcomponents: { Checkbox, Switch, RadioList },
  args: { label: 'Theme', choices: WORDS.en.themes, value: 'system', onChange: nothing },
  parameters: {
    guide: {
      do: [
        'Use a switch for what changes at once, a checkbox for what is sent later.',
        'Show two to five choices openly: segments for words, tiles for pictures, a list when each needs a sentence.',
      ],
      dont: [
        'Don’t use a switch inside a form that has a Save button.',
        'Don’t write a choice as a negation: “Don’t keep”.',
      ],
    },
  },
} satisfies Meta<typeof ChoiceGroup>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Marks: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <Checkbox isSelected onChange={nothing} note={words.note}>
          {words.agree}
        </Checkbox>
        <Checkbox isSelected={false} onChange={nothing}>
          {words.agree}
        </Checkbox>
        <Checkbox isSelected={false} isMixed onChange={nothing}>
          {words.all}
        </Checkbox>
        <Checkbox isSelected isDisabled onChange={nothing}>
          {words.agree}
        </Checkbox>
        <Switch isSelected onChange={nothing}>
          {words.sound}
        </Switch>
        <Switch isSelected={false} onChange={nothing} note={words.note}>
          {words.sound}
        </Switch>
        <Switch isSelected={false} isDisabled onChange={nothing}>
          {words.sound}
        </Switch>
      </Row>
    );
  },
};

export const Lists: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <RadioList label={words.form} choices={words.grades} value="1" onChange={nothing} />
        <RadioList label={words.form} choices={words.grades} value={null} onChange={nothing} problem={words.problem} />
      </Row>
    );
  },
};

export const SegmentsAndTiles: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <ChoiceGroup label={words.theme} choices={words.themes} value="light" onChange={nothing} />
        <ChoiceGroup label={words.theme} choices={words.sizes} value="l" onChange={nothing} look="tiles" />
      </Row>
    );
  },
};

export const MovedByArrowKeys: Story = {
  render: function Render(_, context) {
    const words = inLanguage(context, WORDS);
    const [value, setValue] = useState('system');
    return <ChoiceGroup label={words.theme} choices={words.themes} value={value} onChange={setValue} />;
  },
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect(within(canvasElement).getByRole('radio', { name: /Dark|어둡게/u })).toBeChecked();
  },
};
