import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { Fold } from './Fold.tsx';

const WORDS = {
  en: { title: 'Advanced', body: 'Seed, guidance and the way to the picture.' },
  ko: { title: '자세한 설정', body: '시드, 프롬프트 따르기, 그리는 방법이에요.' },
};

const meta = {
  title: 'Design system/Layout/Fold',
  component: Fold,
  args: { title: 'Advanced', children: '' },
  parameters: {
    guide: {
      do: ['Fold away what most people don’t need at first.'],
      dont: ['Don’t fold away something that must be filled in.'],
    },
  },
} satisfies Meta<typeof Fold>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Closed: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return <Fold title={words.title}>{words.body}</Fold>;
  },
};

export const OpenedByKeyboard: Story = {
  ...Closed,
  play: async ({ canvasElement }) => {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect(within(canvasElement).getByRole('button')).toHaveAttribute('aria-expanded', 'true');
  },
};
