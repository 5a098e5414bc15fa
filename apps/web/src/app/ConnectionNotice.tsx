import { Notice } from '@modu/ui';
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../lib/language/index.ts';
import { connection } from '../lib/live/index.ts';
import { useLasting } from './useLasting.ts';

const SHORT_CUT_MS = 1500;

/** Says plainly that the live connection is gone; a cut of a moment is not worth a word. */
export function ConnectionNotice() {
  const { t } = useTranslation('shell');
  const state = useSyncExternalStore(connection.subscribe, connection.get);
  const isCut = useLasting(state === 'offline' || state === 'reconnecting', SHORT_CUT_MS);
  if (!isCut) return null;
  return (
    <div className="shell__notice">
      <Notice tone="caution">{t(state === 'offline' ? 'offline' : 'reconnecting')}</Notice>
    </div>
  );
}
