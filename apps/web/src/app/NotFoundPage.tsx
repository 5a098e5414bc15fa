import { EmptyState } from '@modu/ui';
import { useTranslation } from '../lib/language/index.ts';
import { Link } from '../lib/way/index.ts';
import './lost.css';
import { PageTitle } from '../lib/screen/PageTitle.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <main id="work" tabIndex={-1} className="lost">
      <PageTitle>{t('notFoundTitle')}</PageTitle>
      <h1 className="ui-hidden">{t('notFoundTitle')}</h1>
      <EmptyState
        title={t('notFoundTitle')}
        figure={
          <svg
            width="180"
            height="130"
            viewBox="0 0 180 130"
            fill="none"
            stroke="var(--n8)"
            strokeWidth="1.5"
            aria-hidden="true"
          >
            <path d="M90 6v22" />
            <circle cx="90" cy="5" r="2.5" fill="var(--accent)" stroke="none" />
            <rect x="34" y="28" width="112" height="84" rx="1.5" transform="rotate(-4 90 28)" />
          </svg>
        }
      >
        <p>{t('notFoundWords')}</p>
        <Link to="/" className="ui-button" data-variant="outline" data-size="large">
          {t('backToCreate')}
        </Link>
      </EmptyState>
    </main>
  );
}
