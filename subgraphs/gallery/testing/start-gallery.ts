import { askGraph, startAssets } from '@modu/assets/testing';
import type { Ask, RunningAssets } from '@modu/assets/testing';
import { createLogger } from '@modu/logger';
import { createServiceCaller } from '@modu/network';
import { migrate } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { createGalleryDeps } from '../src/deps.ts';
import { MIGRATIONS_DIR } from '../src/migrations.ts';
import type { GalleryDeps } from '../src/operations/deps.ts';
import { createGalleryServer } from '../src/server.ts';
import { createAssetsClient } from '../src/store/assets-client.ts';
import { openDatabase } from '../src/store/database.ts';
import type { GalleryDatabase } from '../src/store/database.ts';

/** The gallery on a database of its own, with the real assets domain beside it in the same process. */
export interface RunningGallery {
  readonly assets: RunningAssets;
  readonly deps: GalleryDeps;
  readonly database: GalleryDatabase;
  readonly ask: Ask;
  advance(ms: number): void;
  stop(): Promise<void>;
}

export async function startGallery(): Promise<RunningGallery> {
  const assets = await startAssets();
  const { network, identity } = assets;
  const tenant = await testDatabase('gallery');
  await migrate({ url: tenant.url, dir: MIGRATIONS_DIR });
  const database = openDatabase(tenant.url);
  const caller = createServiceCaller({ service: 'gallery', network, identity });
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const deps = createGalleryDeps({
    ...{ database, assets: createAssetsClient(caller), publicUrl: 'https://studio.test', now },
  });
  const server = await createGalleryServer(deps, { identity, logger: createLogger({ level: 'fatal' }) });
  network.attach('gallery', server);
  return {
    assets,
    deps,
    database,
    ask: (viewer, query, variables) =>
      askGraph({ subgraph: 'gallery', query, viewer, ...(variables ? { variables } : {}) }, { network, identity }),
    advance: (ms) => {
      aheadMs += ms;
    },
    stop: async () => {
      await server.stop();
      await database.$disconnect();
      await assets.stop();
      await tenant.drop();
    },
  };
}
