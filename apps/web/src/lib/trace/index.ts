export { FailureNotice } from './FailureNotice.tsx';
export { Trace } from './Trace.tsx';
export { traceOf } from './trace-of.ts';
