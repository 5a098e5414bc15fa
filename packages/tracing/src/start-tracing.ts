import { useRecorder } from './span.ts';

export interface TracingOptions {
  /** Where an OTLP collector listens over HTTP: `http://localhost:4318`. Spans go to `/v1/traces` below it. */
  readonly endpoint: string;
  readonly serviceName: string;
  /** How many of all traces are kept, 0 to 1. */
  readonly ratio?: number;
  /** How long spans wait for company before they are sent. */
  readonly delayMs?: number;
}

export interface Tracing {
  /** Sends what waits, then forgets everything. */
  stop(): Promise<void>;
}

/**
 * Records what the process does as OpenTelemetry spans and sends them to a collector. The SDK is loaded here and nowhere
 * else, so a process that does not trace never loads it. What waits is bounded: a collector that is away costs spans, not memory.
 */
export async function startTracing(options: TracingOptions): Promise<Tracing> {
  const { openRecorder } = await import('./otel-recorder.ts');
  const { watchStatements } = await import('./sql-spans.ts');
  const { recorder, close } = openRecorder(options);
  useRecorder(recorder);
  const forgetStatements = watchStatements();
  return {
    stop: async () => {
      useRecorder(undefined);
      forgetStatements();
      await close();
    },
  };
}
