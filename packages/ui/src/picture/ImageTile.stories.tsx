import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { inLanguage, Row } from '../stories/index.ts';
import { ImageTile } from './ImageTile.tsx';

const WORDS = {
  en: { label: 'A persimmon tree beside a tiled roof', choose: 'Choose the persimmon tree', badge: 'New' },
  ko: { label: '기와지붕 옆 감나무', choose: '감나무 그림 고르기', badge: '새 그림' },
};
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" fill="#d9c9ae"/><circle cx="60" cy="36" r="14" fill="#d9642c"/><path d="M0 72 40 52 96 78V96H0z" fill="#5a5348"/></svg>',
)}`;

const meta = {
  title: 'Design system/ImageTile',
  component: ImageTile,
  parameters: {
    guide: {
      do: ['Name the picture by what it shows.', 'Give the ratio, so that nothing moves when it comes.'],
      dont: ['Not for a picture one looks at: a tile cuts its edges.'],
    },
  },
  args: { source: null, label: '', ratio: 1, onOpen: () => undefined },
} satisfies Meta<typeof ImageTile>;

export default meta;

export const States: StoryObj<typeof meta> = {
  render: function States(_, context) {
    const words = inLanguage(context, WORDS);
    const [isSelected, setSelected] = useState(false);
    const nothing = () => undefined;
    return (
      <Row>
        <div style={{ width: 140 }}>
          <ImageTile source={PICTURE} label={words.label} ratio={1} onOpen={nothing} badge={words.badge} />
        </div>
        <div style={{ width: 140 }}>
          <ImageTile
            source={PICTURE}
            label={`${words.label} 2`}
            ratio={1}
            onOpen={nothing}
            selection={{ label: words.choose, isSelected, onChange: setSelected }}
          />
        </div>
        <div style={{ width: 140 }}>
          <ImageTile source={null} label={`${words.label} 3`} ratio={1} onOpen={nothing} />
        </div>
      </Row>
    );
  },
  play: async ({ canvasElement, globals }) => {
    const words = inLanguage({ globals }, WORDS);
    const box = within(canvasElement).getByRole('checkbox', { name: words.choose });
    box.focus();
    await userEvent.keyboard(' ');
    await expect(box).toBeChecked();
  },
};
