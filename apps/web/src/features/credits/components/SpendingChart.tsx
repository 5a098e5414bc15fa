import { BarChart } from '@modu/ui';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { DAYS_SHOWN, useCreditOverview } from '../hooks/useCreditOverview.ts';
import { formatCredits } from '../model/credit-words.ts';

const DAY_MS = 86_400_000;

/** What was spent on each of the last four weeks' days; the table is one press away. */
export function SpendingChart() {
  const { t } = useTranslation('credits');
  const locale = useLocale();
  const days = useCreditOverview().data?.creditsByDay;
  if (!days) return null;
  const spentOn = new Map(days.map(({ day, spent }) => [day, Math.max(0, spent)]));
  const names = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const bars = Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const date = new Date(Date.now() - (DAYS_SHOWN - 1 - index) * DAY_MS);
    return { name: names.format(date), value: spentOn.get(date.toISOString().slice(0, 10)) ?? 0 };
  });
  const total = formatCredits(
    [...spentOn.values()].reduce((sum, spent) => sum + spent, 0),
    locale,
  );
  return (
    <BarChart
      words={{
        title: t('spending'),
        summary: t('spendingSummary', { total, days: DAYS_SHOWN }),
        toTable: t('toTable'),
        toChart: t('toChart'),
        categoryName: t('day'),
      }}
      valueName={t('spent')}
      bars={bars}
      format={(value) => formatCredits(value, locale)}
    />
  );
}
