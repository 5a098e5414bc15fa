import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { BoardChoice } from './BoardChoice.tsx';
import type { BoardChoiceProps } from './BoardChoice.tsx';
import '../boards.css';

const client = new QueryClient();
const boardOf = (name: string, imageCount: number) => ({ id: name, name, imageCount, cover: null, coverFile: null });
const BOARDS = [boardOf('Herons', 12), boardOf('경주의 가을', 340), boardOf('Posters', 0)];

const meta = {
  title: 'Studio/BoardChoice',
  component: BoardChoice,
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '420px' } },
    guide: {
      do: ['Every board in one list, and a new one below it.'],
      dont: ['No second step: a press puts the pictures there.'],
    },
  },
  args: {
    boards: BOARDS as BoardChoiceProps['boards'],
    problem: undefined,
    onPut: fn(),
    onClose: fn(),
  },
  decorators: [
    (Story) => (
      <QueryClientProvider client={client}>
        <div style={{ minHeight: 400 }}>
          <Story />
        </div>
      </QueryClientProvider>
    ),
  ],
} satisfies Meta<typeof BoardChoice>;

export default meta;
type Story = StoryObj<typeof meta>;

export const ThreeBoards: Story = {
  play: async ({ canvasElement, args }) => {
    const page = within(canvasElement.ownerDocument.body);
    await userEvent.click(await page.findByRole('button', { name: /Herons/u }));
    await expect(args.onPut).toHaveBeenCalledWith('Herons', 'Herons');
  },
};
/** All of them by keys: what has focus is in sight. */
export const TwoHundred: Story = {
  args: {
    boards: Array.from({ length: 200 }, (_, at) => boardOf(`Herons ${at + 1}`, at)) as BoardChoiceProps['boards'],
  },
  play: async ({ canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body);
    const last = await page.findByRole('button', { name: /Herons 200/u });
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.tab({ shift: true });
    await expect(last).toHaveFocus();
    const list = last.closest('.board-choice') as HTMLElement;
    await expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(list.getBoundingClientRect().bottom + 1);
  },
};
export const Refused: Story = { args: { problem: 'This board is full.' } };
