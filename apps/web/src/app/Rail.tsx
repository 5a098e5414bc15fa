import { Mark } from '@modu/ui';
import { CircleHelp, Search } from 'lucide-react';
import { NoticesButton } from '../features/notices/index.ts';
import { JobsButton } from '../features/queue/index.ts';
import { useTranslation } from '../lib/language/index.ts';
import { NARROW, useMediaQuery } from '../lib/screen/useMediaQuery.ts';
import { Link } from '../lib/way/index.ts';
import { AccountButton } from './AccountButton.tsx';
import { MorePlaces } from './MorePlaces.tsx';
import { PLACES, PLACES_ON_PHONE } from './places.ts';

export interface RailProps {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** The way around: a slim rail at the side, a bar at the bottom on small screens. */
export function Rail({ onPalette, onHelp }: RailProps) {
  const { t } = useTranslation('shell');
  const isNarrow = useMediaQuery(NARROW);
  const shown = isNarrow && PLACES.length > PLACES_ON_PHONE ? PLACES.slice(0, PLACES_ON_PHONE - 1) : PLACES;
  const hidden = PLACES.slice(shown.length);
  return (
    <header className="rail">
      <Link to="/" className="rail__mark" aria-label={t('product')}>
        <Mark size={26} />
      </Link>
      <nav aria-label={t('places')} className="rail__nav">
        <ul className="rail__places">
          {shown.map(({ id, to, icon: Icon, isExact = false }) => (
            <li key={id}>
              <Link to={to} className="rail__place" isExact={isExact}>
                <Icon size={20} strokeWidth={1.5} aria-hidden />
                {t(id)}
              </Link>
            </li>
          ))}
          {hidden.length > 0 && (
            <li>
              <MorePlaces places={hidden} />
            </li>
          )}
        </ul>
      </nav>
      <div className="rail__tools">
        <JobsButton />
        <NoticesButton />
        <button type="button" className="rail__tool" aria-label={t('palette')} title={t('palette')} onClick={onPalette}>
          <Search size={20} strokeWidth={1.5} aria-hidden />
        </button>
        <button type="button" className="rail__tool" aria-label={t('help')} title={t('help')} onClick={onHelp}>
          <CircleHelp size={20} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
      <AccountButton onPalette={onPalette} onHelp={onHelp} />
    </header>
  );
}
