import type { Meta, StoryObj } from '@storybook/react-vite';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { Portrait } from './Portrait.tsx';

const meta = {
  title: 'Studio/Portrait',
  component: Portrait,
  parameters: {
    guide: {
      do: ['Always beside the name, which says who it is.'],
      dont: ['No stand-in of a face: who brings no picture has their letter.'],
    },
  },
  args: { name: 'Minji', src: null, size: 'large' },
} satisfies Meta<typeof Portrait>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Letter: Story = {};
export const HangulLetter: Story = { args: { name: '민지' } };
export const OwnPicture: Story = { args: { src: drawnPicture() } };
export const Small: Story = { args: { size: 'small' } };
