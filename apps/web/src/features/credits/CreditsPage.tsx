import { Skeleton } from '@modu/ui';
import { useLocale, useTranslation } from '../../lib/language/index.ts';
import { PageTitle } from '../../lib/screen/PageTitle.tsx';
import { Link } from '../../lib/way/index.ts';
import { inFigures } from '../../lib/words/figures.ts';
import { formatMoment } from '../../lib/words/moment.ts';
import { HistoryTable } from './components/HistoryTable.tsx';
import { UsagePart } from './components/UsagePart.tsx';
import { useCreditOverview } from './hooks/useCreditOverview.ts';
import { useMe } from './hooks/useMe.ts';
import { SOURCE_WORDS } from './model/credit-words.ts';
import './credits.css';

/** What can be spent, where it came from, where it went. */
export function CreditsPage() {
  const { t } = useTranslation(['credits', 'balance']);
  const locale = useLocale();
  // Whoever comes back from paying is here before the provider has told us.
  const credits = useMe({ everyMs: 4_000 }).data?.credits;
  const grants = useCreditOverview().data?.creditGrants ?? [];
  return (
    <div className="page credits">
      <PageTitle>{t('title')}</PageTitle>
      <header className="page__head">
        <h1>{t('title')}</h1>
        <Link className="credits__link" to="/plans">
          {t('toPlans')}
        </Link>
      </header>
      <section className="credits__now" aria-label={t('available')}>
        <p className="credits__figure ui-figures">
          {credits ? inFigures(credits.available) : <Skeleton width="4ch" height="1em" />}
        </p>
        {credits && credits.held > 0 && (
          <p className="credits__note">{t('balance:held', { formatted: inFigures(credits.held) })}</p>
        )}
        <ul className="credits__grants">
          {grants.map(({ source, remaining, expiresAt }, index) => (
            <li key={index} className="credits__note ui-figures">
              {t(SOURCE_WORDS[source], { formatted: inFigures(remaining) })}
              {' · '}
              {expiresAt ? t('until', { moment: formatMoment(expiresAt, locale) }) : t('forever')}
            </li>
          ))}
        </ul>
      </section>
      <UsagePart />
      <HistoryTable />
    </div>
  );
}
