import { defineModule } from '@modu/module';
import { createAccessTokens } from './edge/access-tokens.ts';
import { createApiKeys } from './edge/api-keys.ts';
import { createHttpHandler } from './edge/http.ts';
import { createKeyLimit } from './edge/key-limit.ts';
import { openRevocations } from './edge/revocations.ts';
import { createSockets } from './edge/sockets.ts';
import { createGraph } from './execution/graph.ts';
import { gatewaySettings } from './settings.ts';
import { createStreamPlanner } from './streams/plan-stream.ts';
import { createStreams } from './streams/streams.ts';

/** The federated gateway: `/graphql` over HTTP and WebSocket. */
export const gateway = defineModule({
  name: 'gateway',
  settings: gatewaySettings,
  needs: [],
  start: async ({ PUBLIC_URL, ALLOWED_ORIGINS }, { network, identity, bus, logger }) => {
    const issuer = new URL(PUBLIC_URL).origin;
    const revocations = await openRevocations(bus);
    const authenticators = {
      accessTokens: createAccessTokens({ network, issuer }),
      apiKeys: createApiKeys({ network, identity, revocations }),
      keyLimit: createKeyLimit(),
      revocations,
    };
    const graph = createGraph({ network, logger });
    const planner = createStreamPlanner(graph);
    const streams = createStreams({ network, identity, logger });
    const sockets = createSockets({
      planner,
      streams,
      authenticators,
      logger,
      allowedOrigins: new Set([issuer, ...ALLOWED_ORIGINS]),
    });
    return {
      service: { fetch: createHttpHandler({ graph, identity, authenticators }) },
      upgrade: { path: '/graphql', accept: sockets.upgrade },
      stop: async () => {
        await sockets.stop();
        authenticators.apiKeys.stop();
        await revocations.stop();
        await graph.stop();
      },
    };
  },
});
