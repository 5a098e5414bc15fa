import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { Button } from '../button/Button.tsx';
import { inLanguage, Row } from '../stories/index.ts';
import { Progress } from './Progress.tsx';
import { ProgressLine } from './ProgressLine.tsx';

const WORDS = {
  en: {
    picture: 'A magpie on a persimmon tree',
    step: 'Step 7 of 20, about 3 s left',
    waiting: 'Number 4 in the queue',
    book: 'Biology 2, chapter 3.pdf',
    page: 'Page 12 of 48, about 2 min left',
    cancel: 'Cancel',
    stages: ['Read', 'Order', 'Translate', 'Proof'],
  },
  ko: {
    picture: '감나무에 앉은 까치',
    step: '20단계 중 7단계, 약 3초 남았어요',
    waiting: '네 번째로 기다리고 있어요',
    book: '생물 2, 3단원.pdf',
    page: '48쪽 중 12쪽, 약 2분 남았어요',
    cancel: '취소',
    stages: ['읽기', '순서 잡기', '점역', '교정'],
  },
};

const meta = {
  title: 'Design system/Feedback/Progress',
  component: Progress,
  subcomponents: { ProgressLine },
  args: { label: 'Picture', share: 0.35, words: '' },
  parameters: {
    guide: {
      do: [
        'Say the place and the time left in words; the line is for a glance.',
        'Show stages when a job goes through different kinds of work.',
      ],
      dont: ['Don’t invent a share: while nobody knows, say what is waited for.', 'Don’t let a line go back.'],
    },
  },
} satisfies Meta<typeof Progress>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <Progress
          label={words.picture}
          share={0.35}
          words={words.step}
          action={<Button variant="quiet">{words.cancel}</Button>}
        />
        <Progress label={words.picture} share={null} words={words.waiting} />
        <Progress label={words.book} share={0.25} words={words.page} stages={{ names: words.stages, at: 2 }} />
      </Row>
    );
  },
  play: async ({ canvasElement }) => {
    const [first] = within(canvasElement).getAllByRole('progressbar');
    await expect(first).toHaveAttribute('aria-valuenow', '35');
  },
};

export const LineAlone: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <ProgressLine label={words.picture} share={0} words={words.step} />
        <ProgressLine label={words.picture} share={0.6} words={words.step} />
        <ProgressLine label={words.picture} share={1} words={words.step} />
      </Row>
    );
  },
};
