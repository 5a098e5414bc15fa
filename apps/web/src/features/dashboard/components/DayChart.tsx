import { BarChart } from '@modu/ui';
import { fillDays } from '../../../lib/days/day-span.ts';
import type { DaySpan } from '../../../lib/days/day-span.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';

export interface DayChartProps {
  readonly title: string;
  readonly valueName: string;
  /** Says the whole in a sentence, from the sum written out. */
  readonly summary: (total: string) => string;
  readonly span: Pick<DaySpan, 'days'>;
  readonly amounts: readonly { readonly day: string; readonly amount: number }[];
}

/** An amount for each day of the span. */
export function DayChart({ title, valueName, summary, span, amounts }: DayChartProps) {
  const { t } = useTranslation('dashboard');
  const locale = useLocale();
  const names = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const days = fillDays(span, amounts);
  return (
    <BarChart
      words={{
        title,
        summary: summary(figures.format(days.reduce((sum, { amount }) => sum + amount, 0))),
        ...{ toTable: t('toTable'), toChart: t('toChart'), categoryName: t('day') },
      }}
      valueName={valueName}
      bars={days.map(({ day, amount }) => ({ name: names.format(new Date(`${day}T00:00:00Z`)), value: amount }))}
      format={(value) => figures.format(value)}
    />
  );
}
