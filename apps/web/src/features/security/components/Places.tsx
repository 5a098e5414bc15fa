import { Button, Notice } from '@modu/ui';
import { useState } from 'react';
import { RevokeOtherSessionsDocument, RevokeSessionDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { FailureNotice } from '../../../lib/trace/index.ts';
import { toast } from '../../../lib/toasts/index.ts';
import { Part, useChange } from '../../account/index.ts';
import type { Place } from '../hooks/useAccess.ts';
import { describeDevice } from '../model/device.ts';
import { EndPlaces } from './EndPlaces.tsx';
import type { Ending } from './EndPlaces.tsx';
import { PlaceRow } from './PlaceRow.tsx';

/** Where the person is signed in; each place can be named and, once that was asked, signed out. */
export function Places({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('security');
  const [asked, setAsked] = useState<Ending | null>(null);
  const onDone = () => void toast({ tone: 'positive', words: t('placeEnded') });
  const end = useChange({
    send: async (id: string) => (await request(RevokeSessionDocument, { id })).revokeSession,
    onDone,
  });
  const endOthers = useChange({
    send: async () => (await request(RevokeOtherSessionsDocument, {})).revokeOtherSessions,
    onDone,
  });
  const refusal = end.refusal ?? endOthers.refusal;
  const nameOf = ({ name, userAgent }: Place) => name ?? describeDevice(userAgent) ?? t('placeUnknown');
  return (
    <Part title={t('places')} words={t('placesWords')}>
      <ul className="person__list">
        {places.map((place) => (
          <PlaceRow
            key={place.id}
            place={place}
            name={nameOf(place)}
            onEnd={() => setAsked({ id: place.id, name: nameOf(place) })}
            isEnding={end.isPending}
          />
        ))}
      </ul>
      {refusal && <Notice tone="negative">{refusal.message}</Notice>}
      <FailureNotice error={end.error ?? endOthers.error} words={t('failed')} />
      {places.length > 1 && (
        <Button onPress={() => setAsked('others')} isPending={endOthers.isPending}>
          {t('placeEndOthers')}
        </Button>
      )}
      <EndPlaces
        asked={asked}
        onClose={() => setAsked(null)}
        onEnd={(ending) => (ending === 'others' ? endOthers.send() : end.send(ending.id))}
      />
    </Part>
  );
}
