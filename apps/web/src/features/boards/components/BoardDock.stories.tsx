import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, within } from 'storybook/test';
import { BoardDock } from './BoardDock.tsx';
import '../boards.css';

const NAMES = ['Herons', '경주의 가을', 'Posters', 'Ponds at dusk', '겨울 연못'];

/** Who is dragging sees the boards that are known already. */
function withBoards(count: number): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const boards = Array.from({ length: count }, (_, at) => ({
    ...{ id: `b${at}`, name: `${NAMES[at % NAMES.length] ?? ''} ${at + 1}`, imageCount: at },
    ...{ cover: null, coverFile: null },
  }));
  client.setQueryData(['boards'], boards);
  return client;
}
const CLIENTS = { few: withBoards(3), many: withBoards(200) };

const meta = {
  title: 'Studio/BoardDock',
  component: BoardDock,
  parameters: {
    layout: 'fullscreen',
    guide: {
      do: ['Boards wait at the lower edge while pictures are dragged; of hundreds, some rows that scroll.'],
      dont: ['Not the only way: B offers the same boards as a list, for keys and for screen readers.'],
    },
  },
  args: { ids: new Set(['a']), isDragged: true, onDone: fn() },
} satisfies Meta<typeof BoardDock>;

export default meta;
type Story = StoryObj<typeof meta>;

const beside = (client: QueryClient): NonNullable<Story['decorators']> => [
  (Dock) => (
    <QueryClientProvider client={client}>
      <div style={{ position: 'relative', height: 460 }}>
        <Dock />
      </div>
    </QueryClientProvider>
  ),
];

export const Few: Story = { decorators: beside(CLIENTS.few) };

export const TwoHundred: Story = {
  decorators: beside(CLIENTS.many),
  play: async ({ canvasElement }) => {
    const last = await within(canvasElement).findByText('겨울 연못 200');
    const dock = last.closest('.board-dock') as HTMLElement;
    const wall = dock.parentElement as HTMLElement;
    await expect(dock.offsetHeight).toBeLessThanOrEqual(wall.offsetHeight / 2);
    await expect(dock.offsetTop).toBeGreaterThan(0);
    dock.scrollTop = dock.scrollHeight;
    await expect(last.getBoundingClientRect().bottom).toBeLessThanOrEqual(dock.getBoundingClientRect().bottom);
    dock.scrollTop = 0;
  },
};
