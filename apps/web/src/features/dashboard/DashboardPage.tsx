import { ChoiceGroup, Skeleton } from '@modu/ui';
import { useState } from 'react';
import { useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Failed } from '../../lib/thing/Failed.tsx';
import { ActivityFeed } from './components/ActivityFeed.tsx';
import { DayChart } from './components/DayChart.tsx';
import { FigureRow } from './components/FigureRow.tsx';
import { ModelChart } from './components/ModelChart.tsx';
import { useDashboard } from './hooks/useDashboard.ts';
import type { DashboardFigures } from './hooks/useDashboard.ts';
import './dashboard.css';

const SPANS = [7, 28, 90] as const;

/** The studio at a glance: what was made, what it cost, what happened. */
export function DashboardPage() {
  const { t } = useTranslation(['dashboard', 'shell']);
  const [days, setDays] = useState<number>(28);
  const dashboard = useDashboard(days);
  const { data: figures } = dashboard;
  return (
    <div className="page dashboard">
      <PageTitle>{t('dashboard:title')}</PageTitle>
      <header className="page__head">
        <h1>{t('dashboard:title')}</h1>
        <ChoiceGroup
          label={t('dashboard:span')}
          hidesLabel
          value={String(days)}
          onChange={(chosen) => setDays(Number(chosen))}
          choices={SPANS.map((count) => ({ id: String(count), name: t('dashboard:days', { count }) }))}
        />
      </header>
      {dashboard.isError && <Failed title={t('dashboard:failed')} query={dashboard} />}
      {!figures && !dashboard.isError && (
        <div role="status" aria-label={t('dashboard:loading')} className="dashboard__loading">
          <Skeleton height="72px" />
          <Skeleton height="240px" />
        </div>
      )}
      {figures && <Figures figures={figures} days={days} />}
      <ActivityFeed />
    </div>
  );
}

function Figures({ figures, days }: { readonly figures: DashboardFigures; readonly days: number }) {
  const { t } = useTranslation('dashboard');
  return (
    <>
      <FigureRow figures={figures} days={days} />
      <div className="dashboard__charts">
        <DayChart
          title={t('picturesByDay')}
          valueName={t('pictures')}
          summary={(total) => t('picturesSummary', { total, days })}
          span={figures.span}
          amounts={figures.imagesByDay.map(({ day, count }) => ({ day, amount: count }))}
        />
        <DayChart
          title={t('creditsByDay')}
          valueName={t('creditsName')}
          summary={(total) => t('creditsSummary', { total, days })}
          span={figures.span}
          amounts={figures.creditsByDay.map(({ day, spent }) => ({ day, amount: spent }))}
        />
        <ModelChart figures={figures} />
      </div>
    </>
  );
}
