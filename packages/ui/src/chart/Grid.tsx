import { shareOf } from './scale.ts';

export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface GridProps {
  readonly plot: Plot;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** Hairlines at the round figures, with the figures at the start. */
export function Grid({ plot, ticks, format }: GridProps) {
  return ticks.map((tick) => {
    const y = plot.top + plot.height * (1 - shareOf(tick, ticks));
    return (
      <g key={tick}>
        <line x1={plot.left} x2={plot.left + plot.width} y1={y} y2={y} className="ui-chart__line" />
        <text x={plot.left - 8} y={y + 4} textAnchor="end" className="ui-chart__figure">
          {format(tick)}
        </text>
      </g>
    );
  });
}
