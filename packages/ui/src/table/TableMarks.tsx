import { Check, Minus } from 'lucide-react';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Cell, Column } from 'react-aria-components/Table';
import '../choice/mark.css';

/** The head of the column of checkboxes: all or none. React Aria names it in the viewer's language. */
export function SelectColumn() {
  return (
    <Column id="ui-select" width={36} className="ui-table__head ui-table__mark">
      <Mark />
    </Column>
  );
}

/** The checkbox of one row, named by React Aria after the row. */
export function SelectCell() {
  return (
    <Cell className="ui-table__cell ui-table__mark">
      <Mark />
    </Cell>
  );
}

function Mark() {
  return (
    <Checkbox slot="selection" className="ui-mark">
      {({ isIndeterminate }) => (
        <span className="ui-mark__box" aria-hidden>
          {isIndeterminate ? <Minus size={12} strokeWidth={3} /> : <Check size={12} strokeWidth={3} />}
        </span>
      )}
    </Checkbox>
  );
}
