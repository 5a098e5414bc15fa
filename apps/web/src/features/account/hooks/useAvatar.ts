import { announce } from '@modu/ui';
import { SetAvatarDocument } from '../../../lib/graph/generated/graphql.ts';
import { request } from '../../../lib/graph/index.ts';
import { useTranslation } from '../../../lib/language/index.ts';
import { sendFile } from '../../../lib/upload/index.ts';
import { useMe } from '../../credits/index.ts';
import { avatarSource } from '../model/avatar-source.ts';
import { useChange } from './useChange.ts';

const set = async (assetId: string | null) => (await request(SetAvatarDocument, { assetId })).setAvatar;

/** The person's picture, and how it changes. */
export function useAvatar() {
  const { t } = useTranslation('account');
  const me = useMe().data;
  const onDone = () => announce(t('saved'));
  const bring = useChange({
    send: async (file: File) => {
      const nothing = () => undefined;
      const sending = { file, idempotencyKey: crypto.randomUUID(), onStep: nothing, onTicket: nothing };
      return set(await sendFile({ ...sending, signal: new AbortController().signal }));
    },
    onDone,
  });
  const takeAway = useChange({ send: () => set(null), onDone });
  return { src: avatarSource(me?.avatar), bring, takeAway };
}
