import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import { createNetwork } from '@modu/network';
import { createIdentityTokens } from '@modu/viewer';
import { INTERNAL_SECRET } from '../../../gateway/testing/issuer.ts';
import { serveGateway } from '../../../gateway/testing/serve-gateway.ts';

// The gateway alone, as production runs it: its subgraphs are in another process, at the routes that it is told.

const logger = createLogger({ level: 'silent' });
const network = createNetwork({ routes: JSON.parse(process.argv[2] ?? '{}') as Record<string, string> });
const identity = createIdentityTokens(INTERNAL_SECRET);
const { url } = await serveGateway({ logger, network, identity, bus: createMemoryBus({ logger }) });
process.send?.({ url });
