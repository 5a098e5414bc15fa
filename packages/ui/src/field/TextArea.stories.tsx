import type { Meta, StoryObj } from '@storybook/react-vite';
import { inLanguage, Row } from '../stories/index.ts';
import { TextArea } from './TextArea.tsx';

const WORDS = {
  en: {
    prompt: 'Prompt',
    empty: 'What should the picture show?',
    text: 'A persimmon tree beside a tiled roof, late light, a magpie about to land',
    problem: 'Write what the picture should show.',
  },
  ko: {
    prompt: '프롬프트',
    empty: '어떤 그림을 만들까요?',
    text: '기와지붕 옆 감나무, 늦은 오후의 빛, 막 내려앉으려는 까치',
    problem: '어떤 그림인지 써 주세요.',
  },
};
const nothing = () => undefined;

const meta = {
  title: 'Design system/Fields/TextArea',
  component: TextArea,
  args: { label: 'Prompt', value: '', onChange: nothing },
  parameters: {
    guide: {
      do: ['Let it grow with what is written.', 'Use the hero look once on a page, for the thing the page is about.'],
      dont: ['Don’t cut what was pasted: say how long it may be and let the person shorten it.'],
    },
  },
} satisfies Meta<typeof TextArea>;

export default meta;
type Story = StoryObj<typeof meta>;

export const States: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row column>
        <TextArea label={words.prompt} value="" onChange={nothing} placeholder={words.empty} />
        <TextArea label={words.prompt} value={words.text} onChange={nothing} />
        <TextArea label={words.prompt} value="" onChange={nothing} problem={words.problem} />
      </Row>
    );
  },
};

export const Hero: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return <TextArea label={words.prompt} value={words.text} onChange={nothing} look="hero" hidesLabel />;
  },
};
