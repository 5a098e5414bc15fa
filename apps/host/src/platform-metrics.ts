import type { RunningModules } from '@modu/module';
import { readPools } from '@modu/postgres';
import type { PoolState } from '@modu/postgres';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** What a process says of what it stands on: its modules, each ready or not, and its connections to PostgreSQL. Read when asked. */
export function platformMetrics(
  registry: Registry,
  { readiness, pools = readPools }: Pick<RunningModules, 'readiness'> & { readonly pools?: () => readonly PoolState[] },
): void {
  const registers = [registry];
  new Gauge({
    name: 'modu_module_ready',
    help: 'Whether a module has what it needs, as /ready tells.',
    labelNames: ['module'],
    registers,
    async collect() {
      for (const [module, { ready }] of Object.entries(await readiness())) this.set({ module }, ready ? 1 : 0);
    },
  });
  const perPool = (name: string, help: string, figureOf: (pool: PoolState) => number) =>
    new Gauge({
      name: `modu_postgres_connections_${name}`,
      help,
      labelNames: ['pool'],
      registers,
      collect() {
        this.reset();
        for (const pool of pools()) this.inc({ pool: pool.name }, figureOf(pool));
      },
    });
  perPool('in_use', 'Connections that are busy, by pool.', ({ inUse }) => inUse);
  perPool('idle', 'Connections that are open and free, by pool.', ({ idle }) => idle);
  perPool('max', 'Connections that a pool opens at most.', ({ connectionsMax }) => connectionsMax);
  perPool('awaited', 'Requests that find no connection free.', ({ waiting }) => waiting);
}
