import type { Meta, StoryObj } from '@storybook/react-vite';
import { FileText } from 'lucide-react';
import { expect, fn, userEvent, within } from 'storybook/test';
import { GraphError } from '../graph/index.ts';
import { AskedList } from './AskedList.tsx';
import { ThingRow } from './ThingRow.tsx';

const QUERY = {
  ...{ isError: false, error: null, hasNextPage: false, isFetchingNextPage: false },
  ...{ refetch: fn(), fetchNextPage: fn() },
};

const meta = {
  title: 'Studio/AskedList',
  component: AskedList<string>,
  parameters: {
    guide: {
      do: ['The same four moments for every list: on its way, refused, empty, here.'],
      dont: ['What did not come is never told as nothing.'],
    },
  },
  args: {
    things: ['Light and shadow', 'The harbour', 'Three towns'],
    query: QUERY,
    words: {
      ...{ list: 'Documents', loading: 'Loading', failed: 'The documents could not be loaded.', more: 'Show more' },
      ...{ emptyTitle: 'Nothing has been read yet', empty: 'Drop a file above.' },
    },
    children: (thing: string) => (
      <ThingRow
        key={thing}
        icon={FileText}
        title={thing}
        facts={['PDF', 'Nov 21, 2026']}
        way={{ to: '/documents/$documentId', params: { documentId: thing } }}
      />
    ),
  },
} satisfies Meta<typeof AskedList<string>>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Here: Story = {};
export const WithMore: Story = {
  args: { query: { ...QUERY, hasNextPage: true } },
  play: async ({ canvasElement, args }) => {
    await userEvent.click(within(canvasElement).getByRole('button'));
    await expect(args.query.fetchNextPage).toHaveBeenCalledOnce();
  },
};
export const OnItsWay: Story = { args: { things: null } };
export const Empty: Story = { args: { things: [] } };
export const FailedByOurFault: Story = {
  args: {
    things: null,
    query: {
      ...QUERY,
      isError: true,
      error: new GraphError({ code: 'INTERNAL', message: 'masked', traceId: '7f3a9c21' }),
    },
  },
};
