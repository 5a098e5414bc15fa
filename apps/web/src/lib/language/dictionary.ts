import type { Locale } from './locale.ts';
import type { Figures, Namespace, Sentences } from './words.ts';

/** One language and those of its sentences that are here; more arrive as pages want them, so a dictionary only grows. */
export interface Dictionary {
  readonly locale: Locale;
  readonly sentences: Map<Namespace, Sentences>;
}

const RULES = new Map<Locale, Intl.PluralRules>();

/**
 * Finds a sentence and sets its figures. A key is looked for in its own namespace when it names one, else in `home`. What is
 * not found comes back as its key, so that a mistake is seen.
 */
export function sentenceOf(
  { locale, sentences }: Dictionary,
  { home, key, figures }: { readonly home: Namespace; readonly key: string; readonly figures: Figures },
): string {
  const colon = key.indexOf(':');
  const namespace = colon === -1 ? home : (key.slice(0, colon) as Namespace);
  const found = pluralOf(sentences.get(namespace), { stem: key.slice(colon + 1), count: figures['count'], locale });
  return (found ?? key).replace(/\{\{(\w+)\}\}/gu, (whole, name: string) => String(figures[name] ?? whole));
}

function pluralOf(
  sentences: Sentences | undefined,
  {
    stem,
    count,
    locale,
  }: { readonly stem: string; readonly count: string | number | undefined; readonly locale: Locale },
): string | undefined {
  if (typeof count !== 'number') return sentences?.[stem];
  return sentences?.[`${stem}_${rulesOf(locale).select(count)}`] ?? sentences?.[`${stem}_other`] ?? sentences?.[stem];
}

/** The plural rules of a language (Unicode CLDR), as the browser knows them. */
function rulesOf(locale: Locale): Intl.PluralRules {
  const rules = RULES.get(locale) ?? new Intl.PluralRules(locale);
  RULES.set(locale, rules);
  return rules;
}
