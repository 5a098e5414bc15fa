import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Layout } from '../model/braille-setup.ts';
import { LayoutFields } from './LayoutFields.tsx';
import '../documents.css';

const LAYOUT: Layout = {
  ...{ contents: false, interpoint: false, lineBreaks: 'SYLLABLE', pageNumbers: 'BOTTOM', pagesPerVolume: 0 },
  ...{ printPageNumbers: true, runningHead: 'Light and shadow', tables: 'FIT', math: 'UEB' },
};

const meta = {
  title: 'Studio/LayoutFields',
  component: LayoutFields,
  parameters: {
    guide: {
      do: ['Folded until somebody wants them: most people leave them as they are.'],
      dont: ['Nothing here that changes what the text says.'],
    },
  },
  args: { layout: LAYOUT, onChange: fn() },
  render: function Fields(args) {
    const [layout, setLayout] = useState(args.layout);
    const change = (next: Layout) => {
      args.onChange(next);
      setLayout(next);
    };
    return <LayoutFields layout={layout} onChange={change} />;
  },
} satisfies Meta<typeof LayoutFields>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Folded: Story = {};
export const Unfolded: Story = {
  play: async ({ canvasElement, args }) => {
    const fields = within(canvasElement);
    const fold = canvasElement.querySelector('summary') ?? fields.getAllByRole('button')[0];
    if (fold) await userEvent.click(fold);
    const [contents] = await fields.findAllByRole('switch');
    if (contents) await userEvent.click(contents);
    await expect(args.onChange).toHaveBeenCalledWith({ ...LAYOUT, contents: true });
  },
};
