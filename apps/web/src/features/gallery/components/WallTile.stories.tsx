import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { WallTile } from './WallTile.tsx';
import '../wall.css';

const PICTURE = {
  id: 'tile-1',
  thumbnailUrl: drawnPicture({ width: 300, height: 200 }),
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  width: 768,
  height: 512,
  title: null,
  prompt: 'A hill under an evening sun',
  starred: false,
  createdAt: '2026-11-21T12:00:00.000Z',
};

const meta = {
  title: 'Studio/WallTile',
  component: WallTile,
  parameters: {
    guide: {
      do: ['Give it the place the wall has worked out: nothing moves when the picture comes.'],
      dont: ['No words on the picture: they are its name, and stand beside it when it is opened.'],
    },
  },
  args: {
    picture: PICTURE,
    place: 0,
    width: 300,
    height: 200,
    chosen: new Set(),
    focusPlace: null,
    onFocused: fn(),
    onOpen: fn(),
    onChoose: fn(),
    onDrag: fn(),
    onDragEnd: fn(),
    onExpired: fn(),
  },
  decorators: [
    (Story) => (
      <div role="list" style={{ position: 'relative', width: 300, height: 200 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof WallTile>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Hung: Story = {
  play: async ({ canvasElement, args }) => {
    const [open] = within(canvasElement).getAllByRole('button');
    if (open) await userEvent.click(open);
    await expect(args.onOpen).toHaveBeenCalledWith(0);
  },
};

export const Starred: Story = { args: { picture: { ...PICTURE, starred: true } } };

export const Chosen: Story = { args: { chosen: new Set(['tile-1']) } };

export const Untitled: Story = { args: { picture: { ...PICTURE, prompt: null } } };
