import type { Logger } from '@modu/logger';
import { defineModule } from '@modu/module';
import { createServiceCaller } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import { createAuth } from './auth/auth.ts';
import type { Auth } from './auth/auth.ts';
import { createAuthEndpoint, isOnTheBeat } from './auth/auth-endpoint.ts';
import { createBreachedPasswords } from './auth/breached-passwords.ts';
import { createIdentityContext } from './context.ts';
import { ensureDemoAccount } from './demo.ts';
import { mailMetrics } from './mail/mail-metrics.ts';
import { createMailPage } from './mail/mail-page.ts';
import { openMail } from './mail/open-mail.ts';
import type { PostOffice } from './mail/post-office.ts';
import { createReplayReport } from './operations/report-replay.ts';
import { createTellRevoked } from './operations/tell-revoked.ts';
import type { TellRevoked } from './operations/tell-revoked.ts';
import { resolvers } from './resolvers/index.ts';
import { chosenProviders, identitySettings, requiresVerifiedEmail, showsMail, wantsDemoAccount } from './settings.ts';
import type { IdentitySettings } from './settings.ts';
import { createFindOwnFile } from './store/assets-client.ts';
import { openIdentityStore } from './store/database.ts';
import type { IdentityStore } from './store/database.ts';
import { startClosingAccounts } from './tasks/close-accounts.ts';
import { startSweep } from './tasks/sweep.ts';

/** Accounts and sessions: signing in at `/auth/*`, people in the graph. */
export const identity = defineModule({
  name: 'identity',
  settings: identitySettings,
  needs: [],
  start: async (settings, { logger, bus, network, identity: tokens }) => {
    const store = await openIdentityStore(settings.IDENTITY_DATABASE_URL, logger, {
      adminEmails: settings.ADMIN_EMAILS,
    });
    const mail = openMail({ store, logger, smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM });
    const tellRevoked = createTellRevoked({ revocations: store.revocations, bus, logger });
    const mustVerify = requiresVerifiedEmail(settings);
    const providers = chosenProviders(settings).map(({ id }) => id);
    const auth = openAuth(settings, { store, office: mail.office, tellRevoked, logger });
    if (wantsDemoAccount(settings)) await ensureDemoAccount(auth, store, settings.DEMO_PASSWORD);
    const terms = { graceDays: settings.ACCOUNT_GRACE_DAYS, publicUrl: settings.PUBLIC_URL };
    const { users, sessions, apiKeys, accounts, revocations } = store;
    const findOwnFile = createFindOwnFile(createServiceCaller({ service: 'identity', network, identity: tokens }));
    const owned = { users, sessions, apiKeys, accounts, revocations };
    const parts = { ...owned, findOwnFile, tellRevoked, office: mail.office, terms };
    const server = await createSubgraphServer({
      name: 'identity',
      schemaFile: new URL('../schema.graphql', import.meta.url),
      resolvers,
      identity: tokens,
      logger,
      createContext: (base) => createIdentityContext(base, parts),
    });
    const sweep = startSweep(store, { logger });
    const closing = startClosingAccounts({ accounts, bus, logger });
    const answerAuth = createAuthEndpoint(auth, {
      logger,
      // Where signing up signs in at once, its answer tells anyway; then nobody waits for nothing.
      keepsBeat: (pathname) => isOnTheBeat(pathname) && (mustVerify || pathname !== '/auth/sign-up/email'),
    });
    const showMail = showsMail(settings) ? createMailPage(store.mail) : undefined;
    return {
      ...(settings.SMTP_URL ? { metrics: mailMetrics(store.mail) } : {}),
      service: {
        fetch: (request) => {
          const { pathname } = new URL(request.url);
          if (pathname === '/auth/mail' && showMail) return showMail(request);
          if (pathname === '/auth/providers') return Promise.resolve(Response.json({ providers }));
          return pathname.startsWith('/auth/') ? answerAuth(request) : server.fetch(request);
        },
      },
      ready: async () => {
        await store.ping();
        return { ready: true };
      },
      stop: async () => {
        await sweep.stop();
        await closing.stop();
        await mail.stop();
        await server.stop();
        await store.close();
      },
    };
  },
});

interface AuthParts {
  readonly store: IdentityStore;
  readonly office: PostOffice;
  readonly tellRevoked: TellRevoked;
  readonly logger: Logger;
}

/** better-auth as the settings want it. */
function openAuth(settings: IdentitySettings, { store, office, tellRevoked, logger }: AuthParts): Auth {
  const { BREACHED_PASSWORDS_URL: listUrl, PUBLIC_URL: publicUrl } = settings;
  return createAuth({
    prisma: store.prisma,
    counts: store.counts,
    secret: settings.AUTH_SECRET,
    publicUrl,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    limitAttempts: settings.AUTH_RATE_LIMIT,
    requiresVerifiedEmail: requiresVerifiedEmail(settings),
    office,
    access: { ...store, tellRevoked },
    providers: chosenProviders(settings),
    adminEmails: settings.ADMIN_EMAILS,
    isBreached: listUrl ? createBreachedPasswords({ url: listUrl, logger }) : undefined,
    rotation: {
      families: store.families,
      rotateAfterMs: settings.SESSION_ROTATION_MS,
      onReplayed: createReplayReport({ ...store, office, tellRevoked, publicUrl }),
    },
    logger,
  });
}
