import { CategoryName } from './CategoryName.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './ChartFrame.tsx';
import { Grid } from './Grid.tsx';
import type { Plot } from './Grid.tsx';
import { labelStride, shareOf, ticksFor } from './scale.ts';
import { useChartWidth } from './useChartWidth.ts';

export interface LineSeries {
  readonly name: string;
  /** One for each category; null where nothing was measured. */
  readonly values: readonly (number | null)[];
}

export interface LineChartProps {
  readonly words: ChartWords;
  /** The places along the line, "Mon", "Tue" …, in order. */
  readonly categories: readonly string[];
  /** At most four: their names stand at the ends of the lines, their dashes tell them apart without colour. */
  readonly series: readonly LineSeries[];
  readonly format: (value: number) => string;
  readonly height?: number;
}

const LABEL_WIDTH = 72;

/** How amounts change. Each line ends in its name. */
export function LineChart({ words, categories, series, format, height = 200 }: LineChartProps) {
  const { ref, width } = useChartWidth<SVGSVGElement>();
  const ticks = ticksFor(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))));
  const left = 12 + Math.max(...ticks.map((tick) => format(tick).length)) * 7.5;
  const right = 12 + Math.max(0, ...series.map(({ name }) => name.length)) * 8;
  const plot: Plot = { left, top: 12, width: Math.max(40, width - left - right), height: height - 38 };
  const xOf = (index: number) => plot.left + (plot.width * index) / Math.max(1, categories.length - 1);
  const yOf = (value: number) => plot.top + plot.height * (1 - shareOf(value, ticks));
  const stride = labelStride({ count: categories.length, width: plot.width, labelWidth: LABEL_WIDTH });
  return (
    <ChartFrame
      words={words}
      seriesNames={series.map(({ name }) => name)}
      rows={categories.map((name, index) => ({
        name,
        figures: series.map(({ values }) => figureOf(values[index], format)),
      }))}
    >
      <svg ref={ref} width="100%" height={height} aria-hidden="true">
        <Grid plot={plot} ticks={ticks} format={format} />
        {categories.map((name, index) =>
          index % stride === 0 ? (
            <CategoryName key={name} name={name} x={xOf(index)} y={height - 6} width={width} />
          ) : null,
        )}
        {series.map(({ name, values }, index) => (
          <g key={name} data-series={index}>
            <path d={pathOf(values, { xOf, yOf })} className="ui-chart__path" />
            <text x={plot.left + plot.width + 8} y={yOf(lastOf(values)) + 4} className="ui-chart__value">
              {name}
            </text>
          </g>
        ))}
      </svg>
    </ChartFrame>
  );
}

const figureOf = (value: number | null | undefined, format: (value: number) => string) =>
  value === null || value === undefined ? '–' : format(value);

const lastOf = (values: readonly (number | null)[]) => values.findLast((value) => value !== null) ?? 0;

/** A gap where nothing was measured: the line starts anew behind it. */
function pathOf(
  values: readonly (number | null)[],
  { xOf, yOf }: { xOf: (index: number) => number; yOf: (value: number) => number },
): string {
  return values
    .map((value, index) => {
      if (value === null) return '';
      const isStart = index === 0 || values[index - 1] === null;
      return `${isStart ? 'M' : 'L'}${xOf(index).toFixed(1)} ${yOf(value).toFixed(1)}`;
    })
    .join('');
}
