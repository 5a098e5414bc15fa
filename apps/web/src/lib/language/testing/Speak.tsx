import type { ReactNode } from 'react';
import { createDictionary } from '../dictionary.ts';
import type { Dictionary } from '../dictionary.ts';
import { messages as en } from '../en/index.ts';
import { messages as ko } from '../ko/index.ts';
import type { Locale } from '../locale.ts';
import { DictionaryContext } from '../useTranslation.ts';
import type { Namespace, Sentences } from '../words.ts';

function whole(locale: Locale, messages: object): Dictionary {
  const dictionary = createDictionary(locale);
  for (const [namespace, sentences] of Object.entries(messages)) {
    dictionary.learn(namespace as Namespace, sentences as Sentences);
  }
  return dictionary;
}

const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { en: whole('en', en), ko: whole('ko', ko) };

/** Speaks one language to what is inside, at once; for tests and stories. */
export function Speak({ locale = 'en', children }: { readonly locale?: Locale; readonly children: ReactNode }) {
  return <DictionaryContext value={DICTIONARIES[locale]}>{children}</DictionaryContext>;
}
