const STEADY_MS = 200_000;
const KEPT_MAX = 2000;

interface KeptUrl {
  readonly url: string;
  readonly at: number;
}

/**
 * Each answer of the API signs a picture's address anew, which would make the browser load it again. This hands out the
 * first address until it nears its end (those of shared pictures live for 300 s, the others longer).
 */
export function createSteadyUrls(now: () => number = () => performance.now()) {
  const kept = new Map<string, KeptUrl>();
  return {
    /** The address to show for `key`; `url` is the one just answered. */
    steady: (key: string, url: string): string => {
      const known = kept.get(key);
      if (known !== undefined && now() - known.at < STEADY_MS) return known.url;
      kept.delete(key);
      kept.set(key, { url, at: now() });
      const oldest = kept.keys().next().value;
      if (kept.size > KEPT_MAX && oldest !== undefined) kept.delete(oldest);
      return url;
    },
    /** The address did not load: the next answer's one is taken instead. */
    drop: (key: string): void => {
      kept.delete(key);
    },
  };
}
