import type { IdentityContext } from '../../context.ts';
import { verifyApiKey as verify } from '../../operations/verify-api-key.ts';

export const verifyApiKey = (_: unknown, { hash }: { readonly hash: string }, context: IdentityContext) =>
  verify(context, context.viewer, hash);
