import type { Logger } from '@modu/logger';
import { createSubgraphServer } from '@modu/subgraph';
import type { SubgraphServer } from '@modu/subgraph';
import { assertService } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';

/** What people's plans allow, as a test wants it. */
export interface TestPlan {
  storageBytes: number;
}

const LIMITS = { runningJobsMax: 2, queuedJobsMax: 20, imageSidePixelsMax: 1_024 };

/** Stands in for billing behind its published schema: everybody is on the same plan, which a test may change. */
export function startStandInBilling(
  plan: TestPlan,
  { identity, logger }: { readonly identity: IdentityTokens; readonly logger: Logger },
): Promise<SubgraphServer> {
  const accountTerms = (_: unknown, __: unknown, { viewer }: { readonly viewer: Viewer }) => {
    assertService(viewer);
    return { tier: 'FREE', limits: LIMITS, storageBytes: plan.storageBytes };
  };
  return createSubgraphServer({
    name: 'billing',
    schemaFile: new URL('../../billing/schema.graphql', import.meta.url),
    resolvers: { Query: { accountTerms } },
    identity,
    logger,
    createContext: (base) => base,
  });
}
