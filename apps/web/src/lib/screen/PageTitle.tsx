import { useEffect } from 'react';
import { useTranslation } from '../language/index.ts';
import { sayPage } from './say-page.ts';

/** Names the browser's tab, in the viewer's language; React lifts it into the head. Who does not see that is told. */
export function PageTitle({ children }: { readonly children: string }) {
  const { t } = useTranslation('shell');
  useEffect(() => sayPage(children), [children]);
  return <title>{`${children} · ${t('product')}`}</title>;
}
