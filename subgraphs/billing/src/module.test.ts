import { createMemoryBus } from '@modu/bus';
import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import { createNetwork, createServiceCaller } from '@modu/network';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import { describe, expect, it } from 'vitest';
import { seedCredits } from '../testing/index.ts';
import { accountTerms } from './contracts.ts';
import { billing } from './index.ts';

const logger = createLogger({ level: 'silent' });

describe('the billing module', () => {
  it('starts on an empty database, answers other services, and lets go of everything when it stops', async () => {
    const database = await testDatabase('billing-module');
    const network = createNetwork();
    const identity = createIdentityTokens('an internal secret of this test run');
    const platform = { logger, network, identity, bus: createMemoryBus({ logger }) };
    const running = await billing.start(billing.settings.parse({ BILLING_DATABASE_URL: database.url }), platform);
    if (running.service) network.attach('billing', running.service);
    expect(await running.ready?.()).toEqual({ ready: true });

    const userId = createId();
    await seedCredits({ url: database.url, userId, amount: 900 });
    const caller = createServiceCaller({ service: 'generation', network, identity });
    const answered = await caller.call<Record<string, unknown>>({
      subgraph: 'billing',
      query: `mutation($input: HoldCreditsInput!) { holdCredits(input: $input) { ... on Hold { status } } }`,
      variables: { input: { jobId: createId(), userId, amount: 1_000, expiresInSeconds: 20 } },
    });
    expect(answered).toEqual({ holdCredits: { status: 'OPEN' } });
    const terms = await caller.call<Record<string, unknown>>({
      subgraph: 'billing',
      query: `{ accountTerms(userId: "${userId}") {
        tier storageBytes limits { runningJobsMax queuedJobsMax imageSidePixelsMax }
      } }`,
    });
    expect(accountTerms.parse(terms['accountTerms'])).toMatchObject({ tier: 'FREE' });

    await running.stop();
    await expect(running.ready?.()).rejects.toThrow();
    await network.close();
    await database.drop();
  });
});
