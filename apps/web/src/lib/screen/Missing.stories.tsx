import type { Meta, StoryObj } from '@storybook/react-vite';
import { inLanguage } from '@modu/ui/stories';
import { Link } from '../way/index.ts';
import { Missing } from './Missing.tsx';

const WORDS = {
  en: { title: 'This picture is not here', words: 'It may have been deleted.', back: 'To the gallery' },
  ko: { title: '여기에는 그림이 없어요', words: '지워졌을 수 있어요.', back: '갤러리로' },
};

const meta = {
  title: 'Studio/Missing',
  parameters: {
    guide: {
      do: ['Say what may have become of it, and lead on.'],
      dont: ['Never say whose it is: what is not there and what is not yours look the same.'],
    },
  },
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

export const WithAWayOn: Story = {
  render: (_, context) => {
    const { title, words, back } = inLanguage(context, WORDS);
    return (
      <Missing title={title} words={words}>
        <Link to="/gallery">{back}</Link>
      </Missing>
    );
  },
};
