import { createContext, use, useContext, useSyncExternalStore } from 'react';
import type { Dictionary } from './dictionary.ts';
import { dictionary, loadWords } from './spoken.ts';
import type { Figures, Namespace, Translate } from './words.ts';

/** A language of its own for what is inside; tests and stories have both at hand. */
export const DictionaryContext = createContext<Dictionary | null>(null);

type Names<N extends Namespace | readonly Namespace[]> = N extends readonly Namespace[] ? N : readonly [N & Namespace];

/**
 * What a component says, in the language in use; renders again when it is switched. Sentences that are not here yet are
 * waited for (Suspense), but the routes fetch those of their page along with it.
 */
export function useTranslation<const N extends Namespace | readonly Namespace[]>(
  namespaces: N,
): { readonly t: Translate<Names<N>> } {
  const names: readonly Namespace[] = typeof namespaces === 'string' ? [namespaces] : namespaces;
  const given = useContext(DictionaryContext);
  const own = useDictionary();
  if (given === null) for (const name of names) use(loadWords(name));
  return { t: translatorOf(own, names[0] ?? 'shell') };
}

/** The dictionary around a component. */
export function useDictionary(): Dictionary {
  const spoken = useSyncExternalStore(dictionary.subscribe, dictionary.get);
  return useContext(DictionaryContext) ?? spoken;
}

type Translator = (key: string, figures?: Figures) => string;

const translators = new WeakMap<Dictionary, Map<Namespace, Translator>>();

/** One function for a dictionary and a namespace, so that effects may depend on it. */
function translatorOf(from: Dictionary, home: Namespace): Translator {
  const known = translators.get(from) ?? new Map<Namespace, Translator>();
  translators.set(from, known);
  const translator = known.get(home) ?? ((key, figures = {}) => from.say({ home, key, figures }));
  known.set(home, translator);
  return translator;
}
