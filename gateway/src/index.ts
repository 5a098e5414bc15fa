import { defineModule } from '@modu/module';
import { createAccessTokens } from './edge/access-tokens.ts';
import { createHttpHandler } from './edge/http.ts';
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
  start: async ({ PUBLIC_URL, ALLOWED_ORIGINS }, { network, identity, logger }) => {
    const issuer = new URL(PUBLIC_URL).origin;
    const accessTokens = createAccessTokens({ network, issuer });
    const graph = createGraph({ network, logger });
    const planner = createStreamPlanner(graph);
    const streams = createStreams({ network, identity, logger });
    const sockets = createSockets({
      planner,
      streams,
      accessTokens,
      logger,
      allowedOrigins: new Set([issuer, ...ALLOWED_ORIGINS]),
    });
    return {
      service: { fetch: createHttpHandler({ graph, identity, accessTokens }) },
      upgrade: { path: '/graphql', accept: sockets.upgrade },
      stop: async () => {
        await sockets.stop();
        await graph.stop();
      },
    };
  },
});
