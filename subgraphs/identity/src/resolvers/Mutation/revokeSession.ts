import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { revokeSession as revoke } from '../../operations/revoke-session.ts';

export const revokeSession = async (
  _: unknown,
  { id }: { readonly id: string },
  { sessions, viewer }: IdentityContext,
) => answer(await revoke(sessions, viewer, id), { typename: 'RevokedSession', viewer, catalog: messages });
