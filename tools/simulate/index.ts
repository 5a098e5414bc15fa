import { parseArgs } from 'node:util';
import { POLICIES } from './policies.ts';
import { tableOf } from './report.ts';
import { runQueue } from './run-queue.ts';
import { crowd, flood, starvation } from './scenarios.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, jobs: { type: 'string', default: '10000' } },
});
const seed = Number(values.seed);

for (const scenario of [flood({ seed, jobs: Number(values.jobs) }), crowd({ seed }), starvation({ seed })]) {
  console.log(`\n## ${scenario.name}\n\n${scenario.arrivals.length} jobs on ${scenario.engines} engines.\n`);
  for (const [name, policy] of Object.entries(POLICIES)) console.log(tableOf(name, runQueue({ ...scenario, policy })));
}
