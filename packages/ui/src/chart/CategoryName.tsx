export interface CategoryNameProps {
  readonly name: string;
  /** The middle of its category. */
  readonly x: number;
  readonly y: number;
  /** Of the whole chart. */
  readonly width: number;
}

/** Half of a name as long as "Nov 22" is in the longest of our languages. */
const HALF = 30;

/** The name of a category under its plot; one at the very end ends with the chart and does not run out of it. */
export function CategoryName({ name, x, y, width }: CategoryNameProps) {
  const isLast = x + HALF > width;
  return (
    <text x={isLast ? width : x} y={y} textAnchor={isLast ? 'end' : 'middle'} className="ui-chart__figure">
      {name}
    </text>
  );
}
