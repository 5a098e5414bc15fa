import { useRef } from 'react';
import { OpenShareDocument } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import type { Refusal } from '../../../lib/graph/index.ts';

/** A link that was opened, with what opened it. */
export interface Opened {
  readonly token: string;
  readonly password: string | null;
}

interface Answered {
  readonly __typename: string;
  /** Of a refusal. */
  readonly message?: string;
}

/**
 * Asks within the look at a link that is going on. Looks go on for half an hour; one that is over is followed by another, which counts as a
 * view as the first one did, and then it is asked again.
 */
export function useVisit({ token, password }: Opened, visit: string) {
  const current = useRef(visit);
  return async <T extends Answered>(ask: (visit: string) => Promise<T>): Promise<Exclude<T, Refusal>> => {
    const answer = await ask(current.current);
    if (!isRefusal(answer)) return answer as Exclude<T, Refusal>;
    const { openShare } = await request(OpenShareDocument, { token, password });
    if (isRefusal(openShare)) throw new Error(openShare.message);
    current.current = openShare.visit;
    const second = await ask(openShare.visit);
    if (isRefusal(second)) throw new Error(second.message);
    return second as Exclude<T, Refusal>;
  };
}
