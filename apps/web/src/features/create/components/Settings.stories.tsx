import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { jobOf } from '../../queue/testing/job-of.ts';
import { sizeChoices } from '../model/sizes.ts';
import { pictureOf } from '../testing/picture-of.ts';
import { EndedSheet } from './EndedSheet.tsx';
import { ModeField } from './ModeField.tsx';
import { PictureActions } from './PictureActions.tsx';
import { SeedField } from './SeedField.tsx';
import { SizeField } from './SizeField.tsx';
import '../create.css';

const SIZE = { width: 768, height: 512 };

const meta = {
  title: 'Studio/Settings of a picture',
  parameters: {
    guide: {
      do: ['Show a shape as a shape, with its pixels under it; say at the seed what locking it does.'],
      dont: ['No setting without a sensible value: the first picture needs none of them.'],
    },
  },
  decorators: [
    (Story) => (
      <div className="inspector" style={{ maxWidth: 320 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const chosen = fn();

export const Modes: Story = {
  render: () => <ModeField task="IMAGE_TO_IMAGE" onChange={chosen} />,
  play: async ({ canvasElement }) => {
    const [first] = within(canvasElement).getAllByRole('radio');
    if (first) await userEvent.click(first);
    await expect(chosen).toHaveBeenCalledWith('TEXT_TO_IMAGE');
  },
};

export const Shapes: Story = {
  render: () => <SizeField choices={sizeChoices(null)} size={SIZE} onChange={() => undefined} />,
};

const seeded = fn();

export const Seed: Story = {
  render: () => <SeedField seed="4294967296" isLocked problem="0 – 4294967295" onChange={seeded} roll={() => '7'} />,
  play: async ({ canvasElement }) => {
    const [roll] = within(canvasElement).getAllByRole('button');
    if (roll) await userEvent.click(roll);
    await expect(seeded).toHaveBeenCalledWith({ seed: '7', isSeedLocked: true });
  },
};

const preview = drawnPicture({ ...SIZE });

export const EndedByItsOwner: Story = {
  render: () => <EndedSheet job={jobOf({ status: 'CANCELED', preview })} size={SIZE} />,
};

export const EndedByAFailure: Story = {
  render: () => (
    <EndedSheet
      job={jobOf({
        status: 'FAILED',
        error: { code: 'ENGINE_TIMEOUT', message: 'The engine did not answer.', retryable: true, traceId: null },
      })}
      size={SIZE}
    />
  ),
};

const compared = fn();

export const Actions: Story = {
  render: () => (
    <PictureActions
      picture={pictureOf()}
      made={null}
      isComparing={false}
      onCompare={compared}
      onChange={() => undefined}
    />
  ),
  play: async ({ canvasElement }) => {
    const last = within(canvasElement).getAllByRole('button').at(-1);
    if (last) await userEvent.click(last);
    await expect(compared).toHaveBeenCalledWith(true);
  },
};
