import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Cell, Column, Row, Table as AriaTable, TableBody, TableHeader } from 'react-aria-components/Table';
import type { Selection, SortDescriptor } from 'react-aria-components/Table';
import { SelectCell, SelectColumn } from './TableMarks.tsx';
import './table.css';

export interface TableColumn<TRow> {
  readonly id: string;
  readonly name: string;
  readonly cell: (row: TRow) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly align?: 'start' | 'end';
  /** The column that names the row; the first one when none says so. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
  /** Left out on small screens. */
  readonly isMinor?: boolean;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableProps<TRow> {
  readonly label: string;
  readonly columns: readonly TableColumn<TRow>[];
  readonly rows: readonly TRow[];
  readonly rowId: (row: TRow) => string;
  /** What the row is called when it is read out or typed for. */
  readonly rowName: (row: TRow) => string;
  readonly sort?: TableSort;
  readonly onSort?: (sort: TableSort) => void;
  /** Enter or a click on a row. */
  readonly onOpen?: (id: string) => void;
  /** Chosen rows; with it every row gets a checkbox. `selectAllLabel` and `selectLabel` name them. */
  readonly selection?: {
    readonly ids: ReadonlySet<string>;
    readonly onChange: (ids: ReadonlySet<string>) => void;
  };
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/** Rows and columns one can walk with arrow keys; scrolls inside itself when it is wider than the page. */
export function Table<TRow>(props: TableProps<TRow>) {
  const { label, columns, rows, rowId, rowName, sort, onSort, onOpen, selection, empty } = props;
  const headerId = (columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0])?.id;
  return (
    <div className="ui-table__frame">
      <AriaTable
        aria-label={label}
        className="ui-table"
        {...(sort === undefined ? {} : { sortDescriptor: { ...sort } })}
        {...(onSort === undefined ? {} : { onSortChange: (next: SortDescriptor) => onSort(sortOf(next)) })}
        {...(onOpen === undefined ? {} : { onRowAction: (key: string | number) => onOpen(String(key)) })}
        {...(selection === undefined
          ? {}
          : {
              selectionMode: 'multiple' as const,
              selectedKeys: selection.ids,
              onSelectionChange: (next: Selection) => selection.onChange(idsOf(next, { rows, rowId })),
            })}
      >
        <TableHeader>
          {selection !== undefined && <SelectColumn />}
          {columns.map((column) => (
            <Head key={column.id} column={column} isRowHeader={column.id === headerId} />
          ))}
        </TableHeader>
        <TableBody renderEmptyState={() => empty ?? null}>
          {rows.map((row) => (
            <Row key={rowId(row)} id={rowId(row)} textValue={rowName(row)} className="ui-table__row">
              {selection !== undefined && <SelectCell />}
              {columns.map(({ id, cell, align = 'start', isMinor = false }) => (
                <Cell key={id} className="ui-table__cell" data-align={align} data-minor={isMinor}>
                  {cell(row)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </AriaTable>
    </div>
  );
}

function Head<TRow>({ column, isRowHeader }: { column: TableColumn<TRow>; isRowHeader: boolean }) {
  const { id, name, align = 'start', isSortable = false, isMinor = false } = column;
  return (
    <Column
      id={id}
      isRowHeader={isRowHeader}
      allowsSorting={isSortable}
      textValue={name}
      className="ui-table__head"
      data-align={align}
      data-minor={isMinor}
    >
      {({ sortDirection }) => (
        <span className="ui-table__name">
          {name}
          {sortDirection === 'ascending' && <ArrowUp size={12} strokeWidth={2} aria-hidden />}
          {sortDirection === 'descending' && <ArrowDown size={12} strokeWidth={2} aria-hidden />}
        </span>
      )}
    </Column>
  );
}

const sortOf = ({ column, direction }: SortDescriptor): TableSort => ({ column: String(column), direction });

function idsOf<TRow>(
  selection: Selection,
  { rows, rowId }: { rows: readonly TRow[]; rowId: (row: TRow) => string },
): ReadonlySet<string> {
  return selection === 'all' ? new Set(rows.map(rowId)) : new Set([...selection].map(String));
}
