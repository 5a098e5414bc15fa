import { inLanguage } from '@modu/ui/stories';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { TilePartsFragment } from '../../../lib/graph/generated/graphql.ts';
import { drawnPicture } from '../../../lib/pictures/testing/drawn-picture.ts';
import { chunkQuery } from '../hooks/chunk-query.ts';
import { cutChunks } from '../model/chunks.ts';
import { Lightbox } from './Lightbox.tsx';
import '../wall.css';

type Titles = readonly [first: string, second: string];

const TITLES: { readonly en: Titles; readonly ko: Titles } = {
  en: ['A hill under an evening sun', 'The same hill, an hour later'],
  ko: ['저녁 해 아래 언덕', '한 시간 뒤의 같은 언덕'],
};
const SKIES = ['#d9c9ae', '#8f93a6'];
const CONTENT = { filter: {}, sort: 'NEWEST' } as const;
const CHUNKS = cutChunks({ days: ['2026-11-21'], counts: [2] }, { inPages: false });

/** What the wall has of its pictures: their tiles. */
const tilesOf = (titles: readonly string[]) =>
  titles.map((title, place): TilePartsFragment => ({
    ...{ __typename: 'Image', id: `p${place}`, thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI', title, prompt: null },
    ...{ width: 768, height: 512, starred: place === 0, createdAt: '2026-11-21T12:00:00.000Z' },
    thumbnailUrl: drawnPicture({ width: 300, height: 200, sky: SKIES[place] ?? '' }),
  }));

type Answer = 'come' | 'coming' | 'cut';

/** Answers what the lightbox asks for: its pictures as they are, not yet, or not at all. */
function answering(answer: Answer, titles: readonly string[]): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, retryOnMount: false } } });
  const tiles = tilesOf(titles);
  for (const chunk of CHUNKS) client.setQueryData(chunkQuery(CONTENT, chunk).queryKey, tiles);
  for (const [place, tile] of tiles.entries()) {
    const queryKey = ['images', 'original', tile.id];
    const url = drawnPicture({ width: 768, height: 512, sky: SKIES[place] ?? '' });
    if (answer === 'come') client.setQueryData(queryKey, { ...tile, url, large: url });
    else {
      const outcome = answer === 'cut' ? () => Promise.reject(new Error('cut')) : () => new Promise(() => undefined);
      void client.prefetchQuery({ queryKey, queryFn: outcome });
    }
  }
  return client;
}

function Looked({ answer, titles }: { readonly answer: Answer; readonly titles: readonly string[] }) {
  const [client] = useState(() => answering(answer, titles));
  const [place, setPlace] = useState(0);
  return (
    <QueryClientProvider client={client}>
      <div style={{ minHeight: 420 }} />
      <Lightbox isOpen onOpenChange={onOpenChange} content={CONTENT} chunks={CHUNKS} place={place} onPlace={setPlace} />
    </QueryClientProvider>
  );
}

const onOpenChange = fn();

const meta = {
  title: 'Studio/Lightbox',
  component: Lightbox,
  parameters: {
    layout: 'fullscreen',
    docs: { story: { inline: false, height: '440px' } },
    guide: {
      do: [
        'Open it from a wall, at the place of the picture: the arrows go on along that wall.',
        'Show the tile at once and the original over it when it has come.',
      ],
      dont: ['Don’t edit in it: what is written of a picture, and what made it, stands on its page.'],
    },
  },
  args: { isOpen: true, onOpenChange, content: CONTENT, chunks: CHUNKS, place: 0, onPlace: fn() },
} satisfies Meta<typeof Lightbox>;

export default meta;
type Story = StoryObj<typeof meta>;

const looked = (answer: Answer) =>
  function Story(_: unknown, context: Parameters<typeof inLanguage>[0]) {
    return <Looked answer={answer} titles={inLanguage(context, TITLES)} />;
  };

const focusedIn = ({ ownerDocument }: HTMLElement) => ownerDocument.activeElement as HTMLElement;

export const Whole: Story = {
  render: looked('come'),
  play: async ({ canvasElement, globals }) => {
    const page = within(canvasElement.ownerDocument.body);
    const [first, second] = inLanguage({ globals }, TITLES);
    await waitFor(() => expect(page.getByRole('img', { name: first })).toBeVisible());
    await waitFor(() => expect(page.getByRole('dialog')).toContainElement(focusedIn(canvasElement)));
    await userEvent.keyboard('{ArrowRight}');
    await expect(await page.findByRole('dialog', { name: second })).toBeVisible();
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(page.getByRole('img', { name: first })).toBeVisible());
    onOpenChange.mockClear();
    await userEvent.keyboard('{Escape}');
    await expect(onOpenChange).toHaveBeenCalledWith(false);
  },
};

export const TileUntilItHasCome: Story = {
  render: looked('coming'),
  play: async ({ canvasElement, globals }) => {
    const page = within(canvasElement.ownerDocument.body);
    const [first] = inLanguage({ globals }, TITLES);
    await expect(await page.findByRole('dialog', { name: first })).toBeVisible();
  },
};

export const DoesNotCome: Story = {
  render: looked('cut'),
  play: async ({ canvasElement }) => {
    const alert = await within(canvasElement.ownerDocument.body).findByRole('alert');
    await expect(within(alert).getByRole('button', { name: /Try again|다시/u })).toBeVisible();
  },
};
