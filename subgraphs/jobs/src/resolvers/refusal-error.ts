import { localise } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { GraphQLError } from 'graphql';
import type { JobsContext } from '../context.ts';
import { messages } from '../messages.ts';

/** A refusal where the schema has no place for one: an error with its sentence and code. */
export function refusalError(refusal: Refusal, { viewer }: JobsContext): GraphQLError {
  const code = refusal.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'BAD_USER_INPUT';
  return new GraphQLError(localise(refusal, viewer.locale, messages), { extensions: { code } });
}
