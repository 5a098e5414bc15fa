import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fieldOfNumber, numberOfField, useDraft } from '../../../lib/drafts/index.ts';
import { ShareBoardDocument, ShareImageDocument } from '../../../lib/graph/generated/graphql.ts';
import type { ShareInput } from '../../../lib/graph/generated/graphql.ts';
import { isRefusal, request } from '../../../lib/graph/index.ts';
import { sharesKey } from '../model/shared-thing.ts';
import type { SharedThing } from '../model/shared-thing.ts';

/** How somebody wants a link. */
interface ShareWish {
  readonly expiry: string;
  readonly viewLimit: number | null;
  readonly password: string;
  readonly allowDownload: boolean;
  readonly showPrompt: boolean;
}

const DAY_MS = 86_400_000;
/** What a link is before anything of it was chosen. */
const FRESH = { expiry: 'week', viewLimit: '', allowDownload: 'true', showPrompt: 'false' };
const DAYS: Readonly<Record<string, number | null>> = { never: null, day: 1, week: 7, month: 30 };

async function send({ kind, id }: SharedThing, input: ShareInput) {
  if (kind === 'board') return (await request(ShareBoardDocument, { id, input })).shareBoard;
  return (await request(ShareImageDocument, { id, input })).shareImage;
}

/** What is wanted of a link to be; kept until it is made, but for its password, for which nobody's disk is a place. */
function useShareWish({ kind, id }: SharedThing) {
  const draft = useDraft(`share ${kind} ${id}`, FRESH);
  const [password, setPassword] = useState('');
  const { expiry, viewLimit, allowDownload, showPrompt } = draft.fields;
  const wish: ShareWish = {
    ...{ expiry, viewLimit: numberOfField(viewLimit), password },
    ...{ allowDownload: allowDownload === 'true', showPrompt: showPrompt === 'true' },
  };
  const change = (part: Partial<ShareWish>) => {
    const next = { ...wish, ...part };
    setPassword(next.password);
    draft.change({
      ...{ expiry: next.expiry, viewLimit: fieldOfNumber(next.viewLimit) },
      ...{ allowDownload: String(next.allowDownload), showPrompt: String(next.showPrompt) },
    });
  };
  const forget = () => {
    draft.forget();
    setPassword('');
  };
  return { wish, change, forget };
}

const inputOf = ({ expiry, password, ...wish }: ShareWish): ShareInput => {
  const days = DAYS[expiry] ?? null;
  const expiresAt = days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString();
  return { ...wish, expiresAt, password: password === '' ? null : password };
};

/** Makes links: what is wanted of one, and the one that was made. */
export function useNewShare(thing: SharedThing) {
  const client = useQueryClient();
  const { wish, change, forget } = useShareWish(thing);
  const make = useMutation({
    mutationFn: async () => {
      const outcome = await send(thing, inputOf(wish));
      if (isRefusal(outcome)) throw new Error(outcome.message);
      return outcome.url ?? '';
    },
    onSuccess: () => {
      forget();
      return client.invalidateQueries({ queryKey: sharesKey(thing) });
    },
  });
  return { wish, change, make };
}
