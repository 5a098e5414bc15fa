import { lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/language/index.ts';
import type { Namespace } from '../lib/language/index.ts';

/** A page that is fetched when it is wanted, its script and what it says at the same time. */
export function page<Module extends Record<string, unknown>, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  words: readonly Namespace[],
) {
  const loadBoth = async () => {
    const [module] = await Promise.all([load(), ...words.map(loadWords)]);
    return module;
  };
  return lazyRouteComponent(loadBoth, name);
}
