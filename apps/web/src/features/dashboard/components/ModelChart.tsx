import { BarChart } from '@modu/ui';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import type { DashboardFigures } from '../hooks/useDashboard.ts';

const MODELS_MAX = 8;

/** Which models made the pictures. */
export function ModelChart({ figures }: { readonly figures: DashboardFigures }) {
  const { t } = useTranslation('dashboard');
  const format = new Intl.NumberFormat(useLocale());
  const bars = figures.imagesByModel
    .slice(0, MODELS_MAX)
    .map(({ model, count }) => ({ name: figures.modelName(model.id), value: count }));
  const first = bars[0];
  if (!first) return null;
  return (
    <BarChart
      words={{
        title: t('byModel'),
        summary: t('byModelSummary', { model: first.name, formatted: format.format(first.value) }),
        ...{ toTable: t('toTable'), toChart: t('toChart'), categoryName: t('model') },
      }}
      valueName={t('pictures')}
      bars={bars}
      format={(value) => format.format(value)}
    />
  );
}
