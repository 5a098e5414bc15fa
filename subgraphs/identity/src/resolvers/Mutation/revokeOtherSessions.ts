import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { revokeOtherSessions as revokeOthers } from '../../operations/revoke-session.ts';

export const revokeOtherSessions = async (_: unknown, __: unknown, context: IdentityContext) =>
  answer(await revokeOthers(context, context.viewer), {
    typename: 'RevokedSessions',
    viewer: context.viewer,
    catalog: messages,
  });
