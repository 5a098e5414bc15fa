import type { TypedDocumentString } from '../graph/generated/graphql.ts';
import type { LiveHandlers } from './run-subscription.ts';

const FETCH_AGAIN_MS = 5_000;

/**
 * Watches a subscription until the returned function is called or the server ends it. The script that does is fetched once the page is
 * here, and fetched again when the line was cut.
 */
export function subscribeLive<TResult, TVariables extends Record<string, unknown>>(
  document: TypedDocumentString<TResult, TVariables>,
  variables: TVariables,
  handlers: LiveHandlers<TResult>,
): () => void {
  let isOver = false;
  let end: () => void = () => undefined;
  const begin = (): void =>
    void import('./run-subscription.ts').then(
      ({ runSubscription }) => {
        if (!isOver) end = runSubscription(document, variables, handlers);
      },
      () => setTimeout(() => isOver || begin(), FETCH_AGAIN_MS),
    );
  begin();
  return () => {
    isOver = true;
    end();
  };
}
