import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { showToast } from './toast-queue.ts';
import { ToastRegion } from './ToastRegion.tsx';
import { Button } from '../button/Button.tsx';

const WORDS = {
  en: {
    label: 'Messages',
    close: 'Close',
    say: 'Delete',
    moved: 'Moved to the bin',
    undo: 'Undo',
    undone: 'Back where it was',
  },
  ko: {
    label: '알림',
    close: '닫기',
    say: '지우기',
    moved: '휴지통으로 옮겼어요',
    undo: '되돌리기',
    undone: '제자리로 돌렸어요',
  },
};

const meta = {
  title: 'Design system/Feedback/Toast',
  component: ToastRegion,
  args: { label: 'Messages', closeLabel: 'Close' },
  parameters: {
    guide: {
      do: [
        'Use it for what happened elsewhere or can be undone.',
        'Give it one thing to do at most; then it stays until it is answered.',
      ],
      dont: [
        'Don’t put an error of a field in a toast: it stands beside the field.',
        'Don’t say what the page shows anyway.',
      ],
    },
  },
} satisfies Meta<typeof ToastRegion>;

export default meta;
type Story = StoryObj<typeof meta>;

export const SaidAndUndone: Story = {
  render: (_, context) => {
    const words = inLanguage(context, WORDS);
    const say = () =>
      void showToast({
        tone: 'positive',
        words: words.moved,
        action: { label: words.undo, onAction: () => showToast({ tone: 'info', words: words.undone, stays: true }) },
      });
    return (
      <div style={{ minHeight: 160 }}>
        <Button onPress={say}>{words.say}</Button>
        <ToastRegion label={words.label} closeLabel={words.close} />
      </div>
    );
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(page.getByRole('button', { name: /^(Delete|지우기)$/u }));
    await expect(await page.findByText(/Moved to the bin|휴지통으로/u)).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: /^(Undo|되돌리기)$/u }));
    await waitFor(() => expect(page.queryByText(/Moved to the bin|휴지통으로/u)).toBeNull());
    await expect(await page.findByText(/Back where it was|제자리로/u)).toBeVisible();
  },
};
