import { AsyncLocalStorage } from 'node:async_hooks';
import { currentTraceId } from '@modu/logger';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import type { Context, Span, SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Recorder, SpanOptions } from './span.ts';
import type { TracingOptions } from './start-tracing.ts';

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;
const DELAY_MS = 2_000;
const EXPORT_TIMEOUT_MS = 5_000;
/** Spans that wait for a collector; beyond it they are dropped. */
const WAITING_MAX = 4_096;
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** A trace begins under the id that the logs of the same work carry. */
function createIds() {
  const random = new RandomIdGenerator();
  return {
    generateTraceId: () => currentTraceId() ?? random.generateTraceId(),
    generateSpanId: () => random.generateSpanId(),
  };
}

export function openRecorder({ endpoint, serviceName, ratio = 1, delayMs = DELAY_MS }: TracingOptions): {
  readonly recorder: Recorder;
  close(): Promise<void>;
} {
  const exporter = new OTLPTraceExporter({
    url: new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'process.pid': process.pid }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    idGenerator: createIds(),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter,
        scheduledDelayMillis: delayMs,
        exportTimeoutMillis: EXPORT_TIMEOUT_MS,
        maxQueueSize: WAITING_MAX,
      }),
    ],
  });
  const tracer = provider.getTracer('modu');
  const current = new AsyncLocalStorage<Span>();

  return {
    recorder: {
      run: (name, options, work) => {
        const { kind = 'internal', attributes = {} } = options;
        const parent = parentOf(options, current.getStore());
        const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: { ...attributes } }, parent);
        return current.run(span, () => watch(span, options, work));
      },
      traceparent: () => {
        const { traceId, spanId, traceFlags } = current.getStore()?.spanContext() ?? {};
        if (!traceId || !spanId) return undefined;
        return `00-${traceId}-${spanId}-${(traceFlags ?? TraceFlags.NONE).toString(16).padStart(2, '0')}`;
      },
    },
    close: () => provider.shutdown(),
  };
}

/** What a span belongs to: what runs around it here, else what another process said. */
function parentOf({ parent }: SpanOptions, around: Span | undefined): Context {
  if (around) return trace.setSpan(ROOT_CONTEXT, around);
  const remote = parseTraceparent(parent);
  return remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : ROOT_CONTEXT;
}

function parseTraceparent(text: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(text ?? '') ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
}

function watch<T>(span: Span, { onlyWhenAsync = false }: SpanOptions, work: () => T): T {
  try {
    const result = work();
    if (!(result instanceof Promise)) {
      // A span that is never ended is never sent.
      if (!onlyWhenAsync) span.end();
      return result;
    }
    result.then(
      () => span.end(),
      (error: unknown) => fail(span, error),
    );
    return result;
  } catch (error) {
    fail(span, error);
    throw error;
  }
}

/** The kind of error, not its words: those may hold what people wrote. */
function fail(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
