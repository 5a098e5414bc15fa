import { Button, EmptyState, Skeleton } from '@modu/ui';
import type { ReactNode } from 'react';
import { Failed } from './Failed.tsx';
import './thing.css';

export interface AskedListProps<T> {
  /** What is there so far; null while nothing has come. */
  readonly things: readonly T[] | null;
  readonly query: {
    readonly isError: boolean;
    readonly error?: unknown;
    readonly refetch: () => unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
  readonly words: {
    readonly list: string;
    readonly loading: string;
    readonly failed: string;
    readonly more: string;
    readonly emptyTitle: string;
    readonly empty: string;
  };
  readonly children: (thing: T) => ReactNode;
}

/** A list that comes page by page, from the moment it is asked for: on its way, refused, empty, or here. */
export function AskedList<T>({ things, query, words, children }: AskedListProps<T>) {
  return (
    <>
      {query.isError && <Failed title={words.failed} query={query} />}
      {things === null && !query.isError && (
        <div role="status" aria-label={words.loading} className="thing-list">
          <Skeleton height="56px" />
          <Skeleton height="56px" />
        </div>
      )}
      {things?.length === 0 && (
        <EmptyState title={words.emptyTitle}>
          <p>{words.empty}</p>
        </EmptyState>
      )}
      {things !== null && things.length > 0 && (
        <ul className="thing-list" aria-label={words.list}>
          {things.map(children)}
        </ul>
      )}
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} isPending={query.isFetchingNextPage}>
          {words.more}
        </Button>
      )}
    </>
  );
}
