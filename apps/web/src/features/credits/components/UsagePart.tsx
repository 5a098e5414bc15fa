import { BarChart, ChoiceGroup, Table } from '@modu/ui';
import { useState } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Failed } from '../../../lib/thing/Failed.tsx';
import { DAYS_SHOWN, useCreditOverview } from '../hooks/useCreditOverview.ts';
import { useUsageFigures } from '../hooks/useUsageFigures.ts';
import { figuresByDay, USAGE_MEASURES, usageByKind } from '../model/usage.ts';
import type { UsageMeasure } from '../model/usage.ts';

const NAMES = { credits: 'usedCredits', jobs: 'usedJobs', seconds: 'usedTime' } as const;

/** What was used in the last four weeks: by day as a chart (its table one press away), by kind as a table. */
export function UsagePart() {
  const { t } = useTranslation('credits');
  const locale = useLocale();
  const [measure, setMeasure] = useState<UsageMeasure>('credits');
  const format = useUsageFigures();
  const overview = useCreditOverview();
  const { usage, span } = overview.data ?? {};
  if (overview.isError && !usage) return <Failed title={t('usageFailed')} query={overview} />;
  if (!usage || !span) return null;
  const names = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const bars = figuresByDay(usage.days, { measure, span });
  return (
    <section aria-labelledby="usage-title" className="credits__part">
      <div className="credits__bar">
        <h2 id="usage-title">{t('usage')}</h2>
        <ChoiceGroup
          label={t('measure')}
          hidesLabel
          value={measure}
          onChange={(id) => setMeasure(USAGE_MEASURES.find((one) => one === id) ?? 'credits')}
          choices={USAGE_MEASURES.map((id) => ({ id, name: t(NAMES[id]) }))}
        />
      </div>
      <BarChart
        words={{
          title: t('usageByDay'),
          summary: t('usageSummary', { total: format(measure, usage[measure]), days: DAYS_SHOWN }),
          toTable: t('toTable'),
          toChart: t('toChart'),
          categoryName: t('day'),
        }}
        valueName={t(NAMES[measure])}
        bars={bars.map(({ day, value }) => ({ name: names.format(new Date(`${day}T00:00:00Z`)), value }))}
        format={(value) => format(measure, value)}
      />
      {usage.days.length > 0 && (
        <Table
          label={t('usageByKind')}
          rows={usageByKind(usage.days)}
          rowId={({ word }) => word}
          rowName={({ word }) => t(word)}
          columns={[
            { id: 'kind', name: t('usedFor'), isRowHeader: true, cell: ({ word }) => t(word) },
            { id: 'jobs', name: t('usedJobs'), align: 'end', cell: ({ jobs }) => format('jobs', jobs) },
            { id: 'credits', name: t('usedCredits'), align: 'end', cell: ({ credits }) => format('credits', credits) },
            {
              id: 'seconds',
              name: t('usedTime'),
              align: 'end',
              isMinor: true,
              cell: ({ seconds }) => format('seconds', seconds),
            },
          ]}
        />
      )}
    </section>
  );
}
