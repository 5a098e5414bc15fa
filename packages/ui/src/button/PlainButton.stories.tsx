import type { Meta, StoryObj } from '@storybook/react-vite';
import { Settings2 } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { PlainButton } from './PlainButton.tsx';
import { PlainIconButton } from './PlainIconButton.tsx';

const WORDS = {
  en: { create: 'Create', cancel: 'Cancel', settings: 'Settings' },
  ko: { create: '만들기', cancel: '취소', settings: '설정' },
};

const meta = {
  title: 'Design system/PlainButton',
  component: PlainButton,
  parameters: {
    guide: {
      do: ['Use it on pages a visit begins with: it needs no library and looks the same.'],
      dont: ['Not where a menu, a tooltip or a dialog hangs on it: that is Button.'],
    },
  },
  args: { children: '', onPress: fn() },
} satisfies Meta<typeof PlainButton>;

export default meta;

export const States: StoryObj<typeof meta> = {
  render: (args, context) => {
    const words = inLanguage(context, WORDS);
    const icon = <Settings2 size={16} strokeWidth={1.5} aria-hidden />;
    return (
      <Row>
        <PlainButton {...args} variant="primary" size="large">
          {words.create}
        </PlainButton>
        <PlainButton>{words.cancel}</PlainButton>
        <PlainButton variant="quiet">{words.cancel}</PlainButton>
        <PlainButton isPending>{words.create}</PlainButton>
        <PlainButton isDisabled>{words.create}</PlainButton>
        <PlainIconButton label={words.settings} icon={icon} onPress={() => undefined} />
        <PlainIconButton label={words.settings} icon={icon} isSelected onPress={() => undefined} />
      </Row>
    );
  },
  play: async ({ canvasElement, args }) => {
    const [create] = within(canvasElement).getAllByRole('button');
    if (create) await userEvent.click(create);
    await expect(args.onPress).toHaveBeenCalledOnce();
  },
};
