import { Badge, Button, Notice } from '@modu/ui';
import { RevokeOtherSessionsDocument, RevokeSessionDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useLocale, useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { formatMoment } from '../../../lib/words/moment.ts';
import { Part, useChange } from '../../account/index.ts';
import type { Place } from '../hooks/useAccess.ts';
import { describeDevice } from '../model/device.ts';
import { PlaceName } from './PlaceName.tsx';

/** Where the person is signed in; each place can be named and signed out. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('security');
  const locale = useLocale();
  const ended = () => void toast({ tone: 'positive', words: t('placeEnded') });
  const end = useChange({
    send: async (id: string) => (await request(RevokeSessionDocument, { id })).revokeSession,
    onDone: ended,
  });
  const endOthers = useChange({
    send: async () => (await request(RevokeOtherSessionsDocument, {})).revokeOtherSessions,
    onDone: ended,
  });
  return (
    <Part title={t('places')} words={t('placesWords')}>
      <ul className="person__list">
        {places.map((place) => (
          <li key={place.id} className="person__item">
            <div>
              <p>
                {place.name ?? describeDevice(place.userAgent) ?? t('placeUnknown')}{' '}
                {place.current && <Badge tone="info">{t('placeHere')}</Badge>}
              </p>
              <p className="person__aside">
                {t('placeSince', { moment: formatMoment(place.createdAt, locale) })}
                {place.ipAddress ? ` · ${place.ipAddress}` : ''}
              </p>
            </div>
            <PlaceName place={place} />
            {!place.current && (
              <Button variant="quiet" onPress={() => end.send(place.id)} isPending={end.isPending}>
                {t('placeEnd')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {(end.refusal ?? endOthers.refusal) && (
        <Notice tone="negative">{(end.refusal ?? endOthers.refusal)?.message}</Notice>
      )}
      <FailureNotice error={end.error ?? endOthers.error} words={t('failed')} />
      {places.length > 1 && (
        <Button onPress={() => endOthers.send()} isPending={endOthers.isPending}>
          {t('placeEndOthers')}
        </Button>
      )}
    </Part>
  );
}
