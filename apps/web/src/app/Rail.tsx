import { Mark } from '@modu/ui';
import { Link } from '@tanstack/react-router';
import { FolderOpen, Images, Paintbrush } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from './AccountButton.tsx';

/** The way around: a slim rail at the side, a bar at the bottom on small screens. */
export function Rail() {
  const { t } = useTranslation('shell');
  return (
    <header className="rail">
      <Link to="/" className="rail__mark" aria-label={t('product')}>
        <Mark size={26} />
      </Link>
      <nav aria-label={t('places')}>
        <ul className="rail__places">
          <li>
            <Link to="/" className="rail__place" activeOptions={{ exact: true, includeSearch: false }}>
              <Paintbrush size={20} strokeWidth={1.5} aria-hidden />
              {t('create')}
            </Link>
          </li>
          <li>
            <Link to="/gallery" className="rail__place">
              <Images size={20} strokeWidth={1.5} aria-hidden />
              {t('gallery')}
            </Link>
          </li>
          <li>
            <Link to="/files" className="rail__place">
              <FolderOpen size={20} strokeWidth={1.5} aria-hidden />
              {t('files')}
            </Link>
          </li>
        </ul>
      </nav>
      <AccountButton />
    </header>
  );
}
