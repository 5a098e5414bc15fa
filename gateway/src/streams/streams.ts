import { createEntityMemo, createTopics, findCursor, prepareSource } from '@modu/federation';
import type { FederationError, StreamEvent, StreamSource } from '@modu/federation';
import type { Logger } from '@modu/logger';
import { streamText } from '@modu/network';
import type { Network } from '@modu/network';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Graph } from '../execution/graph.ts';
import type { RequestContext } from '../execution/request-context.ts';
import type { StreamPlan } from './plan-stream.ts';
import { createStreamLimits } from './stream-limits.ts';
import { ageMsOf, policyOf, topicKey } from './stream-policies.ts';

export interface StreamSubscription {
  readonly plan: StreamPlan;
  readonly variables: Record<string, unknown>;
  readonly viewer: Viewer;
  readonly traceId: string;
  /** Called once when the stream is over, however it ended. */
  onClose?(): void;
}

export interface Streams {
  open(subscription: StreamSubscription): AsyncIterableIterator<ExecutionResult>;
  /** How many upstream subscriptions are open, for metrics and tests. */
  topicCount(): number;
  /** How many streams clients hold. */
  openCount(): number;
}

interface StreamsOptions {
  readonly graph: Pick<Graph, 'supergraph' | 'toPublic'>;
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
}

const COMPLETION_DEADLINE_MS = 10_000;
const STREAMS_PER_USER = 500;
const STREAMS_ANONYMOUS = 2_000;

const LOST = failure('SUBSCRIPTION_UPSTREAM_LOST', 'The live connection was lost. Subscribe again.');
const LAGGED = failure('LIMIT_EXCEEDED', 'The connection was too slow for this stream. Subscribe again.');

/** Federated subscriptions: upstreams shared as each field allows, a bounded outbox for each client. */
export function createStreams(options: StreamsOptions): Streams {
  const topics = createTopics<ExecutionResult>();
  const limits = createStreamLimits({ perUser: STREAMS_PER_USER, anonymous: STREAMS_ANONYMOUS });
  const sources = new WeakMap<StreamPlan['operation'], StreamSource>();
  const sourceOf = (plan: StreamPlan): StreamSource => {
    const source =
      sources.get(plan.operation) ?? prepareSource(plan.source, findCursor(options.graph.supergraph, plan.rootField));
    sources.set(plan.operation, source);
    return source;
  };
  return {
    topicCount: () => topics.count(),
    openCount: () => limits.count(),
    open: (subscription) => {
      const { plan, variables, viewer } = subscription;
      const policy = policyOf(plan.rootField);
      const source = sourceOf(plan);
      const key = topicKey({ scope: policy.scope, hash: plan.operation.hash, variables, viewer });
      const after = source.startOf(variables);
      const complete = completer(subscription, options);
      // Last, behind all that may throw: who enters must leave.
      const leave = limits.enter(viewer);
      if (!leave) {
        subscription.onClose?.();
        return only(failure('LIMIT_EXCEEDED', `You may hold ${STREAMS_PER_USER} live streams at most.`));
      }
      return topics.listen({
        key,
        after,
        open: async (after, signal) => subscribe(subscription, { source, after, signal }, options),
        cursorOf: ({ data }) => source.cursorOf(data),
        complete,
        onFailure: (err, failures) =>
          options.logger.warn({ err, failures, field: plan.rootField }, 'an upstream stream was lost'),
        lost: LOST,
        outbox: {
          policy: policy.overflow,
          sizeMax: policy.waitingMax,
          lagged: LAGGED,
        },
        onClose: () => {
          leave();
          subscription.onClose?.();
        },
      });
    },
  };
}

interface Subscribing {
  readonly source: StreamSource;
  readonly after: unknown;
  readonly signal: AbortSignal;
}

async function subscribe(
  { variables, viewer, traceId }: StreamSubscription,
  { source, after, signal }: Subscribing,
  { network, identity }: StreamsOptions,
): Promise<AsyncIterable<StreamEvent>> {
  const { query, operationName, variables: used } = source.ask(variables, after);
  const question = { query, variables: used, ...(operationName ? { operationName } : {}) };
  const token = identity.sign(viewer, { audience: source.subgraph, text: streamText(question) });
  const stream = network.subscribe(source.subgraph, { ...question, identity: token, traceId, signal });
  return stream as AsyncIterable<StreamEvent>;
}

/** Completes the events of one topic; what it learns of entities stays with that topic, so with one identity. */
function completer(
  { plan, variables, viewer, traceId }: StreamSubscription,
  { graph }: StreamsOptions,
): (event: StreamEvent, signal: AbortSignal) => Promise<ExecutionResult> {
  const memo = createEntityMemo({ ageMsOf });
  const checked = plan.operation.checkVariables(variables);
  const toGraphQLError = (error: FederationError): GraphQLError => {
    const { message, path, extensions } = graph.toPublic(error);
    return new GraphQLError(message, { ...(path ? { path } : {}), extensions: extensions ?? {} });
  };
  return async (event, topicSignal) => {
    const sent = (event.errors ?? []) as readonly FederationError[];
    if (!event.data) return { errors: sent.map(toGraphQLError) };
    // Most events fetch nothing: a timer is set only for those that do.
    let deadline: Deadline | undefined;
    const context: RequestContext = {
      viewer,
      traceId,
      memo,
      get signal() {
        return (deadline ??= startDeadline(topicSignal)).signal;
      },
    };
    const errors = sent.map(({ message, path, extensions }) => ({ message, path, extensions }));
    const running = { checked, context, signal: topicSignal, data: event.data as never, errors };
    const completed = await plan.operation.execute(running).finally(() => deadline?.stop());
    const data = JSON.parse(completed.data ?? 'null') as Record<string, unknown> | null;
    return completed.errors.length > 0 ? { errors: completed.errors.map(toGraphQLError), data } : { data };
  };
}

interface Deadline {
  readonly signal: AbortSignal;
  stop(): void;
}

/** Leaves nothing behind once it is stopped: with thousands of streams, signals that run on for seconds would pile up. */
function startDeadline(whole: AbortSignal): Deadline {
  const controller = new AbortController();
  const end = () => controller.abort(whole.reason);
  const timer = setTimeout(() => controller.abort(), COMPLETION_DEADLINE_MS);
  if (whole.aborted) end();
  else whole.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    stop: () => {
      clearTimeout(timer);
      whole.removeEventListener('abort', end);
    },
  };
}

function failure(code: string, message: string): ExecutionResult {
  return { errors: [new GraphQLError(message, { extensions: { code } })] };
}

async function* only(event: ExecutionResult): AsyncIterableIterator<ExecutionResult> {
  yield event;
}
