import { createBlobs } from '@modu/blobs';
import { createLogger } from '@modu/logger';
import { connectMongo } from '@modu/mongo';
import { createNetwork, createServiceCaller } from '@modu/network';
import type { Network } from '@modu/network';
import { testBucket, testMongo } from '@modu/testkit';
import type { Db } from 'mongodb';
import { createIdentityTokens } from '@modu/viewer';
import type { IdentityTokens } from '@modu/viewer';
import { createAssetsDeps } from '../src/deps.ts';
import type { AssetsDeps } from '../src/operations/deps.ts';
import type { Scanner } from '../src/store/scanner.ts';
import { createAssetsServer } from '../src/server.ts';
import { LANES } from '../src/store/due-store.ts';
import { makeIndexes } from '../src/store/make-indexes.ts';
import { keepChecking } from '../src/tasks/check-uploads.ts';
import { tidyOnce } from '../src/tasks/keep-tidy.ts';
import { keepDeriving } from '../src/tasks/derive-previews.ts';
import { askGraph } from './ask-graph.ts';
import { startStandInBilling } from './stand-in-billing.ts';
import type { TestPlan } from './stand-in-billing.ts';
import type { Ask } from './upload-bytes.ts';

/** The assets domain on a real database and a real bucket, with a plan and a clock that a test may turn. */
export interface RunningAssets {
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly deps: AssetsDeps;
  /** What is really written. */
  readonly db: Db;
  readonly plan: TestPlan;
  /** What was logged, one JSON line each. */
  readonly logged: readonly string[];
  readonly ask: Ask;
  /** One round of what heals and clears away. */
  tidy(): Promise<void>;
  advance(ms: number): void;
  stop(): Promise<void>;
}

const SIZE_BYTES_MAX = 5_000_000_000;

interface AssetsSetting {
  readonly storageBytes?: number;
  readonly scanner?: Scanner;
  /** Are uploads checked and previews made by themselves? */
  readonly isWorking?: boolean;
  /** Where browsers reach the bucket, when that is another place. */
  readonly publicEndpoint?: string;
}

export async function startAssets({
  storageBytes = 1_000_000_000,
  scanner,
  isWorking = true,
  publicEndpoint,
}: AssetsSetting = {}): Promise<RunningAssets> {
  const identity = createIdentityTokens('a secret of this test, which is long enough');
  const logged: string[] = [];
  const logger = createLogger({ level: 'warn', destination: { write: (line: string) => void logged.push(line) } });
  const network = createNetwork();
  const plan: TestPlan = { storageBytes };
  const billing = await startStandInBilling(plan, { identity, logger });
  network.attach('billing', billing);

  const [database, bucket] = await Promise.all([testMongo('assets'), testBucket('assets')]);
  const connection = await connectMongo({ url: database.url, appName: 'modu-assets-test' });
  const blobs = createBlobs({ ...bucket.settings, ...(publicEndpoint ? { S3_PUBLIC_ENDPOINT: publicEndpoint } : {}) });
  let aheadMs = 0;
  await makeIndexes(connection.db);
  const deps = createAssetsDeps({
    db: connection.db,
    blobs,
    caller: createServiceCaller({ service: 'assets', network, identity }),
    sizeBytesMax: SIZE_BYTES_MAX,
    ...(scanner ? { scanner } : {}),
    now: () => new Date(Date.now() + aheadMs),
  });
  const server = await createAssetsServer(deps, { identity, logger });
  network.attach('assets', server);
  const checking = () => LANES.map((lane) => keepChecking(deps, lane, logger));
  const loops = isWorking ? [...checking(), ...keepDeriving(deps, logger)] : [];

  return {
    network,
    identity,
    deps,
    db: connection.db,
    plan,
    logged,
    ask: (viewer, query, variables) =>
      askGraph({ subgraph: 'assets', query, viewer, ...(variables ? { variables } : {}) }, { network, identity }),
    tidy: () => tidyOnce(deps, logger),
    advance: (ms) => {
      aheadMs += ms;
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all([server.stop(), billing.stop(), network.close()]);
      blobs.close();
      await connection.close();
      await Promise.all([database.drop(), bucket.drop()]);
    },
  };
}
