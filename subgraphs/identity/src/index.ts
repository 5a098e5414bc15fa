import { defineModule } from '@modu/module';
import { createSubgraphServer } from '@modu/subgraph';
import { createAuth } from './auth/auth.ts';
import { createAuthEndpoint } from './auth/auth-endpoint.ts';
import { createIdentityContext } from './context.ts';
import { ensureDemoAccount } from './demo.ts';
import { resolvers } from './resolvers/index.ts';
import { identitySettings, wantsDemoAccount } from './settings.ts';
import { openIdentityStore } from './store/database.ts';
import { startSessionSweep } from './tasks/sweep-expired-sessions.ts';

/** Accounts and sessions: signing in at `/auth/*`, people in the graph. */
export const identity = defineModule({
  name: 'identity',
  settings: identitySettings,
  needs: [],
  start: async (settings, { logger, identity: tokens }) => {
    const store = await openIdentityStore(settings.IDENTITY_DATABASE_URL, logger);
    const auth = createAuth({
      prisma: store.prisma,
      secret: settings.AUTH_SECRET,
      publicUrl: settings.PUBLIC_URL,
      allowedOrigins: settings.ALLOWED_ORIGINS,
      limitAttempts: settings.AUTH_RATE_LIMIT,
      logger,
    });
    if (wantsDemoAccount(settings)) await ensureDemoAccount(auth, store.users, settings.DEMO_PASSWORD);
    const server = await createSubgraphServer({
      name: 'identity',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity: tokens,
      logger,
      createContext: (base) => createIdentityContext(base, store),
    });
    const sweep = startSessionSweep(store.sessions, { logger });
    const answerAuth = createAuthEndpoint(auth, logger);
    return {
      service: {
        fetch: (request) =>
          new URL(request.url).pathname.startsWith('/auth/') ? answerAuth(request) : server.fetch(request),
      },
      ready: async () => {
        await store.ping();
        return { ready: true };
      },
      stop: async () => {
        await sweep.stop();
        await server.stop();
        await store.close();
      },
    };
  },
});
