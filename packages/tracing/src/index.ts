export { inSpan, isTracing, traceparent, TRACEPARENT_HEADER } from './span.ts';
export type { Attributes, SpanOptions } from './span.ts';
export { startTracing } from './start-tracing.ts';
export type { Tracing, TracingOptions } from './start-tracing.ts';
