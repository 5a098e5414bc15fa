import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from '../lib/language/index.ts';
import { toastsWanted } from '../lib/toasts/index.ts';

const ToastRegion = lazy(async () => ({ default: (await import('../lib/toasts/region.ts')).ToastRegion }));

/** Where toasts appear on every page of the studio, once there is one. */
export function Toasts() {
  const { t } = useTranslation('shell');
  const isWanted = useSyncExternalStore(toastsWanted.subscribe, toastsWanted.get);
  if (!isWanted) return null;
  return (
    <Suspense fallback={null}>
      <ToastRegion label={t('news')} closeLabel={t('close')} />
    </Suspense>
  );
}
