import { SetAvatarDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { sendFile } from '../../../lib/upload/index.ts';
import { useMe } from '../../credits/index.ts';
import { useChange } from './useChange.ts';

/** Where the person's picture is: the small one once it is made, the whole file until then; null when there is none. */
export function avatarSource(
  avatar: { readonly url: string; readonly preview: { readonly url?: string | null } } | null | undefined,
): string | null {
  return avatar?.preview.url ?? avatar?.url ?? null;
}

const set = async (assetId: string | null) => (await request(SetAvatarDocument, { assetId })).setAvatar;

/** The person's picture, and how it changes. */
export function useAvatar() {
  const me = useMe().data;
  const bring = useChange({
    send: async (file: File) => {
      const nothing = () => undefined;
      const sending = { file, idempotencyKey: crypto.randomUUID(), onStep: nothing, onTicket: nothing };
      return set(await sendFile({ ...sending, signal: new AbortController().signal }));
    },
  });
  const takeAway = useChange({ send: () => set(null) });
  return { src: avatarSource(me?.avatar), bring, takeAway };
}
