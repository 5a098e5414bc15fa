import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { OpenShareDocument } from '../../../lib/graph/generated/graphql.ts';
import type { OpenShareQuery } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, refusedField, request } from '../../../lib/graph/index.ts';

export type Outcome = OpenShareQuery['openShare'];
type Refused = Extract<Outcome, { readonly __typename: 'Refusal' }>;

/** A link that asks for a password: what it said at first, and what it said last. */
interface Asks {
  readonly words: string;
  readonly refusal: Refused;
}

/** Looks at what a link shows. While it asks for a password, `asks` stays: also through a try, and one that fails. */
export function useSharedLook(token: string) {
  const [asks, setAsks] = useState<Asks | null>(null);
  const look = useMutation({
    mutationFn: async (password: string | null) => (await request(OpenShareDocument, { token, password })).openShare,
    onSuccess: (outcome) => setAsks((before) => asksAfter(before, outcome)),
  });
  // Each look counts as a view, so the page looks once and not again for every focus.
  const hasLooked = useRef(false);
  const { mutate } = look;
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    mutate(null);
  }, [mutate]);
  return { look, asks };
}

function asksAfter(before: Asks | null, outcome: Outcome): Asks | null {
  if (!isRefusal(outcome)) return null;
  const isAboutTries = before !== null && outcome.code === 'RATE_LIMITED';
  if (refusedField(outcome) !== 'password' && !isAboutTries) return null;
  return { words: before?.words ?? outcome.message, refusal: outcome };
}
