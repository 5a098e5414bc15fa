import { defineModule } from '@modu/module';
import { createAccessTokens } from './edge/access-tokens.ts';
import { createHttpHandler } from './edge/http.ts';
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
    const accessTokens = createAccessTokens({ network, issuer });
    const graph = await createGraph({ network, logger });
    const planner = createStreamPlanner({ supergraphSdl: graph.supergraphSdl, sources: graph.sources, logger });
    const streams = createStreams({ network, identity, logger });
    const sockets = createSockets({
      planner,
      streams,
      accessTokens,
      revocations,
      logger,
      allowedOrigins: new Set([issuer, ...ALLOWED_ORIGINS]),
    });
    return {
      service: { fetch: createHttpHandler({ graph, identity, accessTokens, revocations }) },
      upgrade: { path: '/graphql', accept: sockets.upgrade },
      stop: async () => {
        await sockets.stop();
        await revocations.stop();
        await graph.stop();
      },
    };
  },
});
