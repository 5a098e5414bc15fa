import { localise } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import { messages } from '../messages.ts';

/** A field without a result union answers a refusal as a GraphQL error with the same sentence. */
export function toGraphError(refusal: Refusal, viewer: Viewer): GraphQLError {
  const code = refusal.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'BAD_USER_INPUT';
  return new GraphQLError(localise(refusal, viewer.locale, messages), { extensions: { code } });
}
