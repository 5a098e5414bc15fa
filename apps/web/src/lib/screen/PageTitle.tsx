import { useTranslation } from '../language/index.ts';

/** Names the browser's tab, in the viewer's language; React lifts it into the head. */
export function PageTitle({ children }: { readonly children: string }) {
  const { t } = useTranslation('shell');
  return <title>{`${children} · ${t('product')}`}</title>;
}
