import type { Dictionary } from './dictionary.ts';
import { createDictionary } from './dictionary.ts';
import { currentLocale, keptLocale } from './locale.ts';
import type { Locale } from './locale.ts';
import { readable } from '../way/readable.ts';
import type { Figures, Namespace, Sentences, WordKey } from './words.ts';

// A piece of script for each namespace of each language: a page fetches the words it says, in the language in use. What is said around
// every page is one piece.
const FILES = import.meta.glob<Record<string, Sentences>>([
  './{en,ko}/*.ts',
  '!./*/{index,balance,notices,queue,shell}.ts',
]);
const AROUND: readonly Namespace[] = ['balance', 'notices', 'queue', 'shell'];

/** What every page may say, from the first render. */
const ALWAYS: readonly Namespace[] = ['shell'];

let spoken: Dictionary = createDictionary(currentLocale());
const asked = new WeakMap<Dictionary, Map<Namespace, Promise<void>>>();
const listeners = new Set<() => void>();

/** React Aria reads its own language here (its server-side door), so that no page must carry a provider for it. */
const COMPONENTS_LOCALE = Symbol.for('react-aria.i18n.locale');

function tellPage(locale: Locale): void {
  document.documentElement.lang = locale;
  Object.assign(window, { [COMPONENTS_LOCALE]: locale });
}

/** The dictionary in use, for useSyncExternalStore: another one only when the language is switched. */
export const dictionary = {
  get: (): Dictionary => spoken,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Fetches the viewer's language; await it before the first render. */
export async function startLanguage(): Promise<void> {
  tellPage(spoken.locale);
  // Chosen in another tab: this one follows, so that it never asks in one language and shows the other.
  keptLocale.subscribe(() => {
    const locale = currentLocale();
    if (locale !== spoken.locale) void switchLanguage(locale).catch(() => undefined);
  });
  await fetchInto(spoken, ALWAYS);
}

/** Fetches what a page says, so that it need not wait for it once it is there. The same promise for the same question. */
export function loadWords(namespace: Namespace): Promise<void> {
  return fetchOne(spoken, namespace);
}

/** Switches without a reload, keeps the choice and tells other tabs. */
export async function switchLanguage(locale: Locale): Promise<void> {
  const next = createDictionary(locale);
  await fetchInto(next, [...spoken.namespaces]);
  // What a page fetched in the old language meanwhile is asked for again by whoever says it.
  spoken = next;
  keptLocale.set(locale);
  tellPage(locale);
  for (const listener of listeners) listener();
}

/** Says something outside of a component: to the live region, in a toast. Its namespace must be in use already. */
export function say<N extends Namespace>(key: WordKey<readonly [N]> & `${N}:${string}`, figures: Figures = {}): string {
  return spoken.say({ home: 'shell', key, figures });
}

const fetchInto = (into: Dictionary, namespaces: readonly Namespace[]) =>
  Promise.all(namespaces.map((namespace) => fetchOne(into, namespace)));

function fetchOne(into: Dictionary, namespace: Namespace): Promise<void> {
  const promises = asked.get(into) ?? new Map<Namespace, Promise<void>>();
  asked.set(into, promises);
  const known = promises.get(namespace);
  if (known !== undefined) return known;
  const coming = readable(readFile(into.locale, namespace).then((sentences) => into.learn(namespace, sentences)));
  promises.set(namespace, coming);
  // Out of reach for now: the next one who asks tries again.
  coming.catch(() => promises.delete(namespace));
  return coming;
}

async function readFile(locale: Locale, namespace: Namespace): Promise<Sentences> {
  const name = AROUND.includes(namespace) ? 'around' : namespace;
  const file = await FILES[`./${locale}/${name}.ts`]?.();
  const sentences = file?.[namespace];
  if (sentences === undefined) throw new Error(`${locale}/${namespace}.ts does not export "${namespace}"`);
  return sentences;
}
