import { Badge, Button } from '@modu/ui';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import type { Place } from '../hooks/useAccess.ts';
import { PlaceName } from './PlaceName.tsx';

export interface PlaceRowProps {
  readonly place: Place;
  /** What it is called, by the person or by what its browser says of itself. */
  readonly name: string;
  readonly onEnd: () => void;
  readonly isEnding: boolean;
}

/** One place where the person is signed in: what is known of it, and what can be done about it. */
export function PlaceRow({ place, name, onEnd, isEnding }: PlaceRowProps) {
  const { t } = useTranslation('security');
  const locale = useLocale();
  return (
    <li className="person__item">
      <div>
        <p>
          {name} {place.current && <Badge tone="info">{t('placeHere')}</Badge>}
        </p>
        <p className="person__aside">
          {t('placeSince', { moment: formatMoment(place.createdAt, locale) })}
          {place.ipAddress ? ` · ${place.ipAddress}` : ''}
        </p>
      </div>
      <PlaceName place={place} />
      {!place.current && (
        <Button variant="quiet" onPress={onEnd} isPending={isEnding}>
          {t('placeEnd')}
        </Button>
      )}
    </li>
  );
}
