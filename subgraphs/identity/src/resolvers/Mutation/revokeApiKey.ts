import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { revokeApiKey as revoke } from '../../operations/revoke-api-key.ts';

export const revokeApiKey = async (_: unknown, { id }: { readonly id: string }, context: IdentityContext) =>
  answer(await revoke(context, context.viewer, id), {
    typename: 'RevokedApiKey',
    viewer: context.viewer,
    catalog: messages,
  });
