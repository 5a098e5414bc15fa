import { termsChangedChannel } from '@modu/billing/contracts';
import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import { startModules } from '@modu/module';
import { connectMongo } from '@modu/mongo';
import { createNetwork } from '@modu/network';
import { parseSettings } from '@modu/settings';
import { testBucket, testMongo } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { askGraph, aPerson } from '../testing/index.ts';
import { startStandInBilling } from '../testing/stand-in-billing.ts';
import { assets } from './index.ts';

/** The module on an empty database, as the host starts it; what billing says of a plan is up to the test. */
async function startModule(logger = createLogger({ level: 'fatal' })) {
  const [database, bucket] = await Promise.all([testMongo('assets-module'), testBucket('assets-module')]);
  onTestFinished(async () => {
    await Promise.all([database.drop(), bucket.drop()]);
  });
  const { S3_FORCE_PATH_STYLE, ...rest } = bucket.settings;
  const environment = { ...rest, S3_FORCE_PATH_STYLE: String(S3_FORCE_PATH_STYLE), ASSETS_MONGODB_URL: database.url };
  const identity = createIdentityTokens('a secret of this test, which is long enough');
  const network = createNetwork();
  const bus = createMemoryBus({ logger });
  const plan = { storageBytes: 1_000 };
  const billing = await startStandInBilling(plan, { identity, logger });
  network.attach('billing', billing);
  const running = await startModules({
    modules: [assets],
    settings: parseSettings({ assets: assets.settings }, environment),
    platform: { logger, network, identity, bus },
  });
  const stop = async () => {
    await running.stop();
    await billing.stop();
    await network.close();
  };
  const ask = (query: string, viewer: Viewer) => askGraph({ subgraph: 'assets', query, viewer }, { network, identity });
  return { database, bus, plan, running, ask, stop };
}

describe('the module', () => {
  it('starts on an empty database, which then has its indexes, answers, says that it is ready, and stops', async () => {
    const { database, running, ask, stop } = await startModule();

    const { db, close } = await connectMongo({ url: database.url, appName: 'modu-assets-test' });
    expect((await db.collection('assets').indexes()).map(({ name }) => name)).toContain('one_asset_an_object');
    await close();
    expect(await running.readiness()).toEqual({ assets: { ready: true } });
    expect(await ask('{ assets { totalCount } }', aPerson())).toEqual({ data: { assets: { totalCount: 0 } } });
    await stop();
  });

  it('starts though the bucket lets go of what would tell whether its tickets are tight, and says that this is not known', async () => {
    const logged: string[] = [];
    const logger = createLogger({ level: 'warn', destination: { write: (line: string) => void logged.push(line) } });
    const { fetch } = globalThis;
    let tries = 0;
    vi.stubGlobal('fetch', (...asked: Parameters<typeof fetch>) => {
      if (!String(asked[0]).includes('/probe/ticket')) return fetch(...asked);
      tries += 1;
      return Promise.reject(new TypeError('fetch failed'));
    });
    onTestFinished(() => void vi.unstubAllGlobals());

    const { running, ask, stop } = await startModule(logger);

    expect(tries).toBeGreaterThan(0);
    expect(logged.join('')).toContain('it is not known whether the bucket holds uploads to all that was signed');
    expect(await running.readiness()).toEqual({ assets: { ready: true } });
    expect(await ask('{ assets { totalCount } }', aPerson())).toEqual({ data: { assets: { totalCount: 0 } } });
    await stop();
  });

  it('goes by a new plan from the moment that it is told of', async () => {
    const { bus, plan, ask, stop } = await startModule();
    const minji = aPerson();
    const who = `{ __typename: "User", id: "${minji.userId}" }`;
    const quota = () =>
      ask(`{ _entities(representations: [${who}]) { ... on User { storage { quotaBytes } } } }`, minji);

    expect(await quota()).toEqual({ data: { _entities: [{ storage: { quotaBytes: 1_000 } }] } });
    plan.storageBytes = 9_000;
    const { userId } = minji;
    await bus.publish(termsChangedChannel, { userId, version: 2, tier: 'PRO', storageBytes: plan.storageBytes });
    expect(await quota()).toEqual({ data: { _entities: [{ storage: { quotaBytes: 9_000 } }] } });
    await stop();
  });

  it('asks for what it needs before it starts', () => {
    expect(() => parseSettings({ assets: assets.settings }, { ASSETS_MONGODB_URL: 'postgresql://x/y' })).toThrow(
      'ASSETS_MONGODB_URL (assets): must look like mongodb://host/database',
    );
  });
});
