import type { ReactNode } from 'react';
import { useTranslation } from '../../../lib/language/index.ts';
import { PageTitle } from '../../../lib/screen/PageTitle.tsx';
import { Link } from '../../../lib/way/index.ts';
import './person.css';

/** The two pages about the person: who they are, and how their account is kept safe. */
export function PersonFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('account');
  return (
    <div className="person">
      <PageTitle>{title}</PageTitle>
      <header className="person__head">
        <h1>{title}</h1>
        <nav aria-label={t('places')}>
          <ul className="person__places">
            <li>
              <Link to="/account" className="person__place">
                {t('account')}
              </Link>
            </li>
            <li>
              <Link to="/security" className="person__place">
                {t('security')}
              </Link>
            </li>
          </ul>
        </nav>
      </header>
      {children}
    </div>
  );
}
