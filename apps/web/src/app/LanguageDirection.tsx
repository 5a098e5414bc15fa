import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useLocale } from '../lib/language/index.ts';

/** Tells the components inside which language their own words, numbers and directions are in. */
export function LanguageDirection({ children }: { readonly children: ReactNode }) {
  return <I18nProvider locale={useLocale()}>{children}</I18nProvider>;
}
