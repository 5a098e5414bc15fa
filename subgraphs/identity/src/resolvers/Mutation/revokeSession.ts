import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { revokeSession as revoke } from '../../operations/revoke-session.ts';

export const revokeSession = async (_: unknown, { id }: { readonly id: string }, context: IdentityContext) =>
  answer(await revoke(context, context.viewer, id), {
    typename: 'RevokedSession',
    viewer: context.viewer,
    catalog: messages,
  });
