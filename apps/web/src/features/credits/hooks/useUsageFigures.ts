import { useLocale } from '../../../lib/language/index.ts';
import type { UsageMeasure } from '../model/usage.ts';

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** Writes a figure of usage in the viewer's language: whole credits and jobs, time in the unit that suits it. */
export function useUsageFigures(): (measure: UsageMeasure, value: number) => string {
  const locale = useLocale();
  return (measure, value) => {
    // The lines of a chart of few may lie between whole ones.
    if (measure !== 'seconds') return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
    const [amount, unit] =
      value >= HOUR_S
        ? ([value / HOUR_S, 'hour'] as const)
        : value >= MINUTE_S
          ? ([value / MINUTE_S, 'minute'] as const)
          : ([value, 'second'] as const);
    const style = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: amount < 10 ? 1 : 0 } as const;
    return new Intl.NumberFormat(locale, style).format(amount);
  };
}
