import { EmptyState } from '@modu/ui';
import { useTranslation } from '../lib/language/index.ts';
import { Link } from '../lib/way/index.ts';
import './lost.css';
import { EmptyFrame } from '../lib/screen/Missing.tsx';
import { PageTitle } from '../lib/screen/PageTitle.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <main id="work" tabIndex={-1} className="lost">
      <PageTitle>{t('notFoundTitle')}</PageTitle>
      <EmptyState isPage title={t('notFoundTitle')} figure={<EmptyFrame />}>
        <p>{t('notFoundWords')}</p>
        <Link to="/" className="ui-button" data-variant="outline" data-size="large">
          {t('backToCreate')}
        </Link>
      </EmptyState>
    </main>
  );
}
