/** What is said of a piece of work: never what people wrote, only what it was. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export interface SpanOptions {
  /** `server` answers somebody, `client` waits for somebody, `consumer` runs a task; anything else is `internal`. */
  readonly kind?: 'server' | 'client' | 'consumer' | 'internal';
  readonly attributes?: Attributes;
  /** The span of another process that this belongs to, as `traceparent` of W3C Trace Context has it. */
  readonly parent?: string | undefined;
  /** Only work that waits for something is written down: for what runs very often and mostly at once. */
  readonly onlyWhenAsync?: boolean;
}

/** Writes spans down. There is none until tracing is started. */
export interface Recorder {
  run<T>(name: string, options: SpanOptions, work: () => T): T;
  traceparent(): string | undefined;
}

/** How `traceparent()` travels over HTTP (W3C Trace Context). */
export const TRACEPARENT_HEADER = 'traceparent';

let recorder: Recorder | undefined;

/** One recorder for a process, as there is one log. */
export function useRecorder(next: Recorder | undefined): void {
  recorder = next;
}

export function isTracing(): boolean {
  return recorder !== undefined;
}

/**
 * Runs work as a span: what runs inside, also after an await, belongs to it; work that throws or rejects marks it as failed.
 * Without tracing this is the call and nothing else.
 */
export function inSpan<T>(name: string, options: SpanOptions, work: () => T): T {
  return recorder ? recorder.run(name, options, work) : work();
}

/** The span that runs now, to be sent along to another process; `undefined` without one. */
export function traceparent(): string | undefined {
  return recorder?.traceparent();
}
