import { ToastRegion } from '@modu/ui';
import { useTranslation } from 'react-i18next';

/** What was done elsewhere is said here, whatever page is open; fetched after the page itself. */
export function Toasts() {
  const { t } = useTranslation('shell');
  return <ToastRegion label={t('news')} closeLabel={t('close')} />;
}
