import { isRefusal, toRefusalPayload } from '@modu/errors';
import type { MessageCatalog, Refusal, RefusalPayload } from '@modu/errors';
import type { Viewer } from '@modu/viewer';

interface AnswerOptions<Typename extends string> {
  /** The member of the result union that stands for success. */
  readonly typename: Typename;
  readonly viewer: Viewer;
  readonly catalog: MessageCatalog;
}

/** Maps what an operation returned to its result union: the thing it made, or the refusal in the viewer's language. */
export function answer<Result extends object, Typename extends string>(
  result: Result | Refusal,
  { typename, viewer, catalog }: AnswerOptions<Typename>,
): (Result & { readonly __typename: Typename }) | RefusalPayload {
  if (isRefusal(result)) return toRefusalPayload(result, viewer.locale, catalog);
  return { ...result, __typename: typename };
}
