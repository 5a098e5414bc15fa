import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage } from '../stories/index.ts';
import { Tree } from './Tree.tsx';

const WORDS = {
  en: {
    label: 'Contents',
    fold: 'Open or close',
    part: 'Part one',
    one: 'The harbour',
    two: 'The ferry that leaves before dawn',
    three: 'Part two',
    pages: '12 pages',
  },
  ko: {
    label: '차례',
    fold: '펴기와 접기',
    part: '1부',
    one: '항구',
    two: '동트기 전에 떠나는 배',
    three: '2부',
    pages: '12쪽',
  },
};

const meta = {
  title: 'Design system/Tree',
  component: Tree,
  parameters: {
    guide: {
      do: [
        'Use it for things within things of more than two levels: the parts of a document.',
        'Open what is most likely wanted.',
      ],
      dont: ['Not for two levels: a list with headings is read faster.', 'Not for pages: that is what links are for.'],
    },
  },
  args: { label: '', nodes: [], onSelect: () => undefined, foldLabel: '' },
} satisfies Meta<typeof Tree>;

export default meta;

export const Contents: StoryObj<typeof meta> = {
  render: function Contents(_, context) {
    const words = inLanguage(context, WORDS);
    const [selectedId, setSelected] = useState<string | null>('one');
    return (
      <Tree
        label={words.label}
        foldLabel={words.fold}
        openAtFirst={['part']}
        selectedId={selectedId}
        onSelect={setSelected}
        nodes={[
          {
            id: 'part',
            name: words.part,
            children: [
              { id: 'one', name: words.one, note: words.pages },
              { id: 'two', name: words.two },
            ],
          },
          { id: 'three', name: words.three },
        ]}
      />
    );
  },
  play: async ({ canvasElement, globals }) => {
    const words = inLanguage({ globals }, WORDS);
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('row', { name: words.three }));
    await expect(canvas.getByRole('row', { name: words.three })).toHaveAttribute('aria-selected', 'true');
  },
};
