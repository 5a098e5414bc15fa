import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { pictureOf } from '../testing/picture-of.ts';
import { BatchGrid } from './BatchGrid.tsx';
import { BlankSheet } from './BlankSheet.tsx';
import { CompareView } from './CompareView.tsx';
import { Filmstrip } from './Filmstrip.tsx';
import '../create.css';

const SKIES = ['#d9c9ae', '#b7c4c9', '#e3b79a', '#8f9aa6'];
const PICTURES = SKIES.map((sky, index) => {
  const url = drawnPicture({ sky });
  return pictureOf({ id: `picture-${index}`, url, thumbnailUrl: url, prompt: `Evening ${index + 1}` });
});
const [BEFORE = pictureOf(), AFTER = pictureOf()] = PICTURES;

const meta = {
  title: 'Studio/Stage',
  parameters: {
    guide: {
      do: ['The picture is the largest thing on the page, in its own shape from the first moment.'],
      dont: ['No frame, no card: the wall is the frame.'],
    },
  },
  decorators: [
    (Story) => (
      <div className="stage" style={{ height: 400 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const tried = fn();

export const Blank: Story = {
  render: () => <BlankSheet size={{ width: 768, height: 512 }} onTry={tried} />,
  play: async ({ canvasElement }) => {
    const [first] = within(canvasElement).getAllByRole('button');
    if (first) await userEvent.click(first);
    await expect(tried).toHaveBeenCalledOnce();
  },
};

const picked = fn();

export const Batch: Story = {
  render: () => <BatchGrid pictures={PICTURES} onPick={picked} onExpired={() => undefined} />,
  play: async ({ canvasElement }) => {
    const [, second] = within(canvasElement).getAllByRole('button');
    if (second) await userEvent.click(second);
    await expect(picked).toHaveBeenCalledWith('picture-1');
  },
};

export const Compare: Story = {
  render: () => <CompareView before={BEFORE} after={AFTER} onExpired={() => undefined} />,
};

export const Strip: Story = {
  render: () => (
    <Filmstrip pictures={PICTURES} shownId="picture-1" onShow={() => undefined} onExpired={() => undefined} />
  ),
};
