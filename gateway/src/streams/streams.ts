import type { Logger } from '@modu/logger';
import type { Network } from '@modu/network';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { createOutbox } from './outbox.ts';
import type { OverflowPolicy } from './outbox.ts';
import type { StreamPlan } from './plan-stream.ts';
import { openTopic } from './topic.ts';
import type { Topic } from './topic.ts';

export interface StreamSubscription {
  readonly plan: StreamPlan;
  readonly variables: Record<string, unknown>;
  readonly viewer: Viewer;
  readonly traceId: string;
}

export interface Streams {
  open(subscription: StreamSubscription): AsyncIterableIterator<ExecutionResult>;
  /** How many upstream subscriptions are open, for metrics and tests. */
  topicCount(): number;
}

/** The progress of one job may skip steps for a slow client; the stream of all jobs may not skip the end of any. */
const OVERFLOW: Readonly<Record<string, OverflowPolicy>> = { jobProgress: 'latest', jobUpdates: 'all' };
/** Streams whose latest event alone tells a new client everything, so that it may join a running topic. */
const SHAREABLE = new Set(['jobProgress']);
const OUTBOX_MAX = { latest: 16, all: 512 } as const;

interface StreamsOptions {
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly logger: Logger;
}

/** Federated subscriptions: topics shared by equal asks of one person, a bounded outbox for each client. */
export function createStreams({ network, identity, logger }: StreamsOptions): Streams {
  const topics = new Map<string, Topic>();
  let unshared = 0;

  return {
    topicCount: () => topics.size,
    open: ({ plan, variables, viewer, traceId }) => {
      const policy = OVERFLOW[plan.rootField] ?? 'all';
      const scope = [plan.operation.hash, variables, viewer];
      const key = SHAREABLE.has(plan.rootField) ? JSON.stringify(scope) : `unshared ${unshared++}`;
      const forget = () => {
        if (topics.get(key) === topic) topics.delete(key);
      };
      const topic: Topic =
        topics.get(key) ?? openTopic({ plan, variables, viewer, traceId, network, identity, logger, onEnd: forget });
      topics.set(key, topic);
      const outbox = createOutbox({
        policy,
        sizeMax: OUTBOX_MAX[policy],
        lagged: tooSlow(),
        onClose: () => topic.leave(outbox),
      });
      topic.join(outbox);
      return outbox.events;
    },
  };
}

function tooSlow(): ExecutionResult {
  const extensions = { code: 'LIMIT_EXCEEDED' };
  return {
    errors: [new GraphQLError('The connection was too slow for this stream. Subscribe again.', { extensions })],
  };
}
