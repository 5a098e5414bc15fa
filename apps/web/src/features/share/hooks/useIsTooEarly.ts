import { useEffect, useState } from 'react';
import type { Refusal } from '../../../lib/graph/index.ts';

/** How long one waits where nobody said how long. */
const UNTOLD_WAIT_MS = 60_000;

/** Whether it is too early to try again after a refusal. */
export function useIsTooEarly(refusal: Pick<Refusal, 'code' | 'retryAfterMs'>): boolean {
  const [waitedFor, setWaitedFor] = useState<object | null>(null);
  const isLimited = refusal.code === 'RATE_LIMITED';
  useEffect(() => {
    if (!isLimited) return undefined;
    const timer = setTimeout(() => setWaitedFor(refusal), refusal.retryAfterMs ?? UNTOLD_WAIT_MS);
    return () => clearTimeout(timer);
  }, [isLimited, refusal]);
  return isLimited && waitedFor !== refusal;
}
