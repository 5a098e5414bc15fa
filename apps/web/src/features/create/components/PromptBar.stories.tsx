import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { PromptBar } from './PromptBar.tsx';
import '../create.css';

const meta = {
  title: 'Studio/PromptBar',
  component: PromptBar,
  parameters: {
    guide: {
      do: ['Price and time stand beside the button before anything is spent.'],
      dont: ['Not the place for settings: they are in the inspector, one press away.'],
    },
  },
  args: {
    prompt: '',
    charactersMax: 2_000,
    onChange: fn(),
    onSubmit: fn(),
    isStarting: false,
    problems: {},
    quote: '2 credits, about 8 s',
    isInspectorOpen: false,
    onInspector: fn(),
  },
  render: function Bar(args) {
    const [prompt, setPrompt] = useState(args.prompt);
    return <PromptBar {...args} prompt={prompt} onChange={setPrompt} />;
  },
} satisfies Meta<typeof PromptBar>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  play: async ({ canvasElement, args }) => {
    await userEvent.type(within(canvasElement).getByRole('textbox'), 'A lighthouse in the rain');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect(args.onSubmit).toHaveBeenCalledOnce();
  },
};

export const Starting: Story = { args: { prompt: 'A lighthouse in the rain', isStarting: true } };

export const Refused: Story = {
  args: {
    prompt: 'A lighthouse in the rain',
    problems: { form: 'This picture costs 112 credits, which is more than you have.', wantsCredits: true },
  },
};

export const LongWords: Story = {
  args: { prompt: '비 오는 부두에 배가 들어오고 등불 백 개가 물 위에 흔들린다. '.repeat(8) },
};
