/** Hands out the access token; never writes it anywhere but memory. */
export interface TokenKeeper {
  /** A token with life left in it, fetched when needed; null when nobody is signed in. Throws when the service is out of reach. */
  readonly get: () => Promise<string | null>;
  /** A new one although the old one seemed alive: the API said UNAUTHENTICATED. */
  readonly renew: () => Promise<string | null>;
  /** Forgets it: signed out, or somebody else signed in. */
  readonly forget: () => void;
}

export interface TokenKeeperOptions {
  readonly fetchToken: () => Promise<string | null>;
  /** A clock that only goes forward, in milliseconds. The wall clock of a viewer's machine may be wrong by hours. */
  readonly now?: () => number;
}

const MARGIN_MS = 60_000;

/** One keeper a tab. Any number of callers share one request; tabs don't need each other, the session cookie serves all. */
export function createTokenKeeper({ fetchToken, now = () => performance.now() }: TokenKeeperOptions): TokenKeeper {
  let token: string | null = null;
  let staleAt = 0;
  let pending: Promise<string | null> | null = null;
  let era = 0;

  const fetchOnce = () => {
    if (pending !== null) return pending;
    const startedIn = era;
    const request = fetchToken()
      .then((next) => {
        if (startedIn !== era) return null;
        token = next;
        staleAt = next === null ? 0 : now() + Math.max(0, lifetimeMs(next) - MARGIN_MS);
        return next;
      })
      .finally(() => {
        if (pending === request) pending = null;
      });
    pending = request;
    return request;
  };

  return {
    get: () => (token !== null && now() < staleAt ? Promise.resolve(token) : fetchOnce()),
    renew: fetchOnce,
    forget: () => {
      era += 1;
      token = null;
      staleAt = 0;
      pending = null;
    },
  };
}

/** How long a JWT was made to live, from its own `iat` and `exp`; 0 for anything unreadable, so that it is fetched anew. */
export function lifetimeMs(jwt: string): number {
  try {
    const payload = (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const { iat, exp } = JSON.parse(atob(payload)) as { iat?: unknown; exp?: unknown };
    return typeof iat === 'number' && typeof exp === 'number' ? (exp - iat) * 1000 : 0;
  } catch {
    return 0;
  }
}
