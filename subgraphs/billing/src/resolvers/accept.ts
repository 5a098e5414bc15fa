import { isRefusal, localise } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import { messages } from '../messages.ts';

/** For fields whose type has no place for a refusal: it becomes a GraphQL error that says the same. */
export function accept<Result>(result: Result | Refusal, viewer: Viewer): Result {
  if (!isRefusal(result)) return result;
  throw new GraphQLError(localise(result, viewer.locale, messages), { extensions: { code: 'BAD_USER_INPUT' } });
}
