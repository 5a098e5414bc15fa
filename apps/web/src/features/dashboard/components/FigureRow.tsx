import { Notice } from '@modu/ui';
import type { ReactNode } from 'react';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { Link } from '../../../lib/way/index.ts';
import { inFigures } from '../../../lib/words/figures.ts';
import { formatSize } from '../../../lib/words/size.ts';
import type { DashboardFigures } from '../hooks/useDashboard.ts';

/** The few numbers one comes for. */
export function FigureRow({ figures, days }: { readonly figures: DashboardFigures; readonly days: number }) {
  const { t } = useTranslation('dashboard');
  const locale = useLocale();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const { jobs, storage, imageCount, starredCount } = figures;
  const spent = figures.creditsByDay.reduce((sum, day) => sum + day.spent, 0);
  return (
    <>
      <dl className="figures">
        <Figure name={t('allPictures')} note={t('starred', { formatted: inFigures(starredCount) })} to="/gallery">
          {inFigures(imageCount)}
        </Figure>
        <Figure name={t('creditsSpent')} note={t('within', { count: days })} to="/credits">
          {inFigures(Math.max(0, spent))}
        </Figure>
        <Figure
          name={t('successRate')}
          note={t('outcomes', {
            completed: inFigures(jobs.completed),
            failed: inFigures(jobs.failed),
            canceled: inFigures(jobs.canceled),
          })}
        >
          {typeof jobs.successRate === 'number' ? percent.format(jobs.successRate) : t('nothingYet')}
        </Figure>
        <Figure name={t('storage')} note={t('ofQuota', { quota: formatSize(storage.quotaBytes, locale) })} to="/files">
          {formatSize(storage.usedBytes, locale)}
        </Figure>
      </dl>
      {storage.overQuota && <Notice tone="caution">{t('overQuota')}</Notice>}
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly note: string;
  readonly to?: '/gallery' | '/credits' | '/files';
  readonly children: ReactNode;
}

function Figure({ name, note, to, children }: FigureProps) {
  return (
    <div className="figures__one">
      <dt className="figures__name">{to ? <Link to={to}>{name}</Link> : name}</dt>
      <dd className="figures__value ui-figures">{children}</dd>
      <dd className="figures__note ui-figures">{note}</dd>
    </div>
  );
}
