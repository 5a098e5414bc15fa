import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Table } from './Table.tsx';

interface File {
  readonly id: string;
  readonly name: string;
  readonly size: string;
}

const FILES: readonly File[] = [
  { id: 'a', name: '감나무.png', size: '3 MB' },
  { id: 'b', name: 'notes.txt', size: '2 kB' },
];
const COLUMNS = [
  { id: 'name', name: 'Name', cell: (file: File) => file.name, isSortable: true },
  { id: 'size', name: 'Size', cell: (file: File) => file.size, align: 'end' as const },
];
const ROWS = { label: 'Files', columns: COLUMNS, rowId: (file: File) => file.id, rowName: (file: File) => file.name };

describe('a table', () => {
  it('names its rows by their first column and asks to be sorted', async () => {
    const onSort = vi.fn();
    const sort = { column: 'name', direction: 'ascending' as const };
    render(<Table {...ROWS} rows={FILES} sort={sort} onSort={onSort} />);
    const table = screen.getByRole('grid', { name: 'Files' });
    expect(within(table).getByRole('rowheader', { name: 'notes.txt' })).toBeTruthy();
    await userEvent.click(within(table).getByRole('columnheader', { name: /Name/ }));
    expect(onSort).toHaveBeenCalledWith({ column: 'name', direction: 'descending' });
  });

  it('lets rows be chosen one by one and all at once', async () => {
    const seen = vi.fn();
    function Chosen() {
      const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
      const onChange = (next: ReadonlySet<string>) => {
        seen([...next]);
        setIds(next);
      };
      return <Table {...ROWS} rows={FILES} selection={{ ids, onChange }} />;
    }
    render(<Chosen />);
    const [all, , second] = screen.getAllByRole('checkbox');
    await userEvent.click(second ?? document.body);
    expect(seen).toHaveBeenLastCalledWith(['b']);
    await userEvent.click(all ?? document.body);
    expect(seen).toHaveBeenLastCalledWith(['a', 'b']);
  });

  it('shows what to do when it has no rows', () => {
    render(<Table {...ROWS} rows={[]} empty="Drop a file here" />);
    expect(screen.getByText('Drop a file here')).toBeTruthy();
  });
});
