import { lazy, Suspense } from 'react';

/** Where nothing comes any more, the words are all there is. */
const nothing = { TraceOf: (_: { readonly error: unknown }) => null };
const TraceOf = lazy(async () => ({ default: (await import('./TraceOf.tsx').catch(() => nothing)).TraceOf }));

/** The id to quote, fetched by those who need it: for what is in a page's first moment. */
export function TraceLater({ error }: { readonly error: unknown }) {
  return (
    <Suspense fallback={null}>
      <TraceOf error={error} />
    </Suspense>
  );
}
