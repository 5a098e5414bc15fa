import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { loadWords } from '../lib/language/index.ts';
import type { Namespace } from '../lib/language/index.ts';
import { readable } from '../lib/way/index.ts';

/** A component that is fetched when it is wanted, its script and what it says at the same time. */
export interface Fetched<Props> {
  /** The same promise for everyone who asks; React reads it with `use`. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** Lets a load that failed be tried once more. */
  readonly again: () => void;
  readonly begin?: Begin;
}

/** Asks for what a page shows at the address one is at, before it is drawn, once it is known that somebody is signed in. */
export type Begin = (client: QueryClient, admitted: Promise<boolean>) => Promise<void>;

/** Names a component by its module and export, with the namespaces it says something of. */
export function fetched<Props = object>(
  importModule: () => Promise<Readonly<Record<string, unknown>>>,
  name: string,
  words: readonly Namespace[],
  begin?: Begin,
): Fetched<Props> {
  let coming: Promise<ComponentType<Props>> | null = null;
  let hasFailed = false;
  const loadBoth = async () => {
    const [module] = await Promise.all([importModule(), ...words.map(loadWords)]);
    return module[name] as ComponentType<Props>;
  };
  return {
    ...(begin === undefined ? {} : { begin }),
    load: () => {
      if (coming === null) {
        hasFailed = false;
        coming = readable(loadBoth());
        coming.catch(() => (hasFailed = true));
      }
      return coming;
    },
    again: () => {
      if (hasFailed) coming = null;
    },
  };
}
