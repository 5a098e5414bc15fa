import { setupI18n } from '@lingui/core';
import type { I18n } from '@lingui/core';
import type { Locale } from './locale.ts';
import { isPlain } from './plain.ts';
import { isolated } from '../words/isolate.ts';
import type { Figures, Namespace, Sentences } from './words.ts';

/** One language and those of its sentences that are here; more arrive as pages want them, so a dictionary only grows. */
export interface Dictionary {
  readonly locale: Locale;
  readonly namespaces: ReadonlySet<Namespace>;
  /** Takes in what a namespace says. */
  learn(namespace: Namespace, sentences: Sentences): void;
  /** The sentence with its figures set; what is not here comes back as its key, so that a mistake is seen. */
  say(sentence: { readonly home: Namespace; readonly key: string; readonly figures: Figures }): string;
}

/** Sentences are ICU messages, compiled when the studio is built (`build/compile-messages.ts`); Lingui says them. */
export function createDictionary(locale: Locale): Dictionary {
  const namespaces = new Set<Namespace>();
  const i18n: I18n = setupI18n({ locale, messages: { [locale]: {} } });
  return {
    locale,
    namespaces,
    learn: (namespace, sentences) => {
      const named = Object.entries(sentences).map(([key, sentence]) => [`${namespace}:${key}`, sentence]);
      i18n.load(locale, Object.fromEntries(named) as Record<string, string>);
      namespaces.add(namespace);
    },
    say: ({ home, key, figures }) => {
      const id = key.includes(':') ? key : `${home}:${key}`;
      const sentence: unknown = i18n.messages[id];
      // Without figures there is nothing to set. Lingui would warn of each, each time it is said: most of what a page takes to be drawn.
      if (typeof sentence === 'string' && isPlain(sentence)) return sentence;
      return sentence === undefined ? key : i18n._(id, apart(figures));
    },
  };
}

/** The figures of a sentence, words in them kept apart from what is around them. */
const apart = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, typeof value === 'string' ? isolated(value) : value]),
  );
