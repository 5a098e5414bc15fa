import { CategoryName } from './CategoryName.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './ChartFrame.tsx';
import { Grid } from './Grid.tsx';
import type { Plot } from './Grid.tsx';
import { labelStride, shareOf, ticksFor } from './scale.ts';
import { useChartWidth } from './useChartWidth.ts';

export interface Bar {
  readonly name: string;
  /** 0 or more. */
  readonly value: number;
}

export interface BarChartProps {
  readonly words: ChartWords;
  /** What is counted: the head of the column of figures. */
  readonly valueName: string;
  readonly bars: readonly Bar[];
  /** What the table tells, where a bar stands for several. */
  readonly table?: readonly Bar[];
  /** Writes a figure in the viewer's language. */
  readonly format: (value: number) => string;
  readonly height?: number;
}

const LABEL_WIDTH = 72;
const DIRECT_LABELS_MAX = 12;

/** Amounts side by side. Few bars carry their figure; many are read from the lines. */
export function BarChart({ words, valueName, bars, table = bars, format, height = 200 }: BarChartProps) {
  const { ref, width } = useChartWidth<SVGSVGElement>();
  const isWhole = bars.every(({ value }) => Number.isInteger(value));
  const ticks = ticksFor(Math.max(0, ...bars.map(({ value }) => value)), { isWhole });
  const left = 12 + Math.max(...ticks.map((tick) => format(tick).length)) * 7.5;
  const plot: Plot = { left, top: 18, width: Math.max(40, width - left - 4), height: height - 44 };
  const slot = plot.width / Math.max(1, bars.length);
  const stride = labelStride({ count: bars.length, width: plot.width, labelWidth: LABEL_WIDTH });
  return (
    <ChartFrame
      words={words}
      seriesNames={[valueName]}
      rows={table.map(({ name, value }) => ({ name, figures: [format(value)] }))}
    >
      <svg ref={ref} width="100%" height={height} aria-hidden="true">
        <Grid plot={plot} ticks={ticks} format={format} />
        {bars.map(({ name, value }, index) => {
          const barHeight = plot.height * shareOf(value, ticks);
          const middle = plot.left + slot * (index + 0.5);
          const barWidth = Math.min(44, slot * 0.64);
          const y = plot.top + plot.height - barHeight;
          return (
            <g key={name}>
              <rect
                x={middle - barWidth / 2}
                y={y}
                width={barWidth}
                height={barHeight}
                rx={2}
                className="ui-chart__bar"
              />
              {bars.length <= DIRECT_LABELS_MAX && (
                <text x={middle} y={y - 5} textAnchor="middle" className="ui-chart__value">
                  {format(value)}
                </text>
              )}
              {index % stride === 0 && <CategoryName name={name} x={middle} y={height - 8} width={width} />}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
