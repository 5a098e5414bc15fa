import { listen } from '../../../apps/host/src/http.ts';
import { gateway } from '../../../gateway/src/index.ts';
import { gatewaySettings } from '../../../gateway/src/settings.ts';
import { ISSUER } from '../../../gateway/testing/issuer.ts';
import { startStandIns } from '../../../gateway/testing/stand-ins.ts';
import type { Credentials } from './requests.ts';

export interface FuzzStage {
  readonly port: number;
  readonly credentials: Credentials;
  /** What was logged as an error since the last call. */
  takeErrors(): string[];
  stop(): Promise<void>;
}

/** What is logged because this stage has few subgraphs, and those have little to say; all else is the gateway's own failing. */
export function isOfTheStage(line: string): boolean {
  return line.includes('"code":"UNKNOWN_MODULE"') || line.includes('"msg":"a resolver failed"');
}

const WITHOUT_END = '1000000000';

/** The gateway behind the host's own HTTP server, as it stands at the edge, over small subgraphs. Only rates are without limit. */
export async function startFuzzStage(): Promise<FuzzStage> {
  const world = await startStandIns();
  const { logger, network, identity, bus, logged } = world;
  const settings = gatewaySettings.parse({
    PUBLIC_URL: ISSUER,
    RATE_COST_PER_MINUTE: WITHOUT_END,
    RATE_ANONYMOUS_COST_PER_MINUTE: WITHOUT_END,
    RATE_PREPARING_PER_MINUTE: WITHOUT_END,
  });
  const running = await gateway.start(settings, { logger, network, identity, bus });
  const server = await listen({
    host: '127.0.0.1',
    port: 0,
    trust: 'public',
    proxies: 0,
    logger,
    handle: async (request) => (await running.service?.fetch(request)) ?? new Response(null, { status: 404 }),
    upgradeOf: (path) => (path === running.upgrade?.path ? running.upgrade.accept : undefined),
  });
  return {
    port: server.port,
    credentials: {
      good: await world.accessToken({ lifetime: '2h' }),
      expired: await world.accessToken({ lifetime: '-1s' }),
    },
    takeErrors: () => logged.splice(0).filter((line) => /"level":(50|60)/.test(line)),
    stop: async () => {
      await server.stop();
      await running.stop();
      await world.stop();
    },
  };
}
