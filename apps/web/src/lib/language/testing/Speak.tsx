import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { messages as en } from '../en/index.ts';
import { messages as ko } from '../ko/index.ts';
import type { Locale } from '../locale.ts';

/** Speaks one language to what is inside; for tests and stories. */
export function Speak({ locale = 'en', children }: { readonly locale?: Locale; readonly children: ReactNode }) {
  const i18n = createInstance();
  void i18n.use(initReactI18next).init({
    lng: locale,
    resources: { en, ko },
    defaultNS: 'shell',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>;
}
