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
  /** Told whose each new token is, before anybody has it. */
  readonly onPerson?: (id: string) => void;
  /** A clock that only goes forward, in milliseconds. The wall clock of a viewer's machine may be wrong by hours. */
  readonly now?: () => number;
}

const MARGIN_MS = 60_000;

/** One keeper a tab. Any number of callers share one request; tabs don't need each other, the session cookie serves all. */
export function createTokenKeeper({
  fetchToken,
  onPerson,
  now = () => performance.now(),
}: TokenKeeperOptions): TokenKeeper {
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
        const { sub } = claimsOf(next);
        if (sub !== undefined) onPerson?.(sub);
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
  const { iat = 0, exp = 0 } = claimsOf(jwt);
  return (exp - iat) * 1000;
}

interface Claims {
  readonly sub?: string;
  readonly iat?: number;
  readonly exp?: number;
}

/** What a JWT of ours says; nothing for anything unreadable. */
function claimsOf(jwt: string | null): Claims {
  try {
    return JSON.parse(atob((jwt?.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as Claims;
  } catch {
    return {};
  }
}
