import type { Meta, StoryObj } from '@storybook/react-vite';
import { Download, Sparkles } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { Button } from './Button.tsx';

const WORDS = {
  en: {
    create: 'Create',
    save: 'Save draft',
    download: 'Download',
    remove: 'Delete',
    later: 'Not now',
    long: 'Download all 1,204 pictures of this album as one archive',
  },
  ko: {
    create: '만들기',
    save: '임시 저장',
    download: '내려받기',
    remove: '지우기',
    later: '나중에',
    long: '이 앨범의 사진 1,204장을 압축 파일 하나로 모두 내려받기',
  },
};

const meta = {
  title: 'Design system/Buttons/Button',
  component: Button,
  args: { children: 'Create' },
  parameters: {
    guide: {
      do: [
        'Name the button with a verb: Create, Download.',
        'Keep one primary button on a page: it is the persimmon one.',
        'Say beside the button what it costs or changes.',
      ],
      dont: [
        'Don’t disable the main action to validate: let it be pressed and say what is missing.',
        'Don’t use a button to go to another page; that is a link.',
        'Don’t put “danger” on something that can be undone.',
      ],
    },
  },
} satisfies Meta<typeof Button>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Looks: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row>
        <Button variant="primary">{words.create}</Button>
        <Button>{words.save}</Button>
        <Button variant="quiet">{words.later}</Button>
        <Button variant="danger">{words.remove}</Button>
      </Row>
    );
  },
};

export const Large: Story = {
  render: (_, context) => (
    <Button variant="primary" size="large" icon={<Sparkles size={20} strokeWidth={1.5} aria-hidden />}>
      {inLanguage(context, WORDS).create}
    </Button>
  ),
};

export const Disabled: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    return (
      <Row>
        <Button variant="primary" isDisabled>
          {words.create}
        </Button>
        <Button isDisabled>{words.save}</Button>
        <Button variant="quiet" isDisabled>
          {words.later}
        </Button>
        <Button variant="primary" isPending>
          {words.create}
        </Button>
      </Row>
    );
  },
};

export const LongWords: Story = {
  render: (_, context) => (
    <div style={{ width: 220 }}>
      <Button icon={<Download size={16} strokeWidth={1.5} aria-hidden />}>{inLanguage(context, WORDS).long}</Button>
    </div>
  ),
};

const onPress = fn();

export const PressedByKeyboard: Story = {
  render: (_, context) => <Button onPress={onPress}>{inLanguage(context, WORDS).download}</Button>,
  play: async ({ canvasElement }) => {
    onPress.mockClear();
    await userEvent.tab();
    await expect(within(canvasElement).getByRole('button')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(onPress).toHaveBeenCalledOnce();
  },
};
