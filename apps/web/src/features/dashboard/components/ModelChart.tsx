import { BarChart } from '@modu/ui';
import { useTranslation } from '../../../lib/language/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import type { DashboardFigures } from '../hooks/useDashboard.ts';

/** More than these are one bar together; the table tells each. */
const MODELS_MAX = 8;

/** Which models made the pictures. */
export function ModelChart({ figures }: { readonly figures: DashboardFigures }) {
  const { t } = useTranslation('dashboard');
  const models = figures.imagesByModel.map(({ model, count }) => ({
    name: figures.modelName(model.id),
    value: count,
  }));
  const others = models.slice(MODELS_MAX).reduce((sum, { value }) => sum + value, 0);
  const bars = models.slice(0, MODELS_MAX);
  const first = models[0];
  if (!first) return null;
  return (
    <BarChart
      words={{
        title: t('byModel'),
        summary: t('byModelSummary', { model: first.name, formatted: inFigures(first.value) }),
        ...{ toTable: t('toTable'), toChart: t('toChart'), categoryName: t('model') },
      }}
      valueName={t('pictures')}
      bars={others === 0 ? bars : [...bars, { name: t('otherModels'), value: others }]}
      table={models}
      format={inFigures}
    />
  );
}
