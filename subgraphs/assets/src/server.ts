import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { SubgraphServer } from '@modu/subgraph';
import type { IdentityTokens } from '@modu/viewer';
import { createAssetsContext } from './context.ts';
import type { AssetsDeps } from './operations/deps.ts';
import { resolvers } from './resolvers/index.ts';

const SCHEMA_FILE = new URL('../schema.graphql', import.meta.url);

/** The graph of this domain over the given foundations. */
export function createAssetsServer(
  deps: AssetsDeps,
  { identity, logger }: { readonly identity: IdentityTokens; readonly logger: Logger },
): Promise<SubgraphServer> {
  return createSubgraphServer({
    name: 'assets',
    schemaFile: SCHEMA_FILE,
    resolvers,
    identity,
    logger,
    createContext: (base) => createAssetsContext(base, deps),
  });
}
