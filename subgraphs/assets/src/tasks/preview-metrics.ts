import { Gauge, Registry } from 'prom-client';
import type { AssetsDeps } from '../operations/deps.ts';

/** What `/metrics` shows of files that wait for their preview. */
export function previewMetrics({ derivations, backfills, now }: AssetsDeps): Registry {
  const registry = new Registry();
  const lines = Object.entries({ new: derivations, older: backfills });
  new Gauge({
    name: 'modu_assets_preview_oldest_wait_seconds',
    help: 'How long what is due first has waited: previews of new files, and what older pictures lack.',
    labelNames: ['line'],
    registers: [registry],
    async collect() {
      const at = now();
      for (const [line, store] of lines) {
        const since = await store.oldestDue(at);
        this.set({ line }, since ? (at.getTime() - since.getTime()) / 1_000 : 0);
      }
    },
  });
  return registry;
}
