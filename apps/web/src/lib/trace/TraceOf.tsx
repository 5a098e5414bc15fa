import { Trace } from './Trace.tsx';
import { traceOf } from './trace-of.ts';

/** The id to quote for a fault of ours; nothing for what is none. */
export function TraceOf({ error }: { readonly error: unknown }) {
  return <Trace id={traceOf(error)} />;
}
