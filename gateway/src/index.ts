import { defineModule } from '@modu/module';
import { buildSchema } from 'graphql';
import { createAccessTokens } from './edge/access-tokens.ts';
import { createApiKeys } from './edge/api-keys.ts';
import { createCors } from './edge/cors.ts';
import { createHttpHandler } from './edge/http.ts';
import { createKeyLimit } from './edge/key-limit.ts';
import { openRevocations } from './edge/revocations.ts';
import { createSockets } from './edge/sockets.ts';
import { createGraph } from './execution/graph.ts';
import { createFrontDoor } from './front-door/front-door.ts';
import type { FrontDoor } from './front-door/front-door.ts';
import { createOperationCosts } from './front-door/operation-costs.ts';
import { createRateLimits } from './front-door/rate-limits.ts';
import type { RateStore } from './front-door/rate-limits.ts';
import { openRateStore } from './front-door/rate-store.ts';
import { readTrustedDocuments } from './front-door/trusted-documents.ts';
import { gatewaySettings } from './settings.ts';
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
    const revocations = await openRevocations(bus);
    const authenticators = {
      accessTokens: createAccessTokens({ network, issuer }),
      apiKeys: createApiKeys({ network, identity, revocations }),
      keyLimit: createKeyLimit(),
      revocations,
    };
    const graph = await createGraph({ network, logger });
    const rateStore = await openRateStore(settings);
    const frontDoor = await openFrontDoor(settings, graph.supergraphSdl, rateStore.store);
    const planner = createStreamPlanner({ supergraphSdl: graph.supergraphSdl, sources: graph.sources, logger });
    const streams = createStreams({ network, identity, logger });
    const sockets = createSockets({
      planner,
      streams,
      authenticators,
      frontDoor,
      logger,
      allowedOrigins: new Set([issuer, ...settings.ALLOWED_ORIGINS]),
    });
    return {
      service: {
        fetch: createHttpHandler({
          graph,
          identity,
          authenticators,
          frontDoor,
          cors: createCors(new Set(settings.ALLOWED_ORIGINS)),
        }),
      },
      upgrade: { path: '/graphql', accept: sockets.upgrade },
      stop: async () => {
        await sockets.stop();
        authenticators.apiKeys.stop();
        await revocations.stop();
        await graph.stop();
        await rateStore.close();
      },
    };
  },
});

async function openFrontDoor(settings: GatewaySettings, supergraphSdl: string, store: RateStore): Promise<FrontDoor> {
  const rules = {
    anonymousPerMinute: settings.RATE_ANONYMOUS_COST_PER_MINUTE,
    viewerPerMinute: settings.RATE_COST_PER_MINUTE,
  };
  return createFrontDoor({
    trusted: readTrustedDocuments(settings.TRUSTED_DOCUMENTS_FILE),
    costs: createOperationCosts(buildSchema(supergraphSdl, { assumeValid: true, assumeValidSDL: true })),
    rates: await createRateLimits(rules, store),
    costMax: settings.OPERATION_COST_MAX,
  });
}
