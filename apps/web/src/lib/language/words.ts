import type { messages } from './en/index.ts';

/** A feature's part of the studio's sentences. */
export type Namespace = keyof typeof messages;

/** Sentences by key, as the files of a language hold them; `{{name}}` is a figure, `_one` and `_other` are plural forms. */
export type Sentences = Readonly<Record<string, string>>;

/** The figures of a sentence; `count` also chooses the plural form. */
export type Figures = Readonly<Record<string, string | number>>;

type Base<Key> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;
type Keys<N extends Namespace> = Base<keyof (typeof messages)[N]> & string;

/** What may be said with these namespaces: keys of the first as they are, keys of any with its name before a colon. */
export type WordKey<Names extends readonly Namespace[]> =
  Keys<Names[0] & Namespace> | { [N in Names[number]]: `${N}:${Keys<N>}` }[Names[number]];

/** Puts a key and its figures into a sentence. */
export type Translate<Names extends readonly Namespace[]> = (key: WordKey<Names>, figures?: Figures) => string;
