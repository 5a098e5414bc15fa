import { askGraph, aPerson } from '@modu/assets/testing';
import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import { startModules } from '@modu/module';
import { createNetwork } from '@modu/network';
import { parseSettings } from '@modu/settings';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens } from '@modu/viewer';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gallery } from './index.ts';

const logger = createLogger({ level: 'fatal' });

describe('the module', () => {
  it('brings an empty database up to date, answers, says that it is ready, and stops; a second start finds all in place', async () => {
    const database = await testDatabase('gallery-module');
    onTestFinished(() => database.drop());
    const identity = createIdentityTokens('a secret of this test, which is long enough');
    for (const _ of ['first start', 'second start']) {
      const network = createNetwork();
      const running = await startModules({
        modules: [gallery],
        settings: parseSettings({ gallery: gallery.settings }, { GALLERY_DATABASE_URL: database.url }),
        platform: { logger, network, identity, bus: createMemoryBus({ logger }) },
      });

      expect(await running.readiness()).toEqual({ gallery: { ready: true } });
      const question = { subgraph: 'gallery', query: '{ images { totalCount } }', viewer: aPerson() };
      expect(await askGraph(question, { network, identity })).toEqual({ data: { images: { totalCount: 0 } } });
      await running.stop();
      await network.close();
    }
  });
});
