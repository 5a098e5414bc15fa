// `npm run chaos:streams -- --seed S --cuts N`: cuts sockets of clients, of the gateway and of a subgraph in the middle of streams.
import { parseArgs } from 'node:util';
import { runCuts } from './run-cuts.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, cuts: { type: 'string', default: '1000' } },
});
const startedAtMs = performance.now();
const report = await runCuts({ seed: Number(values.seed), cuts: Number(values.cuts) });
console.log(
  `seed ${values.seed}, ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s: ${JSON.stringify(report)}`,
);
process.exitCode = report.lost + report.doubled + report.outOfOrder === 0 ? 0 : 1;
