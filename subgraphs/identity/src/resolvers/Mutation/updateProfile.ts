import { answer } from '@modu/subgraph';
import type { IdentityContext } from '../../context.ts';
import type { ProfileChange } from '../../domain/profile.ts';
import { messages } from '../../messages.ts';
import { updateProfile as update } from '../../operations/update-profile.ts';

export const updateProfile = async (
  _: unknown,
  { input }: { readonly input: ProfileChange },
  { users, viewer }: IdentityContext,
) => answer(await update(users, viewer, input), { typename: 'User', viewer, catalog: messages });
