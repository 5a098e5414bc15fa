import { isRefusal, localise } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { GraphQLError } from 'graphql';
import type { DocumentsContext } from '../context.ts';
import { messages } from '../messages.ts';

/** Where the schema has no place for a refusal it is an error with its sentence and code. */
export function orThrow<Result extends object>(result: Result | Refusal, { viewer }: DocumentsContext): Result {
  if (!isRefusal(result)) return result;
  const code = result.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'BAD_USER_INPUT';
  throw new GraphQLError(localise(result, viewer.locale, messages), { extensions: { code } });
}
