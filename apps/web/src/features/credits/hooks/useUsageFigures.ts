import { useLocale } from '../../../lib/language/index.ts';
import { formatCredits } from '../model/credit-words.ts';
import type { UsageMeasure } from '../model/usage.ts';

const MINUTE_S = 60;
const HOUR_S = 3_600;

/** Writes a figure of usage in the viewer's language: whole credits and jobs, time in the unit that suits it. */
export function useUsageFigures(): (measure: UsageMeasure, value: number) => string {
  const locale = useLocale();
  return (measure, value) => {
    if (measure !== 'seconds') return formatCredits(Math.round(value), locale);
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
