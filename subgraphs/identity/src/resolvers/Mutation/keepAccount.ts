import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { keepAccount as keep } from '../../operations/delete-account.ts';

export const keepAccount = async (_: unknown, __: unknown, context: IdentityContext) =>
  answer(await keep(context, context.viewer), { typename: 'User', viewer: context.viewer, catalog: messages });
