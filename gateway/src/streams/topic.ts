import type { Logger } from '@modu/logger';
import type { Network } from '@modu/network';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import type { FederationError } from '@modu/federation';
import { createRequestContext } from '../execution/request-context.ts';
import { formatEdgeError } from '../execution/format-error.ts';
import type { Outbox } from './outbox.ts';
import type { StreamPlan } from './plan-stream.ts';

export interface TopicOptions {
  readonly plan: StreamPlan;
  readonly variables: Record<string, unknown>;
  readonly viewer: Viewer;
  readonly traceId: string;
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
  onEnd(): void;
}

/** One upstream subscription, shared by every client that asks the same under the same identity. */
export interface Topic {
  join(outbox: Outbox): void;
  leave(outbox: Outbox): void;
}

const RETRIES_MAX = 8;
const COMPLETION_DEADLINE_MS = 10_000;

/**
 * Runs the upstream subscription until it ends or the last client leaves. When the upstream is lost it subscribes anew, with
 * growing pauses: our streams replay their latest state first, so a client sees no gap. When it can't, clients are told.
 */
export function openTopic(options: TopicOptions): Topic {
  const outboxes = new Set<Outbox>();
  const gone = new AbortController();
  let latest: ExecutionResult | undefined;

  const send = (event: ExecutionResult) => {
    latest = event;
    for (const outbox of outboxes) outbox.push(event);
  };
  void run(options, { signal: gone.signal, send }).finally(() => {
    options.onEnd();
    for (const outbox of outboxes) outbox.end();
  });

  return {
    join: (outbox) => {
      outboxes.add(outbox);
      if (latest) outbox.push(latest);
    },
    leave: (outbox) => {
      outboxes.delete(outbox);
      if (outboxes.size > 0) return;
      options.onEnd();
      gone.abort();
    },
  };
}

interface Run {
  readonly signal: AbortSignal;
  send(event: ExecutionResult): void;
}

async function run(options: TopicOptions, { signal, send }: Run): Promise<void> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const event of await subscribe(options, signal)) {
        failures = 0;
        if (signal.aborted) return;
        send(await complete(options, { event, signal }));
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      options.logger.warn({ err: error, failures, field: options.plan.rootField }, 'an upstream stream was lost');
      if (failures >= RETRIES_MAX) return send(upstreamLost());
      await pause(Math.min(50 * 2 ** failures, 2_000) * (0.5 + Math.random()), signal);
    }
  }
}

async function subscribe(
  { plan, variables, network, identity, viewer, traceId }: TopicOptions,
  signal: AbortSignal,
): Promise<AsyncIterable<ExecutionResult>> {
  const { source } = plan;
  const used = source.variableUsages ?? [];
  const stream = network.subscribe(source.serviceName, {
    query: source.operation,
    variables: Object.fromEntries(used.filter((name) => name in variables).map((name) => [name, variables[name]])),
    ...(source.operationName ? { operationName: source.operationName } : {}),
    identity: await identity.sign(viewer),
    traceId,
    signal,
  });
  return stream as AsyncIterable<ExecutionResult>;
}

async function complete(
  { plan, variables, viewer, traceId, identity, logger }: TopicOptions,
  { event, signal }: { event: ExecutionResult; signal: AbortSignal },
): Promise<ExecutionResult> {
  const errors = event.errors ?? [];
  if (!event.data) return { errors: errors.map((error) => toPublic(error, logger)) };
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(COMPLETION_DEADLINE_MS)]);
  const context = createRequestContext({ viewer, traceId, signal: deadline }, identity);
  const { data = 'null', errors: failed } = await plan.operation.execute({
    variables,
    context,
    signal: deadline,
    data: event.data,
    errors: errors.map(({ message, path, extensions }) => ({ message, path, extensions })),
  });
  const completed = JSON.parse(data) as Record<string, unknown> | null;
  return failed.length > 0
    ? { data: completed, errors: failed.map((error) => toPublic(error, logger)) }
    : { data: completed };
}

function toPublic({ cause, ...error }: FederationError, logger: Logger): GraphQLError {
  const { message, path, extensions } = formatEdgeError(error as GraphQLFormattedError, logger, cause);
  return new GraphQLError(message, { ...(path ? { path } : {}), extensions: extensions ?? {} });
}

function upstreamLost(): ExecutionResult {
  const extensions = { code: 'SUBSCRIPTION_UPSTREAM_LOST' };
  return { errors: [new GraphQLError('The live connection was lost. Subscribe again.', { extensions })] };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
