import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import { messages } from '../../messages.ts';
import { renameSession as rename } from '../../operations/rename-session.ts';

export const renameSession = async (
  _: unknown,
  input: { readonly id: string; readonly name?: string | null },
  { sessions, viewer }: IdentityContext,
) => answer(await rename(sessions, viewer, input), { typename: 'Session', viewer, catalog: messages });
