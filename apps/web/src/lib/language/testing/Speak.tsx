import type { ReactNode } from 'react';
import type { Dictionary } from '../dictionary.ts';
import { messages as en } from '../en/index.ts';
import { messages as ko } from '../ko/index.ts';
import type { Locale } from '../locale.ts';
import { DictionaryContext } from '../useTranslation.ts';
import type { Namespace, Sentences } from '../words.ts';

const whole = (locale: Locale, messages: object): Dictionary => ({
  locale,
  sentences: new Map(Object.entries(messages) as [Namespace, Sentences][]),
});

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en: whole('en', en), ko: whole('ko', ko) };

/** Speaks one language to what is inside, at once; for tests and stories. */
export function Speak({ locale = 'en', children }: { readonly locale?: Locale; readonly children: ReactNode }) {
  return <DictionaryContext value={DICTIONARIES[locale]}>{children}</DictionaryContext>;
}
