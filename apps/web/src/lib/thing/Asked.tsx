import { LoadingState } from '@modu/ui';
import type { ReactNode } from 'react';
import { Missing } from '../screen/Missing.tsx';
import { PageTitle } from '../screen/PageTitle.tsx';
import { Failed } from './Failed.tsx';

export interface AskedProps<T> {
  /** What was asked for: null when it is not there or not for the viewer. */
  readonly thing: T | null | undefined;
  readonly query: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error?: unknown;
    readonly refetch: () => unknown;
  };
  readonly words: { readonly loading: string; readonly failed: string; readonly gone: string };
  /** Where one may go instead when it is not there or does not come. */
  readonly back?: ReactNode;
  readonly children: (thing: T) => ReactNode;
}

/** A page about one thing, from the moment it is asked for: on its way, refused, gone, or here. */
export function Asked<T>({ thing, query, words, back, children }: AskedProps<T>) {
  if (query.isPending) return <LoadingState label={words.loading} />;
  if (query.isError) {
    return (
      <div className="missing">
        <PageTitle>{words.failed}</PageTitle>
        <Failed isPage title={words.failed} query={query} back={back} />
      </div>
    );
  }
  return thing == null ? <Missing title={words.gone}>{back}</Missing> : children(thing);
}
