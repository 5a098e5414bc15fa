import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { setAvatar as set } from '../../operations/set-avatar.ts';

export const setAvatar = async (
  _: unknown,
  { assetId = null }: { readonly assetId?: string | null },
  context: IdentityContext,
) =>
  answer(await set(context, context.viewer, assetId), { typename: 'User', viewer: context.viewer, catalog: messages });
