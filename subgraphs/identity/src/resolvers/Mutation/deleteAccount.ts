import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { deleteAccount as remove } from '../../operations/delete-account.ts';

export const deleteAccount = async (
  _: unknown,
  { confirmEmail }: { readonly confirmEmail: string },
  context: IdentityContext,
) =>
  answer(await remove(context, context.viewer, confirmEmail), {
    typename: 'PlannedDeletion',
    viewer: context.viewer,
    catalog: messages,
  });
