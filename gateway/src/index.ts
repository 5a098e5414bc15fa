import { setImmediate } from 'node:timers/promises';
import type { Logger } from '@modu/logger';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { buildSchema } from 'graphql';
import { createAccessTokens } from './edge/access-tokens.ts';
import { createApiKeys } from './edge/api-keys.ts';
import { createCompression } from './edge/compress.ts';
import { createCors } from './edge/cors.ts';
import { createHttpHandler } from './edge/http.ts';
import { createMissedRevocations } from './edge/missed-revocations.ts';
import { openRevocations } from './edge/revocations.ts';
import { createSockets } from './edge/sockets.ts';
import { createGraph } from './execution/graph.ts';
import type { Graph } from './execution/graph.ts';
import { createFrontDoor } from './front-door/front-door.ts';
import type { FrontDoor } from './front-door/front-door.ts';
import { createKeyGuesses } from './front-door/key-guesses.ts';
import { createKeyRates } from './front-door/key-rates.ts';
import { createOperationCosts } from './front-door/operation-costs.ts';
import { createRateLimits } from './front-door/rate-limits.ts';
import type { RateStore } from './front-door/rate-limits.ts';
import { openRateStore } from './front-door/rate-store.ts';
import { readTrustedDocuments } from './front-door/trusted-documents.ts';
import type { TrustedDocuments } from './front-door/trusted-documents.ts';
import { createPublished } from './published/published.ts';
import { gatewaySettings } from './settings.ts';
import { createGatewayMetrics } from './telemetry/metrics.ts';
import type { GatewaySettings } from './settings.ts';
import { createStreamPlanner } from './streams/plan-stream.ts';
import { createStreams } from './streams/streams.ts';

/** The federated gateway: `/graphql` over HTTP and WebSocket. */
export const gateway = defineModule({
  name: 'gateway',
  settings: gatewaySettings,
  needs: [],
  start: async (settings, { network, identity, bus, logger }) => {
    const issuer = new URL(settings.PUBLIC_URL).origin;
    const caller = createServiceCaller({ service: 'gateway', network, identity });
    const revocations = await openRevocations(bus, createMissedRevocations({ caller, logger }));
    const rateStore = await openRateStore(settings);
    const authenticators = {
      accessTokens: createAccessTokens({ network, issuer, logger }),
      apiKeys: createApiKeys({ network, identity, revocations, guesses: await createKeyGuesses() }),
      keyRates: await createKeyRates(rateStore.store),
      revocations,
    };
    const metrics = createGatewayMetrics();
    const graph = createGraph({ network, identity, logger, metrics });
    const trusted = readTrustedDocuments(settings.TRUSTED_DOCUMENTS_FILE);
    const frontDoor = await openFrontDoor({ settings, graph, trusted, store: rateStore.store });
    const planner = createStreamPlanner(graph);
    const streams = createStreams({ graph, network, identity, logger });
    metrics.watchStreams(() => ({ streams: streams.openCount(), upstreams: streams.topicCount() }));
    const sockets = createSockets({
      planner,
      streams,
      authenticators,
      frontDoor,
      logger,
      metrics,
      allowedOrigins: new Set([issuer, ...settings.ALLOWED_ORIGINS]),
      socketsPerAddress: settings.SOCKETS_PER_ADDRESS,
    });
    const stopping = new AbortController();
    const prepared = prepareTrusted({ graph, trusted, logger, stopping: stopping.signal });
    return {
      service: {
        fetch: createHttpHandler({
          graph,
          planner,
          streams,
          authenticators,
          frontDoor,
          cors: createCors(new Set(settings.ALLOWED_ORIGINS)),
          published: createPublished(),
          metrics,
          logger,
          compression: createCompression(),
        }),
      },
      upgrade: { path: '/graphql', accept: sockets.upgrade, close: sockets.stop },
      metrics: metrics.registry,
      stop: async () => {
        stopping.abort();
        await prepared;
        await sockets.stop();
        authenticators.apiKeys.stop();
        await revocations.stop();
        await graph.stop();
        await rateStore.close();
      },
    };
  },
});

interface FrontDoorParts {
  readonly settings: GatewaySettings;
  readonly graph: Graph;
  readonly trusted: TrustedDocuments;
  readonly store: RateStore;
}

async function openFrontDoor({ settings, graph, trusted, store }: FrontDoorParts): Promise<FrontDoor> {
  const rules = {
    anonymousPerMinute: settings.RATE_ANONYMOUS_COST_PER_MINUTE,
    viewerPerMinute: settings.RATE_COST_PER_MINUTE,
  };
  const preparing = settings.RATE_PREPARING_PER_MINUTE;
  // Of the supergraph, not of what clients see: only there `@cost` and `@listSize` are kept.
  const supergraph = buildSchema(graph.supergraphSdl, { assumeValid: true, assumeValidSDL: true });
  return createFrontDoor({
    trusted,
    costs: createOperationCosts(supergraph),
    rates: await createRateLimits(rules, store),
    costMax: settings.OPERATION_COST_MAX,
    preparing: await createRateLimits(
      { anonymousPerMinute: preparing, viewerPerMinute: preparing },
      { kind: 'memory' },
    ),
    isReady: (asked) => graph.operations.isReady(asked),
  });
}

interface Preparing {
  readonly graph: Graph;
  readonly trusted: TrustedDocuments;
  readonly logger: Logger;
  readonly stopping: AbortSignal;
}

/** Plans the studio's operations before anyone asks them, one at a time so that nobody waits for it, and keeps them. */
async function prepareTrusted({ graph, trusted, logger, stopping }: Preparing) {
  for (const query of trusted.texts()) {
    if (stopping.aborted) return;
    const found = graph.operations.keep({ query });
    if ('refused' in found) logger.error({ query, errors: found.refused }, 'a trusted document does not fit the graph');
    await setImmediate();
  }
}
