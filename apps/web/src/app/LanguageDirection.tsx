import { lazy, Suspense, useState } from 'react';
import { currentLocale, useLocale } from '../lib/language/index.ts';

/** The language in which the library of components is loaded: it reads it from the page as it comes. */
const BEGUN = currentLocale();

const ComponentsLanguage = lazy(() =>
  import('./ComponentsLanguage.tsx').then(
    ({ ComponentsLanguage: Told }) => ({ default: Told }),
    // The line is cut: the page speaks the new language, and the library's own words follow with the next reload.
    () => ({ default: () => null }),
  ),
);

/** Tells the components of the library, and the API, when the language is switched; until then no page waits for what tells them. */
export function LanguageDirection() {
  const locale = useLocale();
  const [isSwitched, setSwitched] = useState(false);
  if (!isSwitched && locale !== BEGUN) setSwitched(true);
  if (!isSwitched) return null;
  return (
    <Suspense fallback={null}>
      <ComponentsLanguage locale={locale} />
    </Suspense>
  );
}
