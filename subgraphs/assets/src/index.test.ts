import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import { startModules } from '@modu/module';
import { connectMongo } from '@modu/mongo';
import { createNetwork } from '@modu/network';
import { parseSettings } from '@modu/settings';
import { testBucket, testMongo } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askGraph, aPerson } from '../testing/index.ts';
import { assets } from './index.ts';

const logger = createLogger({ level: 'fatal' });

describe('the module', () => {
  it('starts on an empty database, which then has its indexes, answers, says that it is ready, and stops', async () => {
    const [database, bucket] = await Promise.all([testMongo('assets-module'), testBucket('assets-module')]);
    onTestFinished(async () => {
      await Promise.all([database.drop(), bucket.drop()]);
    });
    const { S3_FORCE_PATH_STYLE, ...rest } = bucket.settings;
    const environment = { ...rest, S3_FORCE_PATH_STYLE: String(S3_FORCE_PATH_STYLE), ASSETS_MONGODB_URL: database.url };
    const identity = createIdentityTokens('a secret of this test, which is long enough');
    const network = createNetwork();
    const running = await startModules({
      modules: [assets],
      settings: parseSettings({ assets: assets.settings }, environment),
      platform: { logger, network, identity, bus: createMemoryBus({ logger }) },
    });

    const { db, close } = await connectMongo({ url: database.url, appName: 'modu-assets-test' });
    expect((await db.collection('assets').indexes()).map(({ name }) => name)).toContain('one_asset_an_object');
    await close();
    expect(await running.readiness()).toEqual({ assets: { ready: true } });
    const question = { subgraph: 'assets', query: '{ assets { totalCount } }', viewer: aPerson() };
    expect(await askGraph(question, { network, identity })).toEqual({ data: { assets: { totalCount: 0 } } });
    await running.stop();
    await network.close();
  });

  it('asks for what it needs before it starts', () => {
    expect(() => parseSettings({ assets: assets.settings }, { ASSETS_MONGODB_URL: 'postgresql://x/y' })).toThrow(
      'ASSETS_MONGODB_URL (assets): must look like mongodb://host/database',
    );
  });
});
