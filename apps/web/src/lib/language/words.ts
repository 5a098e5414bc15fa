import type { CompiledMessage } from '@lingui/message-utils/compileMessage';
import type { messages } from './en/index.ts';

/** A feature's part of the studio's sentences. */
export type Namespace = keyof typeof messages;

/** ICU messages by key: as the files of a language hold them, or compiled as the build leaves them. */
export type Sentences = Readonly<Record<string, string | CompiledMessage>>;

/** The figures of a sentence; one of them may choose its plural form. */
export type Figures = Readonly<Record<string, string | number>>;

type Keys<N extends Namespace> = keyof (typeof messages)[N] & string;

/** What may be said with these namespaces: keys of the first as they are, keys of any with its name before a colon. */
export type WordKey<Names extends readonly Namespace[]> =
  Keys<Names[0] & Namespace> | { [N in Names[number]]: `${N}:${Keys<N>}` }[Names[number]];

/** Puts a key and its figures into a sentence. */
export type Translate<Names extends readonly Namespace[]> = (key: WordKey<Names>, figures?: Figures) => string;
