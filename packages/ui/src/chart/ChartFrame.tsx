import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../button/Button.tsx';
import './chart.css';

/** What every chart needs to be read by everyone. */
export interface ChartWords {
  /** What the figures are, the heading of the chart. */
  readonly title: string;
  /** What one sees in it, in a sentence: "Most credits went to pictures". Read out in place of the drawing. */
  readonly summary: string;
  /** "Show as table" and "Show as chart". */
  readonly toTable: string;
  readonly toChart: string;
  /** The head of the first column of the table: "Day". */
  readonly categoryName: string;
}

export interface ChartFrameProps {
  readonly words: ChartWords;
  /** The heads of the other columns. */
  readonly seriesNames: readonly string[];
  readonly rows: readonly { readonly name: string; readonly figures: readonly string[] }[];
  readonly children: ReactNode;
}

/** A drawing with its title, and the table behind it one press away. */
export function ChartFrame({ words, seriesNames, rows, children }: ChartFrameProps) {
  const [isTable, setTable] = useState(false);
  const titleId = useId();
  const Icon = isTable ? ChartNoAxesColumn : Table2;
  return (
    <figure className="ui-chart" aria-labelledby={titleId}>
      <figcaption className="ui-chart__head">
        <span id={titleId} className="ui-chart__title">
          {words.title}
        </span>
        <Button
          variant="quiet"
          icon={<Icon size={16} strokeWidth={1.5} aria-hidden />}
          onPress={() => setTable(!isTable)}
        >
          {isTable ? words.toChart : words.toTable}
        </Button>
      </figcaption>
      {isTable ? (
        <FigureTable titleId={titleId} names={[words.categoryName, ...seriesNames]} rows={rows} />
      ) : (
        <div role="img" aria-label={words.summary} className="ui-chart__drawing">
          {children}
        </div>
      )}
    </figure>
  );
}

interface FigureTableProps extends Pick<ChartFrameProps, 'rows'> {
  readonly titleId: string;
  readonly names: readonly string[];
}

function FigureTable({ titleId, names, rows }: FigureTableProps) {
  return (
    // A region that scrolls must be reachable by keyboard, and named.
    <div className="ui-chart__table" role="region" aria-labelledby={titleId} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {figures.map((figure, index) => (
                <td key={names[index + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
