import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, within } from 'storybook/test';
import { EmptyState } from '../feedback/EmptyState.tsx';
import { inLanguage } from '../stories/index.ts';
import { Table } from './Table.tsx';
import type { TableSort } from './Table.tsx';

interface File {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

const WORDS = {
  en: {
    label: 'Files',
    name: 'Name',
    kind: 'Kind',
    size: 'Size',
    empty: 'No files yet',
    long: 'Minutes of the third meeting of the residents of building 12, with all annexes, final version 7.pdf',
  },
  ko: {
    label: '파일',
    name: '이름',
    kind: '종류',
    size: '크기',
    empty: '아직 파일이 없어요',
    long: '12동 주민 3차 회의록, 붙임 문서 모두 포함, 최종본 7.pdf',
  },
};
type Words = (typeof WORDS)['en'];

const filesOf = (words: Words): readonly File[] => [
  { id: '1', name: '감나무.png', kind: 'PNG', size: 3_204 },
  { id: '2', name: words.long, kind: 'PDF', size: 812 },
  { id: '3', name: 'notes.txt', kind: 'TXT', size: 0 },
];

const meta = {
  title: 'Design system/Table',
  component: Table,
  args: { label: 'Files', columns: [], rows: [], rowId: () => '', rowName: () => '' },
  parameters: {
    guide: {
      do: [
        'Put figures at the end of their column, in tabular figures.',
        'Name the row by its first column.',
        'Mark columns that a phone can do without as minor.',
      ],
      dont: [
        'Don’t use a table for pictures: that is a grid of tiles.',
        'Don’t put more than two actions in a row; use a menu.',
      ],
    },
  },
} satisfies Meta<typeof Table<File>>;

export default meta;
type Story = StoryObj<typeof meta>;

function Files({ words, isChosen = false, isEmpty = false }: { words: Words; isChosen?: boolean; isEmpty?: boolean }) {
  const [sort, setSort] = useState<TableSort>({ column: 'name', direction: 'ascending' });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['2']));
  const rows = isEmpty
    ? []
    : filesOf(words).toSorted(
        (one, other) =>
          (sort.column === 'size' ? one.size - other.size : one.name.localeCompare(other.name, 'ko')) *
          (sort.direction === 'ascending' ? 1 : -1),
      );
  return (
    <Table<File>
      label={words.label}
      columns={[
        { id: 'name', name: words.name, cell: (file) => file.name, isSortable: true },
        { id: 'kind', name: words.kind, cell: (file) => file.kind, isMinor: true },
        {
          id: 'size',
          name: words.size,
          cell: (file) => `${file.size.toLocaleString('en')} kB`,
          align: 'end',
          isSortable: true,
        },
      ]}
      rows={rows}
      rowId={(file) => file.id}
      rowName={(file) => file.name}
      sort={sort}
      onSort={setSort}
      empty={<EmptyState title={words.empty} />}
      {...(isChosen ? { selection: { ids, onChange: setIds } } : {})}
    />
  );
}

export const Rows: Story = { render: (_, context) => <Files words={inLanguage(context, WORDS)} /> };
export const Chosen: Story = { render: (_, context) => <Files words={inLanguage(context, WORDS)} isChosen /> };
export const Empty: Story = { render: (_, context) => <Files words={inLanguage(context, WORDS)} isEmpty /> };

export const Narrow: Story = {
  render: (_, context) => (
    <div style={{ width: 240 }}>
      <Files words={inLanguage(context, WORDS)} />
    </div>
  ),
};

export const Sorted: Story = {
  render: (_, context) => <Files words={inLanguage(context, WORDS)} />,
  play: async ({ canvasElement }) => {
    const head = within(canvasElement).getByRole('columnheader', { name: /Size|크기/u });
    await userEvent.click(head);
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(within(canvasElement).getAllByRole('rowheader')[0]).toHaveTextContent('notes.txt');
  },
};
